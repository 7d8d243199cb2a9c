import { kronorPer, type Unit } from '@finsam/domain'
import type { Sheet } from '../reconcile/sheet.ts'
import { fold } from '../tables/fold.ts'
import type { RawTable } from '../tables/raw-table.ts'
import type { FoundUnit, ProseAmount } from './units.ts'

/** A table whose readings are chosen, and the unit it prints, if any. */
export interface UnitTask {
  readonly table: RawTable
  readonly sheet: Sheet
  readonly printed: FoundUnit | undefined
}

/** An amount of a table, for comparing it with others. */
export interface Amount {
  /** As printed, without its sign. */
  readonly value: number
  readonly step: number
  /** Folded label of its row. */
  readonly label: string
  readonly line: number
}

/** An amount whose unit is known, of another table or of a sentence. */
export interface KnownAmount {
  readonly kronor: number
  readonly stepKronor: number
  readonly label: string
  /** Of prints that say as much, the one that stands first in the tables is named; a sentence only where no table does. */
  readonly order: number
  readonly where: string
}

/** A column whose largest amount is so many times smaller than the table's measures something else: occasions, participants. */
const otherMeasure = 100

/** The amounts of a table that may be money: rows in other units and columns of counts are left out. */
export function amountsOf({ table, sheet }: UnitTask): readonly Amount[] {
  const cellsOf = (index: number) => sheet.grid.rows[index]?.readings[sheet.choice[index] ?? 0]?.cells ?? []
  const largest = Array.from({ length: sheet.grid.columns }, (_, column) =>
    sheet.grid.rows.reduce((most, row, index) => (row.role.apart ? most : Math.max(most, Math.abs(cellsOf(index)[column]?.base ?? 0))), 0),
  )
  const money = largest.map(most => most * otherMeasure > Math.max(...largest))
  return sheet.grid.rows.flatMap((row, index) => {
    if (row.role.apart) return []
    const label = subjectOf(table, table.rows[index]?.label ?? '')
    const line = table.rows[index]?.draft.line ?? 0
    const cells = cellsOf(index).filter((_, column) => money[column])
    return cells.flatMap(cell => (cell.base ? [{ value: Math.abs(cell.base), step: cell.step, label, line }] : []))
  })
}

/** What a row is about, folded: its label, or the title of the table for a bare `Summa`. */
function subjectOf(table: RawTable, label: string): string {
  if (!/^(?:(?:del)?summa|totalt?)?\W*$/i.test(label)) return fold(label)
  const title = table.headers.map(header => header.line.text).find(text => /\p{L}{5}/u.test(text)) ?? table.titles[0]?.text ?? ''
  return fold(title.replace(/^\W*not(?:er)?\b|\d+/gi, ''))
}

/** What a table prints, once its unit is known; nothing where that is no money. */
export function knownOf(own: readonly Amount[], unit: Unit): readonly KnownAmount[] {
  const factor = kronorPer(unit)
  if (factor === undefined) return []
  return own.map(({ value, step, label, line }) => ({
    kronor: value * factor,
    stepKronor: step * factor,
    label,
    order: line,
    where: `line ${line} prints the same amount`,
  }))
}

/** What the sentences print in units of their own. */
export const toldIn = (prose: readonly ProseAmount[]): readonly KnownAmount[] =>
  prose.map(({ kronor, stepKronor, line, text }) => ({
    kronor,
    stepKronor,
    label: '',
    order: Number.POSITIVE_INFINITY,
    where: `line ${line}: ${text}`,
  }))
