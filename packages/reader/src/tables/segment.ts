import { COSTS } from '../number/costs.ts'
import { percentsIn } from './digit-groups.ts'
import { rowCosts } from './row-costs.ts'
import type { RowDraft } from './row-draft.ts'
import { hasDigits } from './tokens.ts'

/** Rows `from` up to `to` (exclusive) that share a number of columns. */
export interface Segment {
  readonly from: number
  readonly to: number
  readonly columns: number
}

export interface SegmentSetting {
  readonly hasNotes: boolean
  /** How many columns the header names; undefined without header. */
  readonly named?: number
  /** How many of them the header calls shares. */
  readonly namedShares?: number
  /** The lines of the header say so word by word. */
  readonly sure?: boolean
}

/** How much more a header counts whose lines name each column word by word. */
const sureness = 4

const mostColumns = 14
const sampled = 30

/**
 * Cuts a run of rows where their number of columns changes, so that reading all rows costs least. `apart[i]` tells whether
 * something (a blank line, a heading) parts row i from the row before: a change is likelier there.
 */
export function segmentRows(rows: readonly RowDraft[], apart: readonly boolean[], setting: SegmentSetting): readonly Segment[] {
  const choices = columnChoices(rows, setting)
  if (choices.length === 0) return []
  const shares = usualPercents(rows)
  const costs = rows.map(row => choices.map(columns => costAmongShares(row, columns, shares, setting)))
  const start = choices.map(columns =>
    setting.named === undefined
      ? 0
      : (setting.sure ? sureness : 1) * COSTS.headerMismatch.nats * Math.min(3, Math.abs(columns - setting.named)),
  )
  let totals = start.map((cost, choice) => cost + (costs[0]?.[choice] ?? 0))
  const from: number[][] = []
  for (let index = 1; index < rows.length; index += 1) {
    const best = totals.indexOf(Math.min(...totals))
    const changes = choices.map(columns => (apart[index] ? 5 : 9) + (besideNamed(columns, setting) ? COSTS.headerMismatch.nats : 0))
    const changed = (choice: number): number => (totals[best] ?? 0) + (changes[choice] ?? 0)
    const origin = choices.map((_, choice) => ((totals[choice] ?? 0) <= changed(choice) ? choice : best))
    totals = choices.map(
      (_, choice) => (origin[choice] === choice ? (totals[choice] ?? 0) : changed(choice)) + (costs[index]?.[choice] ?? 0),
    )
    from.push(origin)
  }
  return traceBack(totals, from, choices)
}

/** Whether rows have one column more or less than the header names: they are rather damaged than of another table. */
const besideNamed = (columns: number, { named }: SegmentSetting): boolean => named !== undefined && Math.abs(columns - named) === 1

/** How many percents most rows print that print any; 0 where few rows do. */
function usualPercents(rows: readonly RowDraft[]): number {
  const counts = rows.map(row => percentsIn(row.tail)).filter(count => count > 0)
  if (counts.length * 2 < rows.length) return 0
  return counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
}

/** A row that prints none of the percents that the others print, as a result often does, leaves them all out at once. */
function costAmongShares(row: RowDraft, columns: number, printed: number, setting: SegmentSetting): number {
  const cost = rowCost(row, columns, setting)
  const shares = printed > 0 ? printed : columns === setting.named ? (setting.namedShares ?? 0) : 0
  if (shares === 0 || columns <= shares || percentsIn(row.tail) > 0) return cost
  const unlike = printed > 0 ? COSTS.offPercent.nats : 0
  return Math.min(cost + unlike, rowCost(row, columns - shares, setting) + COSTS.blankForZero.nats)
}

function traceBack(totals: readonly number[], from: readonly (readonly number[])[], choices: readonly number[]): readonly Segment[] {
  let choice = totals.indexOf(Math.min(...totals))
  const path = [choice]
  for (let index = from.length - 1; index >= 0; index -= 1) {
    choice = from[index]?.[choice] ?? choice
    path.unshift(choice)
  }
  const segments: Segment[] = []
  let begin = 0
  for (let index = 1; index <= path.length; index += 1) {
    if (index < path.length && path[index] === path[begin]) continue
    segments.push({ from: begin, to: index, columns: choices[path[begin] ?? 0] ?? 1 })
    begin = index
  }
  return segments
}

/** Numbers of columns that suit some of the rows; of many columns, each number one of its own, a third of them. */
function columnChoices(rows: readonly RowDraft[], setting: SegmentSetting): readonly number[] {
  const every = Math.max(1, Math.ceil(rows.length / sampled))
  const votes = new Map<number, number>()
  const sample = rows.filter((_, index) => index % every === 0)
  for (const row of sample) {
    const most = Math.min(mostColumns, row.tail.filter(token => hasDigits(token) || token.kind === 'minus' || token.kind === 'mark').length)
    for (let columns = Math.max(1, Math.ceil(most / 4)); columns <= most; columns += 1) {
      if (rowCost(row, columns, setting) < 6) votes.set(columns, (votes.get(columns) ?? 0) + 1)
    }
    const long = row.tail.filter(hasDigits).length
    if (long > mostColumns) votes.set(long, (votes.get(long) ?? 0) + 1)
  }
  if (setting.named !== undefined && setting.named > 0 && setting.named <= mostColumns) votes.set(setting.named, sample.length)
  const ranked = [...votes].filter(([columns, count]) =>
    columns > mostColumns ? count * 3 >= sample.length : count * 12 >= sample.length || count >= 3,
  )
  return ranked
    .sort((a, b) => b[1] - a[1])
    .slice(0, 10)
    .map(([columns]) => columns)
}

const known = new WeakMap<RowDraft, readonly number[]>()

function rowCost(row: RowDraft, columns: number, setting: SegmentSetting): number {
  const costs = known.get(row) ?? rowCosts(row, mostColumns, setting.hasNotes)
  known.set(row, costs)
  if (columns <= mostColumns) return Math.min(COSTS.unreadable.nats, costs[columns - 1] ?? COSTS.unreadable.nats)
  return row.tail.filter(hasDigits).length === columns ? 0 : COSTS.unreadable.nats
}
