import { expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const statuses = (...totals: readonly [string, string]) => {
  const rows = [
    'Bidrag 4 500',
    'Ränteintäkter 70',
    `Summa intäkter ${totals[0]}`,
    'Löner 1 400',
    'Hyra 930',
    `Summa kostnader ${totals[1]}`,
  ]
  const text = ['Resultatbudget (tkr)', '', 'Budget 2026', ...rows].join('\n')
  const { statements } = readStatements(parseTextDocument(text, { id: 'x', hash: '' }), { fiscalYear: 2026 })
  return Object.fromEntries(statements.flatMap(({ lines }) => lines.map(line => [line.label, Object.values(line.values)[0]?.status])))
}

test('a table none of whose totals its rows meet is open', () =>
  expect(statuses('8 112', '5 967')).toMatchObject({ Bidrag: 'ambiguous', Löner: 'ambiguous', Hyra: 'ambiguous' }))
test('a table one of whose totals is wrong is as printed', () =>
  expect(statuses('4 570', '5 967')).toMatchObject({ Bidrag: 'printed', Löner: 'printed', Hyra: 'printed' }))
