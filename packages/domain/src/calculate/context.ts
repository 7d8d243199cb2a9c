import type { Library } from '../library/library.ts'
import type { Result } from '../model/result.ts'
import type { Query } from '../query/query.ts'
import type { Selector, Target } from '../query/target.ts'
import type { Calculation, EvaluationFailure } from './calculation.ts'
import type { Readings } from './leaf.ts'

export type Outcome = Result<Calculation, EvaluationFailure>

/** What a step needs: the library, the readings taken for ambiguous amounts, and the way to evaluate its inputs. */
export interface Context {
  readonly library: Library
  readonly readings: Readings
  readonly run: (query: Query) => Outcome
  /** Concepts being composed, outermost first: two that are computed from each other must not go round. */
  readonly trail: readonly string[]
  /** The same context within the composing of a concept. */
  readonly within: (concept: string) => Context
  /** The same library with other readings taken. */
  readonly reading: (readings: Readings) => Context
}

/** The same association, scenario and period with another target. */
export const lookupOf = (selector: Selector, target: Target): Query => ({ op: 'lookup', of: { ...selector, target } })
export const conceptQuery = (selector: Selector, concept: string): Query => lookupOf(selector, { concept })
