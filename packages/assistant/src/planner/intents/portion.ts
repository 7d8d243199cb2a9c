import type { Query } from '@finsam/domain'
import { amountWords } from '../../answer/wording.ts'
import { cellsOf } from '../cells.ts'
import { defaultNotes } from '../defaults.ts'
import { answered, type Draft } from '../draft.ts'
import { mainTargets } from '../main-targets.ts'
import { run, type Scope } from '../scope.ts'
import { gather, pickLabel } from './look-up.ts'

/** `Hälften av tilldelningen`, `10 % av budgeten`: a stated share of one amount. */
export const portion = (scope: Scope): Draft | undefined => {
  const { frame, language } = scope
  const named = frame.amounts.find(
    ({ amount, tokens }) => amount.unit === 'percent' && /^(av|of)$/.test(frame.words[(tokens.at(-1) ?? -2) + 1]?.token.folded ?? ''),
  )
  if (!named || frame.amounts.length !== 1 || scope.associations.length !== 1) return undefined
  const { picks, open, missing } = gather(scope, cellsOf(scope, mainTargets(frame)), 'money')
  const [pick] = picks
  if (!pick || picks.length !== 1 || open.length + missing.length > 0) return undefined
  const query: Query = { op: 'scale', of: pick.query, factor: named.amount.value / 100 }
  const calculation = run(scope, query)
  if (!calculation) return undefined
  const sentence =
    language === 'sv'
      ? `${named.amount.value.toLocaleString('sv-SE')} % av ${pickLabel(scope, pick)} är ${amountWords(calculation, language)} (av ${amountWords(pick.calculation, language)}).`
      : `${named.amount.value.toLocaleString('en-GB')}% of ${pickLabel(scope, pick)} is ${amountWords(calculation, language)} (of ${amountWords(pick.calculation, language)}).`
  return answered('portion', sentence, [{ calculation }], { notes: defaultNotes(scope, [pick]), confidence: pick.certainty })
}
