import { lineCells } from './line-cells.ts'
import type { RawRow, RawTable } from './raw-table.ts'

const yearFirst = /^\W*((?:19|20)\d\d)(?!\d)/

/** A table whose rows are years and whose columns are what is measured: the year of each row, the name of each column. */
export interface YearRows {
  readonly years: readonly number[]
  readonly names: readonly string[]
}

/**
 * Years as rows: every row begins with a year of its own and has no words, and a header names the columns.
 *
 * @example yearRowsOf of `År Staten Region` over `2021 2 450 1 225` and `2022 2 500 1 250` → years 2021 and 2022, names Staten and Region
 */
export function yearRowsOf(table: RawTable): YearRows | undefined {
  if (table.rows.length < 2 || table.columns < 2) return undefined
  const years = table.rows.map(row => yearOf(row))
  const found = years.filter(year => year !== undefined)
  if (found.length < years.length || new Set(found).size < found.length) return undefined
  const names = namesOf(table)
  return names ? { years: found, names } : undefined
}

const yearOf = (row: RawRow): number | undefined => {
  const year = row.draft.label === '' ? yearFirst.exec(row.draft.text)?.[1] : undefined
  return year === undefined ? undefined : Number(year)
}

/** The words over the columns: of marked cells each its own, else one word a column after the word over the years. */
function namesOf(table: RawTable): readonly string[] | undefined {
  const lines = [...table.headers.map(header => header.line.text), table.rows[0]?.section ?? '', table.rows[0]?.label ?? '']
  for (const text of lines.reverse()) {
    const { parting, cells } = lineCells(text)
    const words = parting === 'marks' ? cells.map(cell => cell.text) : text.trim().split(/\s{2,}|\s(?=\p{Lu})/u)
    const names =
      parting === 'marks' && table.cellIndexes ? table.cellIndexes.map(index => words[index] ?? '') : words.slice(-table.columns)
    const fits = parting === 'marks' || words.length === table.columns || words.length === table.columns + 1
    if (fits && names.length === table.columns && names.every(name => /\p{L}{2}/u.test(name))) return names
  }
  return undefined
}

/** The same table with the years as labels, so that no row is taken for a total. */
export const withYearLabels = (table: RawTable, { years }: YearRows): RawTable => ({
  ...table,
  rows: table.rows.map((row, index) => ({ ...row, label: String(years[index] ?? row.label) })),
})
