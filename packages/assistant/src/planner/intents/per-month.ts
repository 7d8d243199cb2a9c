import { isMoney, type Query } from '@finsam/domain'
import { amountWords, associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { cellsOf } from '../cells.ts'
import { defaultNotes } from '../defaults.ts'
import { answered, type Draft } from '../draft.ts'
import { mainTargets } from '../main-targets.ts'
import { run, type Scope } from '../scope.ts'
import { monthsIn } from '../times/months.ts'
import { gather, pickLabel, wholeBudget } from './look-up.ts'

const monthly = /\b(per manad|i manaden|manatligen|varje manad|per month|a month|each month|monthly)\b/

/** `Vad kostar kansliet per månad?`: an amount by the months that it is for. */
export const perMonth = (scope: Scope): Draft | undefined => {
  const { frame, language } = scope
  if (!monthly.test(fold(scope.text)) || scope.associations.length !== 1) return undefined
  const named = mainTargets(frame)
  const slots = named.length > 0 ? named : wholeBudget(scope).slice(0, 1)
  const { picks, open, missing } = gather(scope, cellsOf(scope, slots), 'money')
  const [pick] = picks
  const months = pick?.calculation.period && monthsIn(pick.calculation.period)
  if (!pick || !months || picks.length > 1 || open.length + missing.length > 0 || !isMoney(pick.calculation.result.unit)) return undefined
  const denominator: Query = { op: 'constant', value: months, unit: 'count', label: language === 'sv' ? 'Månader' : 'Months' }
  const calculation = run(scope, { op: 'ratio', numerator: pick.query, denominator })
  if (!calculation) return undefined
  const head = `${pickLabel(scope, pick)} (${associationWords(scope.library, pick.association)})`
  const [all, each] = [amountWords(pick.calculation, language), amountWords(calculation, language)]
  const sentence =
    language === 'sv' ? `${head} är ${each} i månaden: ${all} / ${months}.` : `${head} is ${each} a month: ${all} / ${months}.`
  return answered('per-unit', sentence, [{ calculation }], {
    inputs: [{ calculation: pick.calculation }],
    notes: defaultNotes(scope, [pick]),
    confidence: pick.certainty,
  })
}
