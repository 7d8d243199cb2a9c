import type { Query } from '@finsam/domain'
import { directionIn, saysMovement } from '../../lexicon/directions.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft, type DraftFigure } from '../draft.ts'
import { hasCue, topicsOf } from '../frame.ts'
import type { Amount } from '../meaning.ts'
import { run, type Scope } from '../scope.ts'
import { assumedPart } from './assumptions.ts'
import { change } from './change/change.ts'
import { lookUp } from './look-up.ts'
import { perUnit } from './per-unit.ts'
import { shareOfNamed } from './share.ts'
import { total } from './total.ts'
import { asksWhether, yesNo } from './whether.ts'

type Comparison = 'above' | 'at-least' | 'below' | 'at-most' | 'equal'

const comparisons: readonly (readonly [RegExp, Comparison])[] = [
  [
    /\b(inte over|inte mer an|inte hogre an|inte overstiga|ej overstiga|hogst|maximalt|som mest|at most|no more than|not more than|not exceed)\b/,
    'at-most',
  ],
  [/\b(inte under|inte mindre an|minst|lagst|at least|no less than|not less than)\b/, 'at-least'],
  [
    /\b(over|mer an|hogre an|storre an|fler an|dyrare an|overstig\w*|oversteg|overskrid\w*|above|over|more than|higher than|larger than|greater than|bigger than|exceed\w*)\b/,
    'above',
  ],
  [
    /\b(under|mindre an|lagre an|farre an|billigare an|understig\w*|inom|below|less than|lower than|smaller than|fewer than|within)\b/,
    'below',
  ],
]

interface Threshold {
  readonly amount: Amount
  readonly comparison: Comparison
  /** Half of the last digit that the question gives. */
  readonly slack: number
}

const slackOf = (text: string, amount: Amount): number => {
  const digits = /^(\d[\d \u00a0]*)(?:[,.](\d+))?/.exec(text)
  const number = digits ? Number(`${digits[1]?.replace(/\D/g, '')}.${digits[2] ?? 0}`) : 0
  const factor = number > 0 ? amount.value / number : 1
  return (factor * 10 ** -(digits?.[2]?.length ?? 0)) / 2
}

/** The amount that a clause measures something against, and which way. */
export const thresholdIn = (scope: Scope): Threshold | undefined => {
  const { frame } = scope
  const own = frame.amounts.filter(
    ({ amount, tokens }) =>
      amount.unit !== 'none' && tokens.length > 0 && tokens.every(token => token >= frame.clause.from && token < frame.clause.to),
  )
  const [only] = own
  if (!only || own.length !== 1) return undefined
  const first = only.tokens[0] ?? 0
  const before = fold(
    frame.words
      .slice(Math.max(frame.clause.from, first - 5), first)
      .map(({ token }) => token.text)
      .join(' '),
  )
  const comparison = comparisons.find(([pattern]) => pattern.test(before))?.[1] ?? 'equal'
  return { amount: only.amount, comparison, slack: slackOf(frame.words[first]?.token.text ?? '', only.amount) }
}

/** Whether a value lies as the threshold says; `equal` as far as both are written out. */
export const meets = (value: number, { amount, comparison, slack }: Threshold): boolean => {
  switch (comparison) {
    case 'above':
      return value > amount.value
    case 'at-least':
      return value >= amount.value
    case 'below':
      return value < amount.value
    case 'at-most':
      return value <= amount.value
    case 'equal':
      return Math.abs(value - amount.value) <= slack
  }
}

const withoutAmounts = (scope: Scope): Scope => ({ ...scope, frame: { ...scope.frame, amounts: [] } })

/** The one figure that is measured: a share, a change or a printed figure in percent, else an amount. */
const measured = (scope: Scope, unit: Amount['unit']): Draft | undefined => {
  const asked = withoutAmounts(scope)
  if (saysMovement(scope.text)) {
    const changed = change(asked)
    if (changed) return changed
  }
  return unit === 'percent' ? (shareOfNamed(asked) ?? lookUp(asked)) : (perUnit(asked) ?? total(asked) ?? lookUp(asked))
}

const ofUnit = (unit: Amount['unit'], { calculation }: DraftFigure): boolean =>
  unit === 'percent' ? calculation.result.unit === 'percent' : /^kr/.test(calculation.result.unit)

const questionWord = /^(hur|vad|vilken|vilket|vilka|vem|nar|how|what|which|who|when)$/
const asksHowMuch = ({ frame }: Scope): boolean =>
  frame.words.slice(frame.clause.from, frame.clause.to).some(({ token }) => questionWord.test(token.folded))

/** `Kostar NOVA mer än 4 mnkr?`, `Står staten för hälften?`: yes or no, with the figure that decides. */
export const threshold = (scope: Scope): Draft | undefined => {
  const { frame, language } = scope
  if (!asksWhether(scope) || scope.associations.length !== 1 || hasCue(frame, 'exclude', 'list')) return undefined
  if (assumedPart(scope) !== undefined || asksHowMuch(scope)) return undefined
  if (topicsOf(frame).some(topic => topic === 'ceiling' || topic === 'limit')) return undefined
  const limit = thresholdIn(scope)
  if (!limit || limit.amount.unit === 'percentage_points') return undefined
  const draft = measured(scope, limit.amount.unit)
  if (draft?.status !== 'answered') return undefined
  const [figure, ...others] = draft.figures.filter(one => ofUnit(limit.amount.unit, one))
  if (!figure || others.length > 0) return undefined
  const { value, unit } = figure.calculation.result
  const ownUnit = unit === 'kr' ? value / 100 : value
  const deficit = hasCue(frame, 'deficit') && !hasCue(frame, 'surplus')
  const size =
    deficit || (figure.calculation.direction && limit.amount.value >= 0 && directionIn(scope.text, ['movement', 'comparison']) === 'down')
      ? -ownUnit
      : ownUnit
  const holds = meets(size, limit)
  const bound: Query = {
    op: 'constant',
    value: limit.amount.value,
    unit: limit.amount.unit === 'percent' ? 'percent' : 'kr',
    label: 'gräns',
  }
  const against = run(scope, bound)
  return answered('threshold', `${yesNo(holds, language)}. ${draft.sentence.replace(verdictBefore, '')}`, [figure], {
    ...(against ? { inputs: [{ calculation: against }] } : {}),
    verdict: { holds, rule: 'threshold' },
    notes: draft.notes,
    confidence: draft.confidence,
  })
}

const verdictBefore = /^(?:Ja|Nej|Yes|No)[.,:]\s+/
