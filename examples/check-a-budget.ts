import { createLibrary, evaluate, readPlainBudget, sentenceOf } from '@finsam/domain'
import { myBudget } from './my-budget.ts'

/** Loads a budget of your own and checks every rule that it allows to be checked. */
export function checkABudget(): readonly string[] {
  const reading = readPlainBudget(myBudget)
  if (!reading.ok) return [reading.failure.message]
  const library = createLibrary([reading.value], { associations: [] })
  const checked = evaluate(library, { op: 'check', rule: 'all', association: 'exempel' })
  if (!checked.ok) return [checked.failure.message]
  const verdicts = checked.value.inputs.map(rule => sentenceOf(rule, 'sv'))
  const findings = (checked.value.findings ?? []).map(({ code, arithmetic = '', at }) => `rad ${at.line}: ${code} ${arithmetic}`.trim())
  return [...verdicts, ...findings]
}

if (import.meta.main) console.log(checkABudget().join('\n'))
