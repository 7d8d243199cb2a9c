import { correctionOfCell, correctLibrary, createLibrary, evaluate, readPlainBudget, sentenceOf } from '@finsam/domain'
import { myBudget } from './my-budget.ts'

/** A person finds that a total is misprinted; their word holds for the amount from then on, and the sum comes out. */
export function correctAnAmount(): readonly string[] {
  const reading = readPlainBudget(myBudget)
  if (!reading.ok) return [reading.failure.message]
  const library = createLibrary([reading.value], { associations: [] })
  const correction = correctionOfCell(library, {
    place: { document: 'exempel-2026', statement: 'budget', line: 'line-10', column: 'column-1' },
    printed: '6210',
    amount: 6_200,
    why: 'Räknat om från bokföringen',
    who: 'Eva',
    at: '2026-01-15T08:30:00Z',
  })
  if (!correction.ok) return [correction.failure.message]
  const { library: corrected, unused } = correctLibrary(library, [correction.value])
  const sums = [library, corrected].map(known => evaluate(known, { op: 'check', rule: 'sums', association: 'exempel' }))
  return [
    correction.value.quantity,
    ...sums.map(sum => (sum.ok ? sentenceOf(sum.value, 'sv') : sum.failure.message)),
    `Utan verkan: ${unused.length}`,
  ]
}

if (import.meta.main) console.log(correctAnAmount().join('\n'))
