import {
  type Cell,
  correctionOfCell,
  correctLibrary,
  createLibrary,
  type DocumentReading,
  type Line,
  quantityAt,
  type Statement,
} from '@finsam/domain'
import { expect, test } from 'vitest'
import { readFile } from '../../read-file.ts'
import { flagUnproved } from './flag-unproved.ts'

/** A statement with sums that come out in the first column and miss in the second, and a table that nothing checks. */
const text = `Samordningsförbundet Provlunda
Verksamhetsplan och budget 2025

Resultatbudget, tkr\tBudget 2025\tPlan 2026
Medlemsbidrag\t4 200\t4 300
Statsbidrag\t300\t200
Summa intäkter\t4 500\t5 600
Styrelse\t150\t160
Samordningsteam\t4 250\t4 240
Summa kostnader\t4 400\t4 400
Årets resultat\t100\t1 200
`

async function recognised(): Promise<DocumentReading> {
  const read = await readFile({ bytes: new TextEncoder().encode(text), fileName: 'provlunda-2025.txt', registry: { associations: [] } })
  if (!read.ok) throw new Error(read.failure.message)
  const every = new Set(text.split('\n').map((_, index) => index + 1))
  const { reading } = read.value
  return { ...reading, statements: reading.statements.map(statement => flagUnproved(statement, every)) }
}
const statusesOf = ({ statements }: Pick<DocumentReading, 'statements'>): Record<string, string[]> =>
  Object.fromEntries(
    statements.flatMap(({ lines, columns }) =>
      lines.map(({ label, values }) => [label, columns.map(({ id }) => values[id]?.status ?? '')]),
    ),
  )

test('figures read off a picture count as read where a sum of theirs comes out, and nowhere else', async () => {
  const statuses = statusesOf(await recognised())
  expect(statuses).toMatchObject({
    Medlemsbidrag: ['printed', 'ambiguous'],
    Statsbidrag: ['printed', 'ambiguous'],
    Styrelse: ['printed', 'printed'],
    'Summa kostnader': ['printed', 'printed'],
  })
})

test('a person’s word on such a figure counts', async () => {
  const reading = await recognised()
  const [statement] = reading.statements
  const line = statement?.lines.find(({ label }) => label === 'Statsbidrag')
  const column = statement?.columns[1]?.id ?? ''
  const place = { document: reading.document.id, statement: statement?.id ?? '', line: line?.id ?? '', column }
  const library = createLibrary([reading], { associations: [] })
  expect(quantityAt(library, place)?.printings[0]?.status).toBe('ambiguous')
  const word = correctionOfCell(library, {
    place,
    printed: line?.values[column]?.printed ?? '',
    amount: 200,
    why: 'Enligt originalet',
    who: 'Eva',
    at: '2026-01-15T08:30:00Z',
  })
  if (!word.ok) throw new Error(word.failure.message)
  const { library: corrected } = correctLibrary(library, [word.value])
  expect(quantityAt(corrected, place)?.printings[0]).toMatchObject({ status: 'confirmed' })
})

test('a sum of one row proves nothing: both may be misread alike', async () => {
  const [statement] = (await recognised()).statements
  if (!statement) throw new Error('no statement')
  const [first] = statement.lines
  const alone = {
    ...statement,
    lines: statement.lines.map(line =>
      line.label === 'Summa kostnader' ? { ...line, sumOf: [{ line: first?.id ?? '', weight: 1 as const }] } : line,
    ),
  }
  const flagged = flagUnproved(alone, new Set(statement.lines.map(({ sourceLine }) => sourceLine)))
  expect(statusesOf({ statements: [flagged] }).Styrelse).not.toContain('printed')
})

/** One column: three costs and their sum, each with its status; a result over the sum where told. */
const column = (statuses: readonly Cell['status'][], result?: Cell['status']): Statement => {
  const amounts = [100, 200, 300, 600]
  const line = (id: string, amount: number, status: Cell['status'], sumOf?: Line['sumOf']): Line => ({
    id,
    label: id,
    printedLabel: id,
    text: id,
    role: 'item',
    sourceLine: 1,
    nature: 'cost',
    ...(sumOf ? { sumOf } : {}),
    values: { a: { amount, status, printed: '999' } },
  })
  const rows = amounts.slice(0, 3).map((amount, at) => line(`cost-${at}`, amount, statuses[at] ?? 'printed'))
  const total = line(
    'total',
    600,
    statuses[3] ?? 'printed',
    rows.map(({ id }) => ({ line: id, weight: 1 as const })),
  )
  const income = line('income', 700, 'printed')
  const last = line('result', 100, result ?? 'printed', [
    { line: 'income', weight: 1 },
    { line: 'total', weight: -1 },
  ])
  return {
    id: 'costs',
    title: 'Kostnader',
    kind: 'operating',
    unit: 'tkr',
    costSign: 'positive',
    headerLines: [],
    columns: [{ id: 'a', label: 'Budget', scenario: 'budget', period: null }],
    lines: [...rows, total, ...(result ? [income, last] : [])],
  }
}
const flaggedStatuses = (statement: Statement): string[] =>
  flagUnproved(statement, new Set([1])).lines.map(({ values }) => values.a?.status ?? '')

test.each([
  { name: 'all as printed: proved', statement: column([]), statuses: ['printed', 'printed', 'printed', 'printed'] },
  {
    name: 'one repaired from this sum alone, which may take up another misreading: nothing is proved',
    statement: column(['repaired']),
    statuses: ['ambiguous', 'ambiguous', 'ambiguous', 'ambiguous'],
  },
  {
    name: 'the total repaired, and a result that comes out with it: all are proved',
    statement: column(['printed', 'printed', 'printed', 'repaired'], 'printed'),
    statuses: ['printed', 'printed', 'printed', 'repaired', 'printed', 'printed'],
  },
  {
    name: 'the total and the result repaired: two sums gave two values, and prove nothing',
    statement: column(['printed', 'printed', 'printed', 'repaired'], 'repaired'),
    statuses: Array(6).fill('ambiguous'),
  },
])('a sum that comes out, $name', ({ statement, statuses }) => {
  expect(flaggedStatuses(statement)).toEqual(statuses)
})

test('a value that no second sum proves stays beside what its print shows', () => {
  const [first] = flagUnproved(column(['repaired']), new Set([1])).lines
  expect(first?.values.a).toMatchObject({ status: 'ambiguous', amount: 100, alternatives: [100, 999] })
})
