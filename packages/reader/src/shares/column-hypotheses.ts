import type { Term } from '../reconcile/equation.ts'
import type { MeasuredAt, ShareEquation } from './share-equation.ts'
import type { ShareHypothesis } from './share-hypothesis.ts'
import { cellAt, type ShareTable } from './share-table.ts'

/** So many columns of amounts, those nearest to a column of percents, are thought of. */
const mostColumns = 6
/** So many totals, those that print 100 percent first; and so many items together, where no total is printed. */
const mostTotals = 12
const mostItems = 60

/** What a column of percents may tell: parts of a column's total, the ratio of two columns, the change from one to another. */
export function columnHypotheses(table: ShareTable, column: number, at: MeasuredAt): readonly ShareHypothesis[] {
  const amounts = table.shares
    .flatMap((share, other) => (share ? [] : [other]))
    .sort((a, b) => Math.abs(a - column) - Math.abs(b - column) || a - b)
    .slice(0, mostColumns)
  return [
    ...amounts.flatMap(of => partsOf(table, column, of, at)),
    ...amounts.flatMap(of =>
      amounts.flatMap(whole =>
        of === whole
          ? []
          : [
              between(table, column, { of, whole, less: 0, sign: 1 }),
              between(table, column, { of, whole, less: 1, sign: 1 }),
              between(table, column, { of, whole, less: 1, sign: -1 }),
            ],
      ),
    ),
  ]
}

/** What it costs that a fall is printed as a rise: a saving, a cost lower than its budget. */
const againstSign = 2

interface Between {
  readonly of: number
  readonly whole: number
  readonly less: 0 | 1
  readonly sign: 1 | -1
}

function between(table: ShareTable, column: number, { of, whole, less, sign }: Between): ShareHypothesis {
  const equations = table.rows.flatMap((row): readonly ShareEquation[] => {
    const [share, part, base] = [cellAt(row, column), row.cells[of], row.cells[whole]]
    return share === undefined || !part || !base || row.share ? [] : [{ share, part: [part], whole: [base], less, sign }]
  })
  return { equations, elsewhere: false, cost: sign < 0 ? againstSign : 0 }
}

/** Shares of a column: each row of one total, or of the next row that prints 100 percent, or of all items where no row does. */
function partsOf(table: ShareTable, column: number, of: number, at: MeasuredAt): readonly ShareHypothesis[] {
  const printed = (row: number): number | undefined => {
    const share = cellAt(table.rows[row], column)
    return share === undefined ? undefined : at(share)?.value
  }
  const inPlay = table.rows.flatMap((row, index) => (row.share || row.apart || !row.cells[of] ? [] : [index]))
  const whole = inPlay.filter(row => printed(row) === 100)
  const others = inPlay.filter(row => table.rows[row]?.total && printed(row) !== 100)
  const totals = [...whole.slice(-mostTotals), ...others.slice(-mostTotals)].slice(0, mostTotals)
  const elsewhere = !standsBeside(table, column, of)
  const made = (wholeOf: (row: number) => readonly number[]): ShareHypothesis => ({
    elsewhere,
    equations: inPlay.flatMap((row): readonly ShareEquation[] => {
      const share = cellAt(table.rows[row], column)
      const parts = termsOf(table, [row], of)
      const [total, ...more] = wholeOf(row)
      return share === undefined || total === undefined || (more.length === 0 && total === row)
        ? []
        : [{ share, part: parts, whole: termsOf(table, [total, ...more], of), less: 0, sign: 1 }]
    }),
  })
  const items = inPlay.filter(row => !table.rows[row]?.total)
  return [
    ...totals.map(total => made(() => [total])),
    ...(whole.length > 1 ? [made(row => whole.filter(total => total >= row).slice(0, 1))] : []),
    ...(whole.length === 0 && items.length > 1 && items.length <= mostItems ? [made(() => items)] : []),
  ]
}

const termsOf = (table: ShareTable, rows: readonly number[], column: number): readonly Term[] =>
  rows.flatMap(row => table.rows[row]?.cells[column] ?? [])

/** Whether a column of percents stands behind amounts, or has their scenario and time; the first column of all belongs to the one behind it. */
function standsBeside({ shares, times }: ShareTable, column: number, of: number): boolean {
  if (times[column] === times[of]) return true
  const before = shares.findLastIndex((share, other) => !share && other < column)
  return before === -1 ? shares.indexOf(false) === of : before === of
}
