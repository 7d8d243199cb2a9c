import type { Scenario } from '@finsam/domain'
import { headerAtoms } from '../tables/header-atoms.ts'
import type { RawTable } from '../tables/raw-table.ts'

/** The year and scenario that a row's own label names. */
export interface LabelTime {
  readonly year: number
  readonly scenario?: Scenario
}

/**
 * The years of rows whose labels carry them (`Ingående balans eget kapital 2022 1348`), when every row of a table of one
 * column does and nothing above names the column; undefined otherwise.
 */
export function labelTimes(table: RawTable, toLabel: readonly number[]): readonly LabelTime[] | undefined {
  if (table.columns !== 1 || table.rows.length < 2) return undefined
  const times = table.rows.map((row, index) => {
    const tokens = row.draft.tail.slice(0, toLabel[index] ?? 0)
    const text = `${row.label} ${tokens.map(token => token.text).join(' ')}`
    const year = /\b(20\d\d)\b(?!.*\b20\d\d\b)/.exec(text)?.[1]
    const scenario = headerAtoms(row.label).find(atom => atom.scenario && atom.scenario !== 'variance')?.scenario
    return year ? { year: Number(year), ...(scenario ? { scenario } : {}) } : undefined
  })
  const found = times.filter(time => time !== undefined)
  return found.length === times.length && new Set(found.map(time => time.year)).size >= 2 ? found : undefined
}
