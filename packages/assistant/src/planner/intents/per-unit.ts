import type { Query } from '@finsam/domain'
import { amountWords, associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { cellsOf } from '../cells.ts'
import { defaultNotes } from '../defaults.ts'
import { answered, asksBack, type Draft, refused } from '../draft.ts'
import { cueLinks, hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Pick } from '../pick-target.ts'
import { conceptId, lookup, run, type Scope } from '../scope.ts'
import { assumedHeads, countOf, countOfAll, numbersAssumed, spanOf } from './heads.ts'
import { gather, pickLabel } from './look-up.ts'
import { comparePerUnit, rankPerUnit } from './rank-per-unit.ts'
import { sumOf } from './total.ts'

export { countOfAll }

/** The count is a range: what the amount comes to at each end of it. */
const betweenEnds = (scope: Scope, numerator: Pick, ends: readonly Pick[]): Draft | undefined => {
  const drafts = ends.flatMap(end => ratioDraft(scope, numerator, end, 'per-unit') ?? [])
  const { language } = scope
  const counts = ends.map(({ calculation }) => amountWords(calculation, language))
  const head =
    language === 'sv'
      ? `Dokumentet anger ett spann, ${counts.join(' till ')}. Vilket ska det räknas på?`
      : `The document gives a range, ${counts.join(' to ')}. Which is it to be worked out for?`
  return drafts.length === ends.length
    ? asksBack(
        'per-unit',
        `${head} ${drafts.map(({ sentence }) => sentence).join(' ')}`,
        drafts.flatMap(({ figures }) => figures),
      )
    : undefined
}

const ratioDraft = (scope: Scope, numerator: Pick, denominator: Pick, intent: string): Draft | undefined => {
  const { language } = scope
  const query: Query = { op: 'ratio', numerator: numerator.query, denominator: denominator.query }
  const calculation = run(scope, query)
  if (!calculation) return undefined
  const association = associationWords(scope.library, numerator.association)
  const parts = `${amountWords(numerator.calculation, language)} / ${amountWords(denominator.calculation, language)}`
  const sentence =
    language === 'sv'
      ? `${pickLabel(scope, numerator)} (${association}) blir ${amountWords(calculation, language)}: ${parts}.`
      : `${pickLabel(scope, numerator)} (${association}) comes to ${amountWords(calculation, language)}: ${parts}.`
  return answered(intent, sentence, [{ calculation }], {
    notes: defaultNotes(scope, [numerator]),
    confidence: Math.min(numerator.certainty, denominator.certainty),
  })
}

/** `för varje krona till X, hur många till Y`; `X i förhållande till Y`. */
const ratioOfTwo = (scope: Scope): Draft | undefined => {
  const { frame } = scope
  const slots = mainTargets(frame)
  const [first, second] = slots
  if (slots.length !== 2 || !first || !second) return undefined
  const cue = cueLinks(frame, 'per')[0]
  const at = cue?.tokens[0] ?? 0
  const [numerator, denominator] = cue && at < (first.tokens[0] ?? 0) ? [second, first] : [first, second]
  const one = gather(scope, cellsOf(scope, [numerator]), 'money').picks[0]
  const other = gather(scope, cellsOf(scope, [denominator]), 'money').picks[0]
  return one && other ? ratioDraft(scope, one, other, 'ratio') : undefined
}

/** An amount per inhabitant, participant or member, or per krona of another amount. */
export const perUnit = (scope: Scope): Draft | undefined => {
  const { frame, language } = scope
  const kind = frame.denominator
  if (scope.associations.length === 0) return undefined
  if (kind === undefined) return hasCue(frame, 'ratio') ? ratioOfTwo(scope) : undefined
  if (kind === 'other') return hasCue(frame, 'share') ? undefined : ratioOfTwo(scope)
  if (kind !== 'members') {
    const several = comparePerUnit(scope, kind) ?? rankPerUnit(scope, kind)
    if (several) return several
  }
  if (mainTargets(frame).length === 2 && /\b(an|than)\b/i.test(fold(scope.text))) return undefined
  const slots = mainTargets(frame).filter(slot => !['participants', 'population'].includes(conceptId(slot) ?? ''))
  const [association] = scope.associations
  if (kind === 'members' && association) {
    const query = lookup(association, { measure: 'contribution-per-member' })
    const calculation = slots.length === 0 || slots.every(slot => conceptId(slot) === 'contributions') ? run(scope, query) : undefined
    return calculation && answered('per-unit', `${calculation.label[language]}: ${amountWords(calculation, language)}.`, [{ calculation }])
  }
  if (kind === 'members') return undefined
  const { picks } = gather(
    scope,
    cellsOf(scope, slots.length > 0 ? slots : frame.targets.filter(slot => conceptId(slot) === 'total-costs')),
    'money',
  )
  const numerator = sumOf(scope, picks)
  if (!numerator) return undefined
  const named = slots.filter(slot => slot.links.some(({ meaning }) => meaning.kind === 'lines' || meaning.kind === 'member'))
  const counts =
    named.length > 0
      ? named.flatMap(slot => countOf(scope, slot, numerator, kind) ?? [])
      : [countOfAll(scope, numerator, kind)].flatMap(pick => pick ?? [])
  const assumes = hasCue(frame, 'project') && numbersAssumed(scope).length > 0
  const printed = counts.length === Math.max(named.length, 1) ? sumOf(scope, counts) : undefined
  const denominator = assumes ? assumedHeads(scope, numerator, kind) : printed
  if (assumes && !denominator) return undefined
  if (!denominator) {
    const span = kind === 'participants' && named.length === 1 ? named.flatMap(slot => spanOf(scope, slot, numerator)) : []
    if (span.length > 0) return span.length === 2 ? betweenEnds(scope, numerator, span) : undefined
    const what =
      kind === 'population'
        ? language === 'sv'
          ? 'invånarantal'
          : 'number of inhabitants'
        : language === 'sv'
          ? 'deltagarantal'
          : 'number of participants'
    const sentence =
      language === 'sv'
        ? `Jag hittar inget ${what} för ${pickLabel(scope, numerator)} i dokumenten, så det går inte att räkna per enhet. Beloppet är ${amountWords(numerator.calculation, language)}.`
        : `I find no ${what} for ${pickLabel(scope, numerator)} in the documents, so it cannot be divided. The amount is ${amountWords(numerator.calculation, language)}.`
    return refused('per-unit', 'not-printed', sentence, { inputs: [{ calculation: numerator.calculation }], confidence: 0.7 })
  }
  return ratioDraft(scope, numerator, denominator, 'per-unit')
}
