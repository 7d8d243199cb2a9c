import { expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const columns = (lines: readonly string[], context: Parameters<typeof readStatements>[1]) =>
  readStatements(parseTextDocument(lines.join('\n'), { id: 'x', hash: '' }), context).statements[0]?.columns.map(column => [
    column.scenario,
    column.period,
  ])
const rows = ['Balanserat resultat 1 703 284 1 987', 'Årets resultat 284 -694 -410', 'Summa eget kapital 1 987 -410 1 577']
const annual = { fiscalYear: 2023, kind: 'annual-report' } as const

test.each([
  {
    name: 'years beside IB and UB',
    header: 'IB 2023 Förändring UB 2023',
    context: annual,
    from: '2023-01-01',
    to: '2023-12-31',
    before: '2022-12-31',
  },
  {
    name: 'the year of the document where none is named',
    header: 'Ingående balans Årets förändring Utgående balans',
    context: annual,
    from: '2023-01-01',
    to: '2023-12-31',
    before: '2022-12-31',
  },
  {
    name: 'days of an interim report',
    header: 'IB 2024-01-01 Förändring UB 2024-08-31',
    context: { fiscalYear: 2024, kind: 'interim-report' } as const,
    from: '2024-01-01',
    to: '2024-08-31',
    before: '2023-12-31',
  },
])('opening, change and closing: $name', ({ header, context, from, to, before }) => {
  expect(columns(['Delårsrapport', `Not 4 Eget kapital`, header, ...rows], context)).toEqual([
    ['actual', { at: before }],
    ['variance', { from, to }],
    ['actual', { at: to }],
  ])
})
