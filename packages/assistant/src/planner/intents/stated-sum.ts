import type { Query } from '@finsam/domain'
import { amountWords, listWords, sizeWords } from '../../answer/wording.ts'
import { pickCell } from '../cells.ts'
import type { Slot } from '../choose-links.ts'
import { answered, type Draft } from '../draft.ts'
import { mainTargets } from '../main-targets.ts'
import type { Pick } from '../pick-target.ts'
import type { Point } from '../points.ts'
import { conceptId, run, type Scope } from '../scope.ts'
import { pickLabel } from './look-up.ts'
import { yesNo } from './whether.ts'

const sign = /^(plus|minus)$/
const equals = /^(equal|equals|give|gives|make|makes|blir|ger|lika|motsvarar)$/

const startOf = (slot: Slot): number => slot.tokens[0] ?? 0

/** An opening balance stands at the start of whatever time is asked for. */
const pointFor = ({ frame }: Scope, slot: Slot): Point | undefined => {
  const [point] = frame.points
  if (!point?.time || !conceptId(slot)?.startsWith('opening-')) return point
  const { day: _, half: __, month: ___, ...year } = point.time
  return { ...point, time: { ...year, edge: 'opening' } }
}

interface Term {
  readonly pick: Pick
  readonly minus: boolean
}

const termsOf = (scope: Scope, association: string, slots: readonly Slot[]): readonly Term[] =>
  slots.flatMap(slot => {
    const picked = pickCell(scope, { association, slot, point: pointFor(scope, slot) })
    const before = scope.frame.words.slice(scope.frame.clause.from, startOf(slot)).findLast(({ token }) => sign.test(token.folded))
    return picked.kind === 'one' ? [{ pick: picked.pick, minus: before?.token.folded === 'minus' }] : []
  })

/** `Is A plus B equal to C?`: the sum that a question states, reckoned and held against the amount that it names. */
export const statedSum = (scope: Scope): Draft | undefined => {
  const { frame, language } = scope
  const [association, ...others] = scope.associations
  const said = frame.words.map(({ token }, at) => ({ at, folded: token.folded })).slice(frame.clause.from, frame.clause.to)
  const first = said.find(({ folded }) => sign.test(folded))?.at
  const equal = said.find(({ at, folded }) => first !== undefined && at > first && equals.test(folded))?.at
  if (!association || others.length > 0 || equal === undefined) return undefined
  const slots = mainTargets(frame).toSorted((one, other) => startOf(one) - startOf(other))
  const [left, right] = [slots.filter(slot => startOf(slot) < equal), slots.filter(slot => startOf(slot) > equal)]
  const signs = said.filter(({ at, folded }) => at < equal && sign.test(folded))
  if (right.length !== 1 || left.length !== signs.length + 1) return undefined
  const [terms, [whole]] = [termsOf(scope, association, left), termsOf(scope, association, right)]
  if (!whole || terms.length < left.length) return undefined
  const query: Query = {
    op: 'sum',
    of: terms.map(({ pick, minus }): Query => (minus ? { op: 'scale', of: pick.query, factor: -1 } : pick.query)),
  }
  const sum = run(scope, query)
  const gap = sum && run(scope, { op: 'change', from: whole.pick.query, to: query, as: 'amount' })
  if (!sum || !gap) return undefined
  const holds = gap.result.low <= 0 && gap.result.high >= 0
  const parts = listWords(
    terms.map(({ pick }) => `${pickLabel(scope, pick)} ${amountWords(pick.calculation, language)}`),
    language,
  )
  const printed = `${pickLabel(scope, whole.pick)} ${amountWords(whole.pick.calculation, language)}`
  const differs =
    gap.result.value === 0 ? '' : language === 'sv' ? `, ${sizeWords(gap, language)} ifrån` : `, ${sizeWords(gap, language)} apart`
  const sentence =
    language === 'sv'
      ? `${yesNo(holds, language)}, ${parts} ger ${amountWords(sum, language)}; ${printed} är tryckt${differs}.`
      : `${yesNo(holds, language)}, ${parts} give ${amountWords(sum, language)}; ${printed} is printed${differs}.`
  const figures = [{ calculation: sum }, { calculation: whole.pick.calculation }, ...(holds ? [] : [{ calculation: gap }])]
  return answered('check', sentence, figures, { verdict: { holds, rule: 'sums' } })
}
