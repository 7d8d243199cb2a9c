import { expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { findPageFurniture } from './page-furniture.ts'

const pages = (...texts: string[]) => parseTextDocument(texts.join('\f'), { id: 'x', hash: '' })

test('headers and footers repeated on three pages, page numbers apart', () => {
  const document = pages(
    'Verksamhetsplan 2026\nText ett\nsid 1\n',
    'Verksamhetsplan 2026\nText två\nsid 2\n',
    'Verksamhetsplan 2026\nText tre\nsid 3\n',
  )
  expect([...findPageFurniture(document)].sort((a, b) => a - b).map(number => document.lines[number - 1]?.text)).toEqual([
    'Verksamhetsplan 2026',
    'sid 1',
    'Verksamhetsplan 2026',
    'sid 2',
    'Verksamhetsplan 2026',
    'sid 3',
  ])
})

test('a heading that comes back within pages is none', () => {
  const page = (name: string): string =>
    `${name}\nInledning till ${name}\nMål för 2026\n- Fler deltagare\nSlut på ${name}\nDär ${name} slutar\n`
  expect(findPageFurniture(pages(page('A'), page('B'), page('C'))).size).toBe(0)
})

test('a text without page marks has none', () => {
  expect(findPageFurniture(parseTextDocument('a\nb\na\nb\na\nb', { id: 'x', hash: '' })).size).toBe(0)
})

test('a head that comes back with the number of its page is furniture in a text without page marks', () => {
  const page = (number: number): string => `Förbundet Norr | Budget 2026 | ${number}\n${'text\n'.repeat(9)}`
  const document = parseTextDocument([3, 4, 6].map(page).join(''), { id: 'x', hash: '' })
  expect([...findPageFurniture(document)]).toEqual([1, 11, 21])
})

test.each([
  { what: 'rows under each other', lines: ['Budget för insats 1', 'Budget för insats 2', 'Budget för insats 3'] },
  { what: 'headings that speak of no document', lines: ['Delmål 1', ...Array(9).fill('x'), 'Delmål 2', ...Array(9).fill('x'), 'Delmål 3'] },
])('$what are none', ({ lines }) => {
  expect(findPageFurniture(parseTextDocument(lines.join('\n'), { id: 'x', hash: '' })).size).toBe(0)
})

test('the whole head of a page is furniture, its last lines where they are the same on each', () => {
  const head = (text: string): string => `DELÅRSRAPPORT\n2025-05-15\nDnr 17\nNorr\n${text}\nmer\noch mer\nsamt ${text}\nslut ${text}\n`
  const found = findPageFurniture(pages(head('Insatser'), head('Personal'), head('Ekonomi')))
  expect(found.size).toBe(12)
})
