import { type Cell, type DocumentReading, readPlainBudget } from '@finsam/domain'
import { expect, test } from 'vitest'
import { reviewItems } from './review-items.ts'

/** A plan of 40 + 60 whose total stands as it is given. */
function planWith(total: Cell): DocumentReading {
  const plain = readPlainBudget({
    id: 'provlunda-2025',
    title: 'Budget 2025',
    association: { id: 'provlunda', name: 'Samordningsförbundet Provlunda' },
    fiscalYear: 2025,
    unit: 'tkr',
    columns: [{ scenario: 'budget', year: 2025 }],
    lines: [
      { label: 'Kansli', nature: 'cost', amounts: [4_000] },
      { label: 'Team', nature: 'cost', amounts: [6_000] },
      { label: 'Summa kostnader', nature: 'cost', amounts: [10_000], adds: ['Kansli', 'Team'] },
    ],
  })
  if (!plain.ok) throw new Error(plain.failure.message)
  const statements = plain.value.statements.map(statement => ({
    ...statement,
    lines: statement.lines.map(line => (line.label === 'Summa kostnader' ? { ...line, values: { 'column-1': total } } : line)),
  }))
  return { ...plain.value, statements }
}

test.each([
  { name: 'a legible print', printed: '11 000', choices: ['10000 ties', '11000 breaks, as printed'] },
  { name: 'a damaged print', printed: '1O 000', choices: ['10000 ties'] },
  { name: 'a print of several numbers', printed: '10 0 00', choices: ['10000 ties'] },
  { name: 'nothing printed', printed: '', choices: ['10000 ties'] },
])('$name offers what may stand there', ({ printed, choices }) => {
  const [item] = reviewItems(planWith({ amount: 10_000, status: 'repaired', printed }), { associations: [] })
  expect(
    item?.effects.map(
      ({ amount, broken, asPrinted }) => `${amount} ${broken.length > 0 ? 'breaks' : 'ties'}${asPrinted ? ', as printed' : ''}`,
    ),
  ).toEqual(choices)
})
