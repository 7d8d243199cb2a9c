import type { CellId, Equation } from './equation.ts'
import type { GridCell } from './grid.ts'
import type { Roundness } from './roundness.ts'

/** A cell of the whole problem: all tables of a document together. */
export interface ProblemCell {
  readonly cell: GridCell
  /** Other cells of the same row. */
  readonly siblings: readonly CellId[]
  /** The middle size of the row's other amounts; 0 where all are zero, −1 where there are none. */
  readonly middle: number
  /** Whether its row is a result, whose sign goes either way. */
  readonly signed: boolean
  /** A cost in a statement that prints costs with a minus. */
  readonly negative: boolean
  /** To what its column is rounded; undefined for totals and where the column is not. */
  readonly roundness?: Roundness
  /** How much cheaper a slip is in this cell than elsewhere in the text, in nats, dearer below 0: how sure text recognition was of it. */
  readonly ease?: number
}

export interface Problem {
  readonly cells: readonly ProblemCell[]
  readonly equations: readonly Equation[]
}

/** What became of a cell. `value` is null where nothing tells it. */
export interface SolvedCell {
  readonly value: number | null
  readonly status: 'printed' | 'repaired' | 'derived' | 'ambiguous' | 'missing'
  readonly alternatives: readonly number[]
  /** Equations that hold with the value and prove it. */
  readonly proof: readonly Equation[]
  /** Whether one of them is a check: not one that holds only because a cell was read from it among cells that may be damaged. */
  readonly checked: boolean
}

export interface Solution {
  readonly cells: readonly SolvedCell[]
  /** Equations that do not hold with the values chosen. */
  readonly violated: readonly Equation[]
  /** Of these, or of those held by an ambiguous cell: where several explanations are nearly as good. */
  readonly undecided: readonly Equation[]
  /** Equations that hold only because a cell was read from them, among cells that may be damaged unseen: they prove nothing. */
  readonly unproved: readonly Equation[]
  /** The work limit was met before all explanations were tried. */
  readonly exhausted: boolean
}
