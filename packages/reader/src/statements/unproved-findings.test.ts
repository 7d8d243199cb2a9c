import { expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const read = (text: string) => readStatements(parseTextDocument(text, { id: 'x', hash: '' }), {})
const unproved = (text: string) => read(text).findings.filter(finding => finding.code === 'sum-unproved')

const budget = (rows: readonly string[]): string => `Budget 2023 (tkr)\n\n\tBudget 2023\n${rows.join('\n')}\n`

test('a total whose rows could not be made out is told, with the rows that nothing checks', () => {
  const [finding] = unproved(
    budget(['Kansli\t-59', 'Team Nord\t-385', 'Team Syd\t4414', 'Revision\t-15', 'Utbildning\t7101', 'Summa kostnader\t-33354']),
  )
  expect(finding?.at.line).toBe(9)
  expect(finding?.others?.map(place => place.line)).toEqual([8, 7, 6, 5, 4])
})

test('a sum that a lost value was read from is told where its neighbours show damage', () => {
  const rows = ['Kansli\tY', 'Team Nord\t7S', 'Team Syd\tS0', 'Revision\t39', 'Utbildning\t38', 'Summa kostnader\t919']
  expect(unproved(budget(rows)).map(finding => finding.at.line)).toEqual([9])
  expect(read(budget(rows)).statements[0]?.lines[0]?.values['budget-2023']?.status).toBe('ambiguous')
})

test('a clean sum with one lost value proves it', () => {
  const rows = ['Kansli\tY', 'Team Nord\t75', 'Team Syd\t50', 'Revision\t39', 'Utbildning\t38', 'Summa kostnader\t919']
  expect(unproved(budget(rows))).toEqual([])
  expect(read(budget(rows)).statements[0]?.lines[0]?.values['budget-2023']).toMatchObject({ amount: 717, status: 'derived' })
})
