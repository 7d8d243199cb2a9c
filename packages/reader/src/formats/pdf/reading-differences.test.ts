import { expect, test } from 'vitest'
import { linesThatDiffer } from './reading-differences.ts'
import { parseBoxes } from './second-reader.ts'

const boxes = `<doc><page width="595" height="842">
  <word xMin="50" yMin="10" xMax="80" yMax="20">Kansli&amp;styrelse</word><word xMin="90" yMin="10" xMax="95" yMax="20">1</word><word xMin="96" yMin="10" xMax="110" yMax="20">2502</word>
</page><page><word xMin="1" yMin="1" xMax="2" yMax="2">717</word></page></doc>`

test('words are read page by page, entities resolved', () => {
  expect(parseBoxes(boxes)).toEqual([['Kansli&styrelse', '1', '2502'], ['717']])
})

test.each([
  { name: 'the same digits, parted otherwise', line: 'Kansli\t1 250', page: 1, differs: false },
  { name: 'a note mark that only the second reader glues on', line: 'Kansli\t1 250', page: 1, differs: false },
  { name: 'another digit', line: 'Kansli\t1 260', page: 1, differs: true },
  { name: 'a figure of another page', line: 'Kansli\t717', page: 1, differs: true },
  { name: 'a page that the second reader does not have', line: 'Kansli\t717', page: 3, differs: false },
  { name: 'a page on which the second reader sees no digits', line: 'Kansli\t717', page: 4, differs: false },
  { name: 'no digits', line: 'Styrelse', page: 1, differs: false },
])('$name: $differs', ({ line, page, differs }) => {
  expect(linesThatDiffer([line], new Map([[1, { page }]]), [...parseBoxes(boxes), [], ['Blank']])).toEqual(differs ? [1] : [])
})

test('columns read in another order, decimals and dates are the same figures', () => {
  const words = ['Motala', '31', '2024-12-31', '674', '48,4', '43']
  expect(linesThatDiffer(['Motala\t43 674\t48,4\t2024-12-31'], new Map([[1, { page: 1 }]]), [words])).toEqual([])
})

test('what text recognition read off a picture has no second reading', () => {
  expect(linesThatDiffer(['Kansli\t9'], new Map([[1, { page: 1, recognised: true }]]), parseBoxes(boxes))).toEqual([])
})
