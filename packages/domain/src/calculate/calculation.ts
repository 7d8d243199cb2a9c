import type { Quantity } from '../library/library.ts'
import type { Finding } from '../model/finding.ts'
import type { Period } from '../model/period.ts'
import type { CellStatus, Fact, Mapping, Scenario } from '../model/reading.ts'
import type { Unit } from '../model/unit.ts'
import type { Operation } from '../query/query.ts'

/** How far a result may be trusted: the weakest of its inputs. */
export interface Trust {
  readonly status: CellStatus
  readonly mapping: Mapping
}

/** Something the reader of a result should know: a definition that differs, a repair, a rounding, a default taken. Worded in `explain/`. */
export interface Note {
  readonly code: string
  readonly parameters: Readonly<Record<string, string | number>>
}

/** An exact result with its interval. Money in öre; percent, ratios, counts and amounts per head (in kronor) as they are. */
export interface Value {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly unit: Unit
}

/**
 * Whether a rule is shown to hold. Where a plain no would say too much, `state` tells what it is instead: `undecided`, where an amount that
 * decides can be read in several ways; `information`, where the document does otherwise than is usual and nothing binds it.
 */
export interface Verdict {
  readonly holds: boolean
  readonly rule: string
  readonly state?: 'undecided' | 'information'
}

/**
 * A result that explains itself: the operation, its inputs (calculations or a printed quantity) and the exact value.
 * A difference is always to − from. Prints as a formula, a sentence or table rows (see `explain/`).
 */
export interface Calculation {
  readonly operation: Operation
  readonly label: { readonly sv: string; readonly en: string }
  /** What a what-if is called by its asker. */
  readonly name?: string
  readonly result: Value
  /** Every result that ambiguous inputs allow, the shown one first; left out where there is one. */
  readonly alternatives?: readonly Value[]
  readonly inputs: readonly Calculation[]
  /** For a leaf: the printed quantity or the fact. */
  readonly quantity?: Quantity
  readonly fact?: Fact & { readonly association: string; readonly document: string }
  readonly association?: string
  readonly period?: Period
  readonly scenario?: Scenario
  readonly direction?: 'higher' | 'lower' | 'equal'
  /** For rank, filter and series: the inputs in order, the chosen first; for a projection its years, for what-ifs each of them, for a distribution its parts. */
  readonly ordered?: readonly Calculation[]
  /** For checks: whether the rule holds, and the findings. */
  readonly verdict?: Verdict
  readonly findings?: readonly Finding[]
  /** For a measure or a composed concept: its id. */
  readonly concept?: string
  readonly trust: Trust
  readonly notes: readonly Note[]
}

/** A projected or assumed value is told apart from a printed one by `operation: 'project'` and the assumptions in its notes. */
export type EvaluationFailure =
  | 'unknown-association'
  | 'unknown-line'
  | 'unknown-concept'
  | 'unknown-member'
  | 'unknown-fact'
  | 'not-printed'
  | 'several-match'
  | 'value-unknown'
  | 'units-differ'
  | 'division-by-zero'
  | 'percent-of-negative'
  | 'rule-not-applicable'
