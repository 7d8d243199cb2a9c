import { describe, expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const read = (lines: readonly string[]) => readStatements(parseTextDocument(lines.join('\n'), { id: 'x', hash: '' }), { fiscalYear: 2026 })
const rows = (lines: readonly string[]) =>
  read(lines).statements.flatMap(({ lines: own }) => own.map(line => [line.label, ...Object.values(line.values).map(cell => cell.amount)]))

const labels = ['Medlemsbidrag', 'Övriga intäkter', 'Summa intäkter', 'Förvaltning', 'Insatser', 'Summa kostnader', 'Resultat']
const amounts = ['5 200 000', '25 000', '5 225 000', '1 316 000', '4 465 000', '5 781 000', '-556 000']
const joined = [
  ['Medlemsbidrag', 5_200_000],
  ['Övriga intäkter', 25_000],
  ['Summa intäkter', 5_225_000],
  ['Förvaltning', 1_316_000],
  ['Insatser', 4_465_000],
  ['Summa kostnader', 5_781_000],
  ['Resultat', -556_000],
]

describe('labels in one block and amounts in the next', () => {
  test('are laid side by side where the sums confirm it', () => {
    expect(rows(['Budget 2026', '', ...labels, '', 'Budget 2026, kr', ...amounts])).toEqual(joined)
  })
  test('a row stands where its amount is printed', () => {
    expect(read(['Budget 2026', '', ...labels, '', ...amounts]).statements[0]?.lines[0]?.sourceLine).toBe(11)
  })
  test('headings among the labels are left out', () => {
    const headed = ['Intäkter', ...labels.slice(0, 3), 'Kostnader', ...labels.slice(3)]
    expect(rows(['Budget 2026', '', ...headed, '', ...amounts])).toEqual(joined)
  })
  test('each further block of amounts is a column of the same labels', () => {
    const before = ['5 000 000', '0', '5 000 000', '1 300 000', '4 000 000', '5 300 000', '-300 000']
    const { statements } = read(['Budget', '', ...labels, '', 'Budget 2026, kr', ...amounts, '', 'Budget 2025, kr', ...before])
    expect(statements.map(({ columns }) => columns.map(column => column.period))).toEqual([
      [{ from: '2026-01-01', to: '2026-12-31' }],
      [{ from: '2025-01-01', to: '2025-12-31' }],
    ])
    expect(statements[1]?.lines.at(-1)?.label).toBe('Resultat')
  })
  test('are left apart, and told, where no sum confirms it', () => {
    const wrong = ['5 200 000', '25 000', '6 225 000', '1 316 000', '4 465 000', '7 781 000', '-9 556 000']
    const { statements, findings } = read(['Budget 2026', '', ...labels, '', ...wrong])
    expect(statements.flatMap(statement => statement.lines.map(line => line.label))).not.toContain('Medlemsbidrag')
    expect(findings.map(finding => finding.code)).toContain('labels-apart')
  })
})
