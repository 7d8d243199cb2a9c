import { expect, test } from 'vitest'
import { layoutRows } from './layout-rows.ts'

const cut = (lines: readonly string[]) => layoutRows(lines.map((text, index) => ({ number: index + 1, text })))
const cells = (lines: readonly string[]) => cut(lines).map(line => line.text.split('\t').map(cell => cell.trim()))

const table = [
  'Insats            Beviljat      Förbrukat     Slutår',
  '                  2023, tkr     2023, tkr',
  'Säffle Framsteg   1 850         1 792         2025',
  'Vägval            620                         2023',
  'Ung Arena         540           548           -',
]

test('columns are cut where all rows leave a gap, and the header stands over them', () => {
  expect(cells(table)).toEqual([
    ['Insats', 'Beviljat', 'Förbrukat', 'Slutår'],
    ['', '2023, tkr', '2023, tkr', ''],
    ['Säffle Framsteg', '1 850', '1 792', '2025'],
    ['Vägval', '620', '', '2023'],
    ['Ung Arena', '540', '548', '-'],
  ])
})

test('a cut line keeps its places and the print', () => {
  const lines = cut(table)
  expect(lines.map(line => line.printed)).toEqual(table)
  expect(lines.map((line, index) => line.text.replaceAll('\t', ' ').trimEnd() === table[index])).toEqual(table.map(() => true))
})

test.each([
  { name: 'a row that stands askew', lines: [...table.slice(2), 'Ett namn som är längre  77  1 240'] },
  { name: 'two rows alone', lines: table.slice(2, 4) },
  { name: 'single blanks', lines: ['Säffle 1 850 1 792 58', 'Vägval 620 587 33', 'Ung Arena 540 548 8'] },
  { name: 'prose', lines: ['Styrelsen har  haft  sex möten.', 'Kansliet har  två  personer.', 'Det är  bra  så.'] },
])('$name: left as it is', ({ lines }) => {
  expect(cut(lines).map(line => line.text)).toEqual(lines)
})
