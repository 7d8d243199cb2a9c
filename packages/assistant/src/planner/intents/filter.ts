import { amountWords, associationWords, listWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft } from '../draft.ts'
import { hasCue } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Pick } from '../pick-target.ts'
import { clauseText, run, type Scope } from '../scope.ts'
import { candidatePicks, yearlyPicks } from './candidate-lines.ts'
import { pickLabel } from './look-up.ts'
import { meets, thresholdIn } from './threshold.ts'

const amountOf = ({ calculation: { result } }: Pick): number => (result.unit === 'kr' ? result.value / 100 : result.value)

const nothing =
  /\b(noll|0|0 kr|0 tkr|zero|nil|inga (pengar|medel|anslag)|inget( anslag)?$|ingenting|ingen (budget|finansiering)|no (money|funding|budget|funds)|nothing)\b/
/** `Vilka poster är noll 2026?`, `no money in 2028`. */
const asksForNothing = ({ frame, text }: Scope): boolean =>
  nothing.test(fold(text).replace(/[?.!\s]+$/, '')) && hasCue(frame, 'list') && !hasCue(frame, 'change', 'share', 'deficit', 'surplus')

const leastInKronor = 1000
/** `Mellan 500 000 och 1 500 000 kr`: the two ends; a bare number is kronor where it is a large one. */
const rangeIn = (scope: Scope): readonly [number, number] | undefined => {
  const { clause, amounts } = scope.frame
  const own = amounts.filter(({ tokens }) => tokens.length > 0 && tokens.every(token => token >= clause.from && token < clause.to))
  const ends = own
    .filter(({ amount: { unit, value } }) => unit === 'kr' || (unit === 'none' && value >= leastInKronor))
    .map(({ amount }) => amount.value)
  const [low, high] = ends
  const said = fold(clauseText(scope))
  const between = /\b(mellan|between)\s+\d.*\b(och|and)\s+\d/.test(said)
  return between && own.length === 2 && low !== undefined && high !== undefined && low < high ? [low, high] : undefined
}

/** The condition that a clause sets on what it asks for: an amount, nothing at all, or a deficit or surplus. */
const conditionIn = (scope: Scope): ((pick: Pick) => boolean) | undefined => {
  if (asksForNothing(scope)) return pick => amountOf(pick) === 0
  const range = rangeIn(scope)
  if (range) return pick => amountOf(pick) >= range[0] && amountOf(pick) <= range[1]
  const limit = thresholdIn(scope)
  if (limit && limit.comparison !== 'equal' && limit.amount.unit === 'kr') return pick => meets(amountOf(pick), limit)
  const [deficit, surplus] = [hasCue(scope.frame, 'deficit'), hasCue(scope.frame, 'surplus')]
  if (deficit === surplus || limit || !hasCue(scope.frame, 'when')) return undefined
  return pick => (deficit ? amountOf(pick) < 0 : amountOf(pick) > 0)
}

const pool = (scope: Scope): readonly Pick[] => {
  const [association] = scope.associations
  const [slot, ...others] = mainTargets(scope.frame)
  if (hasCue(scope.frame, 'when')) return slot && others.length === 0 ? yearlyPicks(scope, slot) : []
  return association && scope.associations.length === 1 && hasCue(scope.frame, 'list', 'number-of')
    ? candidatePicks(scope, association)
    : []
}

/** `Vilka insatser kostar mer än 1 mnkr?`, `Vilket år gick man back?`: those of several that meet a condition. */
export const filter = (scope: Scope): Draft | undefined => {
  const { language, frame } = scope
  const condition = hasCue(frame, 'highest', 'lowest', 'rank', 'project') ? undefined : conditionIn(scope)
  const picks = condition ? pool(scope) : []
  if (!condition || picks.length < 2) return undefined
  const chosen = picks.filter(condition)
  const rest = picks.filter(pick => !chosen.includes(pick))
  const name = associationWords(scope.library, scope.associations[0])
  const list = listWords(
    chosen.map(pick => `${pickLabel(scope, pick)} ${amountWords(pick.calculation, language)}`),
    language,
  )
  const sentence =
    chosen.length === 0
      ? language === 'sv'
        ? `Ingen av de ${picks.length} i ${name} gör det.`
        : `None of the ${picks.length} in ${name} does.`
      : language === 'sv'
        ? `${chosen.length} av ${picks.length} i ${name}: ${list}.`
        : `${chosen.length} of ${picks.length} in ${name}: ${list}.`
  const figuresOf = (some: readonly Pick[]) => some.map(pick => ({ calculation: pick.calculation, label: pickLabel(scope, pick) }))
  const counts = hasCue(frame, 'number-of') && !hasCue(frame, 'list')
  const count = counts
    ? run(scope, { op: 'constant', value: chosen.length, unit: 'count', label: language === 'sv' ? 'Antal' : 'Number' })
    : undefined
  return answered(
    'filter',
    sentence,
    count ? [{ calculation: { ...count, inputs: chosen.map(({ calculation }) => calculation) } }] : figuresOf(chosen),
    {
      inputs: figuresOf(rest),
      confidence: 0.8,
    },
  )
}
