import { correctionOfCell, correctLibrary, createLibrary, type DocumentReading, quantityAt } from '@finsam/domain'
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
