import { describe, expect, test } from 'vitest'
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

const twoYears = (team: string, unit: string): string =>
  `Budget 2023 (tkr)

	Bokslut 2022	Budget 2023
Kansli	Y	700
Team Nord	${team}	70
Team Syd	${unit}	52
Revision	39	40
Utbildning	38	38
Summa kostnader	919	900
`

const kansli = (text: string) => Object.values(read(text).statements[0]?.lines[0]?.values ?? {})[0]

test('a sum that a lost value was read from is told where its neighbours show damage', () => {
  expect(unproved(twoYears('7S', 'S0')).map(finding => finding.at.line)).toEqual([9])
  expect(kansli(twoYears('7S', 'S0'))).toMatchObject({ amount: 717, status: 'ambiguous' })
})

test('a clean sum with one lost value proves it', () => {
  expect(unproved(twoYears('75', '50'))).toEqual([])
  expect(kansli(twoYears('75', '50'))).toMatchObject({ amount: 717, status: 'derived' })
})

const funds = (team: string): string =>
  `Budget 2024 (kronor)

	Budget 2024
Kansli	2 850 1${team}0
Team	6 200 000
Summa kostnader	9 050 100
Norrby kommun	9 038 000
Söderås kommun	650 000
`

describe('rows that no sum has', () => {
  test('are told in a damaged text, where nothing would show a mistake in them', () =>
    expect(unproved(funds('O')).map(finding => [finding.at.line, ...(finding.others ?? []).map(place => place.line)])).toEqual([[7, 8]]))
  test('are not told in a clean text', () => expect(unproved(funds('0'))).toEqual([]))
})
