import { expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

/** A follow-up whose variances are favourable or not: outcome less budget for income, budget less outcome for costs. */
const followUp = (team: string): string => `Driftredovisning 2023 (tkr)

Belopp i tkr\tBudget 2023\tUtfall 2023\tAvvikelse
Intäkter
Försäkringskassan\t2 400\t2 400\t0
Regionen\t1 200\t1 150\t-50
Kommunerna\t1 200\t1 230\t30
Summa intäkter\t4 800\t4 780\t-20
Kostnader
Kansli\t1 100\t1 160\t-60
Team Nord\t1 500\t1 420\t80
Team Syd\t900\t985\t${team}
Utbildning\t400\t350\t50
Utvärdering\t300\t290\t10
Summa kostnader\t4 200\t4 205\t-5
Årets resultat\t600\t575\t-25
`

test.each([
  { name: 'a lost minus is put back by the convention of its kind of row', printed: '85', amount: -85, status: 'repaired' },
  { name: 'a lost variance follows from the columns', printed: 'Y', amount: -85, status: 'derived' },
  { name: 'both conventions side by side are no error', printed: '-85', amount: -85, status: 'printed' },
])('$name', ({ printed, amount, status }) => {
  const reading = readStatements(parseTextDocument(followUp(printed), { id: 'x', hash: '' }), {})
  const [statement] = reading.statements
  const variance = statement?.columns.find(column => column.scenario === 'variance')?.id ?? ''
  const cell = statement?.lines.find(line => line.label === 'Team Syd')?.values[variance]
  expect([cell?.amount, cell?.status]).toEqual([amount, status])
  expect(reading.findings.filter(finding => /differs|ambiguous/.test(finding.code))).toEqual([])
})
