import type { Query } from '@finsam/domain'
import { amountWords, associationWords, listWords } from '../../answer/wording.ts'
import { cellsOf } from '../cells.ts'
import { isTarget } from '../choose-links.ts'
import { defaultNotes } from '../defaults.ts'
import { answered, type Draft } from '../draft.ts'
import { mainTargets } from '../main-targets.ts'
import { alike, conceptId, run, type Scope } from '../scope.ts'
import { gather, pickLabel } from './look-up.ts'

/** Funds of earlier years are no income of the year: a result without them is a measure of its own, not a difference. */
const ownMeasure: ReadonlySet<string> = new Set(['brought-forward', 'transferred-in', 'opening-equity', 'equity', 'available-funds'])

/** `Kostnaderna utan NOVA`: an amount less the parts of it that are left out. */
export const without = (scope: Scope): Draft | undefined => {
  const { frame, language } = scope
  const left = frame.excluded.filter(isTarget)
  const slots = mainTargets(frame)
  if (left.length === 0 || slots.length !== 1 || scope.associations.length !== 1) return undefined
  if (left.some(slot => ownMeasure.has(conceptId(slot) ?? ''))) return undefined
  const { picks, open, missing } = gather(scope, cellsOf(scope, slots), 'money')
  const [whole] = picks
  if (!whole || picks.length !== 1 || open.length + missing.length > 0) return undefined
  const parts = left.flatMap(slot => alike(scope, slot, whole) ?? [])
  if (parts.length < left.length || parts.some(part => part.calculation.result.value > whole.calculation.result.value)) return undefined
  const query: Query = { op: 'sum', of: [whole.query, ...parts.map((part): Query => ({ op: 'scale', of: part.query, factor: -1 }))] }
  const calculation = run(scope, query)
  if (!calculation) return undefined
  const names = listWords(
    parts.map(part => `${pickLabel(scope, part)} (${amountWords(part.calculation, language)})`),
    language,
  )
  const sentence =
    language === 'sv'
      ? `${pickLabel(scope, whole)} (${associationWords(scope.library, whole.association)}) utan ${names}: ${amountWords(calculation, language)}.`
      : `${pickLabel(scope, whole)} (${associationWords(scope.library, whole.association)}) without ${names}: ${amountWords(calculation, language)}.`
  return answered('without', sentence, [{ calculation }], {
    notes: defaultNotes(scope, [whole]),
    confidence: Math.min(whole.certainty, ...parts.map(part => part.certainty)),
  })
}
