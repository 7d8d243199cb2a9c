import { MARGIN } from '../number/costs.ts'
import { columnHypotheses } from './column-hypotheses.ts'
import { rowHypotheses } from './row-hypotheses.ts'
import { type ShareHypothesis, type ShareTask, type WeighedShares, weighShares } from './share-hypothesis.ts'
import { cellAt, type ShareTable } from './share-table.ts'

/** What a column or row of percents is shares of, with what else it may be almost as well. */
export interface ShareRelation extends WeighedShares {
  readonly rivals: readonly WeighedShares[]
}

/** Tables with more columns, and further rows of percents, are left alone. */
const mostColumns = 14
const mostShareRows = 20
/** A relation holds from so many ties on, and where four in five percents tie. */
const fewestTies = 2

/**
 * Finds what the percents of a table are shares of, from the figures alone: of all parts of totals, ratios and changes that its columns and rows
 * allow, the one that far more percents meet than chance would have it.
 */
export function findShareRelations(table: ShareTable, task: ShareTask): readonly ShareRelation[] {
  if (table.shares.length > mostColumns) return []
  const columns = table.shares.flatMap((share, column) =>
    share && table.shares.includes(false) ? bestOf(columnHypotheses(table, column, task.at), task, true) : [],
  )
  const rows = table.rows.flatMap((row, index) => (row.share ? [index] : [])).slice(0, mostShareRows)
  return [...columns, ...rows.flatMap(row => bestOf(withPercents(table, row), task, false))]
}

/** A row without a percent that could be weighed costs nothing to leave alone. */
const withPercents = (table: ShareTable, row: number): readonly ShareHypothesis[] =>
  table.shares.some((_, column) => cellAt(table.rows[row], column) !== undefined) ? rowHypotheses(table, row) : []

function bestOf(hypotheses: readonly ShareHypothesis[], task: ShareTask, alike: boolean): readonly ShareRelation[] {
  const choice = alike ? Math.log(Math.max(1, hypotheses.length)) : 0
  const weighed = hypotheses
    .map(hypothesis => weighShares({ ...hypothesis, cost: (hypothesis.cost ?? 0) + choice }, task))
    .filter(({ ties, misses, nats }) => nats >= MARGIN && ties >= fewestTies && ties >= misses * 4)
    .sort((a, b) => b.nats - a.nats)
  const [best, ...others] = weighed
  return best ? [{ ...best, rivals: others.filter(other => other.nats > best.nats - MARGIN) }] : []
}
