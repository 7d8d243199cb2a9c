import { expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const amounts = (lines: readonly string[]) =>
  readStatements(parseTextDocument(lines.join('\n'), { id: 'x', hash: '' }), {}).statements.map(({ columns, lines: rows }) =>
    rows.map(({ label, values }) => [label, ...columns.map(({ id }) => values[id]?.amount)]),
  )

test('a list under its year is a table of one column', () => {
  const list = (year: number, state: number, office: number) => [
    '',
    `Budget ${year}`,
    'Intäkter:',
    `• Försäkringskassan: ${state} 000 kronor`,
    '• Region Norr: 150 000 kronor',
    `Summa intäkter: ${state + 150} 000 kronor`,
    'Kostnader:',
    `• Kansli: ${office} 000 kronor`,
    `Årets resultat: ${state + 150 - office} 000 kronor`,
  ]
  expect(amounts(['Verksamhetsplan 2026', ...list(2026, 310, 400), ...list(2025, 300, 420)])).toEqual([
    [
      ['Försäkringskassan', 310_000],
      ['Region Norr', 150_000],
      ['Summa intäkter', 460_000],
      ['Kansli', 400_000],
      ['Årets resultat', 60_000],
    ],
    [
      ['Försäkringskassan', 300_000],
      ['Region Norr', 150_000],
      ['Summa intäkter', 450_000],
      ['Kansli', 420_000],
      ['Årets resultat', 30_000],
    ],
  ])
})

test('cells between semicolons', () => {
  const lines = [
    'Resultat, tkr',
    'Konto;Benämning;Utfall 2025;Budget 2025;Prognos 2025',
    '3010;Försäkringskassan;1806;1736;1864',
    '3020;Region Norr;903;868;932',
    ';Summa intäkter;2709;2604;2796',
  ]
  expect(amounts(lines)).toEqual([
    [
      ['Försäkringskassan', 1_806, 1_736, 1_864],
      ['Region Norr', 903, 868, 932],
      ['Summa intäkter', 2_709, 2_604, 2_796],
    ],
  ])
})
