import { expect, test } from 'vitest'
import { headerAtoms } from './header-atoms.ts'
import { labelByName } from './label-cells.ts'
import { draftRows } from './row-draft.ts'

const rows = (header: string, lines: readonly string[]) =>
  labelByName(
    lines.flatMap((text, index) => draftRows({ number: index + 2, text })),
    [{ line: { number: 1, text: header }, atoms: headerAtoms(header) }],
  )

test('the column that names what amounts are for gives the label, the owner does not', () => {
  const found = rows('Ägare\tInsats\tBelopp', ['FK\tSpåret\t850', '\tStegen\t640', 'Summa\t\t1 490'])
  expect(found.map(row => [row.label, row.cells?.length])).toEqual([
    ['Spåret', 1],
    ['Stegen', 1],
    ['Summa', 1],
  ])
})

test('an owner behind the name stays out of the label where the text keeps its layout', () => {
  const found = rows('                Ägare       Budget', [
    'Vägen in        FK           1 350',
    'Arbetsrehab     AF/Region    1 500',
    'Kunskap         Alla           400',
    'Totalt                       3 250',
  ])
  expect(found.map(row => row.label)).toEqual(['Vägen in', 'Arbetsrehab', 'Kunskap', 'Totalt'])
})

test('labels without a second column stay whole', () => {
  const found = rows('Budget 2025', ['Samordning och ekonomi 120', 'Insatser för unga 300', 'Styrelse 20'])
  expect(found.map(row => row.label)).toEqual(['Samordning och ekonomi', 'Insatser för unga', 'Styrelse'])
})
