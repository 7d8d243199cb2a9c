import type { Reader, Tally } from './compare.ts'
import type { Lawful } from './lawful.ts'
import { type Printed, printAmount } from './print.ts'

/** A statement with a percent behind every amount. Columns are counted with the percents: amount, percent, amount, percent … */
export interface WithShares {
  /** The statement as it is damaged and laid out: percents stand among its values. */
  readonly beside: Lawful
  readonly printed: Printed
}

interface Row {
  readonly values: readonly number[]
  readonly cells: readonly string[]
}

/** How percents are printed: so many decimals, and what follows the number. */
export interface SharePrint {
  readonly decimals: number
  readonly sign: '' | '%' | ' %'
}

export const sharePrints: readonly SharePrint[] = [0, 1].flatMap(decimals =>
  (['', '%', ' %'] as const).map((sign): SharePrint => ({ decimals, sign })),
)

/**
 * Prints each amount's share of the total of its income or costs behind it. What is no part of such a total, as a result, has none.
 */
export function withShares(lawful: Lawful, { decimals, sign }: SharePrint): WithShares {
  const wholes = wholesOf(lawful)
  const rows = lawful.rows.map((row, index): Row => {
    const pairs = row.values.map((value, column) => {
      const whole = lawful.rows[wholes.get(index) ?? -1]?.values[column]
      const share = whole === 0 ? 0 : whole ? Math.round((100 * value * 10 ** decimals) / whole) / 10 ** decimals : undefined
      const print = share === undefined ? '' : `${share.toFixed(decimals).replace('.', ',')}${sign}`
      return { values: [value, share ?? 0], cells: [printAmount(value, lawful.kronor), print] }
    })
    return { values: pairs.flatMap(pair => pair.values), cells: pairs.flatMap(pair => pair.cells) }
  })
  const headers = lawful.headers.flatMap(header => [header, 'Andel'])
  return {
    beside: { ...lawful, headers, rows: lawful.rows.map((row, index) => ({ ...row, values: rows[index]?.values ?? [] })) },
    printed: { headers, rows: lawful.rows.map(({ label }, index) => ({ label, cells: rows[index]?.cells ?? [] })) },
  }
}

/** The row that each row's amounts are shares of: the total that no other total takes up, save a result. */
function wholesOf({ rows }: Lawful): ReadonlyMap<number, number> {
  const above = new Map<number, number>()
  const sums = (row: Lawful['rows'][number]): boolean => row.kind === 'total' && !/^Utgående/.test(row.label)
  rows.forEach((row, total) => {
    if (sums(row)) for (const part of row.parts) above.set(part.row, total)
  })
  const top = (row: number): number => (above.has(row) ? top(above.get(row) ?? row) : row)
  return new Map(rows.flatMap((row, index) => (above.has(index) || sums(row) ? [[index, top(index)] as const] : [])))
}

/** A reader's amounts alone, by the columns of the statement without percents. */
export const amountsAlone =
  (reader: Reader): Reader =>
  (row, column) =>
    reader(row, 2 * column)

/** Compares the percents that were read with those printed before any damage. */
export function compareShares({ beside, printed }: WithShares, reader: Reader, tally: Tally): void {
  printed.rows.forEach((row, index) => {
    row.cells.forEach((cell, column) => {
      if (column % 2 === 0 || cell === '') return
      const said = reader(index, column)
      const value = beside.rows[index]?.values[column] ?? 0
      tally.cells += 1
      if (!said || said.value === null) tally[value === 0 ? 'right' : 'missing'] += 1
      else if (Math.abs(said.value - value) < 1e-9) tally.right += 1
      else tally[said.flagged ? 'flagged' : 'wrong'] += 1
    })
  })
}
