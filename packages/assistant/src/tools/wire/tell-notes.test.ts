import { createLibrary, evaluate, type Query, readPlainBudget } from '@finsam/domain'
import { expect, test } from 'vitest'
import { tellNotes } from './tell-notes.ts'

/** An association whose administration is made of two rows, or printed as one. */
function reading(id: string, rows: readonly string[]) {
  const plain = readPlainBudget({
    id: `${id}-2026`,
    title: 'Budget 2026',
    association: { id, name: `Samordningsförbundet ${id}` },
    fiscalYear: 2026,
    unit: 'kr',
    columns: [{ scenario: 'budget', year: 2026 }],
    lines: [
      ...rows.map(label => ({ label, nature: 'cost' as const, amounts: [500], section: 'Administration' })),
      { label: 'Samordningsteam', nature: 'cost', amounts: [500], section: 'Individinsatser' },
      { label: 'Summa kostnader', nature: 'cost', amounts: [500 * (rows.length + 1)], adds: [...rows, 'Samordningsteam'] },
    ],
  })
  if (!plain.ok) throw new Error(plain.failure.message)
  return plain.value
}
const parts = ['Kansli', 'Styrelse']

function notesOf(associations: Readonly<Record<string, readonly string[]>>): string[] {
  const library = createLibrary(
    Object.entries(associations).map(([id, rows]) => reading(id, rows)),
    { associations: [] },
  )
  const of = Object.keys(associations).map(
    (association): Query => ({ op: 'lookup', of: { association, target: { concept: 'administration' } } }),
  )
  const ranked = evaluate(library, { op: 'rank', order: 'highest', of })
  if (!ranked.ok) throw new Error(ranked.failure.message)
  return tellNotes([ranked.value], ranked.value.ordered ?? [], id => id.toUpperCase()).filter(text => text.includes('Kansli'))
}

const note = 'Administration is not printed by itself but the sum of Kansli, Styrelse.'
test.each([
  { name: 'a note of one association says whose it is', associations: { alfa: parts, beta: ['Administration'] }, told: [`ALFA: ${note}`] },
  { name: 'a note of all stands for itself', associations: { alfa: parts, beta: parts }, told: [note] },
  {
    name: 'some of several are named',
    associations: { alfa: parts, beta: parts, gamma: ['Administration'] },
    told: [`ALFA, BETA: ${note}`],
  },
  { name: 'one association needs no name', associations: { alfa: parts }, told: [note] },
])('$name', ({ associations, told }) => {
  expect(notesOf(associations)).toEqual(told)
})
