import { type Calculation, type ConceptId, evaluate, type Library, type Query, type Selector, type Target } from '@finsam/domain'
import type { Slot } from './choose-links.ts'
import { populationTries, type Try, triesFor } from './pick-point.ts'
import type { Point } from './points.ts'
import { type Choice, choicesOf, type Wanted } from './target-choices.ts'

/** A figure that a part of a question was found to mean. */
export interface Pick {
  readonly query: Query
  readonly calculation: Calculation
  readonly association: string
  /** 0–1: a line named in full is surer than a word that several lines share. */
  readonly certainty: number
  /** Defaults that were taken, by name. */
  readonly defaults: readonly string[]
  readonly tokens: readonly number[]
}

export type Picked =
  | { readonly kind: 'one'; readonly pick: Pick }
  | { readonly kind: 'several'; readonly picks: readonly Pick[] }
  | { readonly kind: 'none'; readonly code: 'no-line' | 'not-printed'; readonly nearest: readonly string[]; readonly label?: string }

const selectorOf = (association: string, target: Target, attempt: Try): Selector => ({
  association,
  target,
  ...(attempt.period ? { period: attempt.period } : {}),
  ...(attempt.measure ? { columnMeasure: attempt.measure } : {}),
  ...(attempt.scenario ? { scenario: attempt.scenario } : {}),
})

const queryOf = (association: string, targets: readonly Target[], attempt: Try): Query => {
  const lookups: Query[] = targets.map(target => ({ op: 'lookup', of: selectorOf(association, target, attempt) }))
  const [only] = lookups
  return lookups.length === 1 && only ? only : { op: 'sum', of: lookups }
}

const tryChoice = (library: Library, association: string, choice: Choice, attempt: Try, tokens: readonly number[]): readonly Pick[] => {
  const bundles = choice.group ? [choice.targets] : choice.targets.map(target => [target])
  const picks = bundles.flatMap(targets => {
    const query = queryOf(association, targets, attempt)
    const outcome = evaluate(library, query)
    if (!outcome.ok) return []
    return [{ query, calculation: outcome.value, association, certainty: choice.certainty, defaults: attempt.defaults, tokens }]
  })
  return choice.allOrNone && picks.length < bundles.length ? [] : picks
}

const sameFigure = (one: Pick, other: Pick): boolean => {
  const [a, b] = [one.calculation.result, other.calculation.result]
  return a.unit === b.unit && a.low <= b.high && b.low <= a.high
}
/** Picks that say the same, once; the more precise one stays. */
const distinct = (picks: readonly Pick[]): readonly Pick[] =>
  picks
    .toSorted(
      (one, other) =>
        one.calculation.result.high - one.calculation.result.low - (other.calculation.result.high - other.calculation.result.low),
    )
    .filter((pick, at, all) => all.findIndex(other => sameFigure(pick, other)) === at)

const nearestOf = (library: Library, association: string, choices: readonly Choice[]): readonly string[] => {
  const keys = choices.flatMap(choice => choice.targets.flatMap(target => ('line' in target ? [target.line] : [])))
  const concepts = choices.flatMap(choice => choice.targets.flatMap(target => ('concept' in target ? [target.concept] : [])))
  const lines = [...keys.flatMap(key => library.line(key) ?? []), ...concepts.flatMap(id => library.linesFor(association, id as ConceptId))]
  return lines.flatMap(line => line.quantities.map(quantity => quantity.id))
}

/** The figure that a slot means in an association at a point of time: one, several that all fit, or none with what comes nearest. */
const pickAt = (library: Library, association: string, slot: Slot, point: Point | undefined, wanted: Wanted = 'money'): Picked => {
  const choices = choicesOf(library, association, slot, point, wanted)
  if (choices.length === 0) return { kind: 'none', code: 'no-line', nearest: [] }
  const groups = wanted === 'population' ? populationTries(library, association) : triesFor(library, association, point)
  for (const choice of choices) {
    if (choice.partOnly) continue
    for (const group of groups) {
      const picks = distinct(group.flatMap(attempt => tryChoice(library, association, choice, attempt, slot.tokens)))
      const [pick] = picks
      if (!pick) continue
      return picks.length === 1 ? { kind: 'one', pick } : { kind: 'several', picks }
    }
  }
  return { kind: 'none', code: 'not-printed', nearest: nearestOf(library, association, choices) }
}

/** As `pickAt`; a scenario that was only carried over from another point is given up where nothing is printed in it, and what is planned may be called a budget. */
export const pickTarget = (
  library: Library,
  association: string,
  slot: Slot,
  point: Point | undefined,
  wanted: Wanted = 'money',
): Picked => {
  const picked = pickAt(library, association, slot, point, wanted)
  if (picked.kind !== 'none' || point?.scenario === undefined) return picked
  const { scenario, carried, ...open } = point
  if (carried) return pickAt(library, association, slot, open, wanted)
  return scenario === 'plan' ? pickAt(library, association, slot, { ...open, scenario: 'budget' }, wanted) : picked
}
