import {
  createLibrary,
  evaluate,
  formulaOf,
  parseCalculation,
  readPlainBudget,
  rowsOf,
  sentenceOf,
  serialiseCalculation,
} from '@finsam/domain'
import { myBudget } from './my-budget.ts'

/** A share as formula, sentence and rows, in Swedish and English; and as JSON, there and back. */
export function explainAShare(): readonly string[] {
  const reading = readPlainBudget(myBudget)
  if (!reading.ok) return [reading.failure.message]
  const library = createLibrary([reading.value], { associations: [] })
  const share = evaluate(library, { op: 'lookup', of: { association: 'exempel', target: { measure: 'administration-share' } } })
  if (!share.ok) return [share.failure.message]
  const rows = rowsOf(share.value, 'sv').map(
    ({ depth, label, amount, sources }) =>
      `${'  '.repeat(depth)}${label}: ${amount}${sources.map(({ line }) => ` (rad ${line})`).join('')}`,
  )
  const restored = parseCalculation(serialiseCalculation(share.value))
  return [
    formulaOf(share.value, 'sv'),
    sentenceOf(share.value, 'en'),
    ...rows,
    `JSON: ${restored.ok ? 'samma igen' : restored.failure.message}`,
  ]
}

if (import.meta.main) console.log(explainAShare().join('\n'))
