import { cellsOf } from '../cells.ts'
import type { Draft } from '../draft.ts'
import { isSpecific } from '../follow-up.ts'
import type { Frame } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Pick } from '../pick-target.ts'
import type { Point } from '../points.ts'
import type { Scope } from '../scope.ts'
import { gather, totalsOfColumn, wantedOf } from './look-up.ts'
import { shareDraft } from './share-draft.ts'

const saidBefore = ({ words }: Frame, at: number): string =>
  words
    .slice(Math.max(0, at - 2), at)
    .map(({ token }) => token.folded)
    .join(' ')

/** `Andel kvinnor i Stegen`: one column by the total of its line; of two columns, the later by the earlier. */
export const shareOfColumns = (scope: Scope): Draft | undefined => {
  const { frame } = scope
  const [first, second, ...others] = [...new Set(frame.points.flatMap(({ measure }) => measure ?? []))]
  const slots = totalsOfColumn(scope) ?? mainTargets(frame).filter(isSpecific)
  const points = frame.points.filter(({ measure }) => measure === (second ?? first))
  if (!first || others.length > 0 || slots.length !== 1 || points.length !== 1) return undefined
  const at = (point: Point): Pick | undefined => {
    const own = { ...scope, frame: { ...frame, points: [point] } }
    return gather(own, cellsOf(own, slots), wantedOf(scope)).picks[0]
  }
  const { measure: _, ...whole } = points[0] ?? { at: 0, tokens: [] }
  const named = frame.columns.find(({ meaning }) => 'measure' in meaning && meaning.measure === first)
  const isWhole = second === undefined && named !== undefined && /\b(av|of)( det| de| the)?$/.test(saidBefore(frame, named.tokens[0] ?? 0))
  const [column, rest] = [at({ ...whole, measure: second ?? first }), at(second ? { ...whole, measure: first } : whole)]
  const [part, all] = isWhole ? [rest, column] : [column, rest]
  return part && all && shareDraft(scope, part, all, slots[0])
}
