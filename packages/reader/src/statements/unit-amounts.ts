import { kronorPer } from '@finsam/domain'
import type { Sheet } from '../reconcile/sheet.ts'
import { distance, fold } from '../tables/fold.ts'
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

/** What the tables that are settled, and the prose, print in known units. */
export function knownAmounts(
  amounts: readonly (readonly Amount[])[],
  settled: ReadonlyMap<number, FoundUnit>,
  prose: readonly ProseAmount[],
): readonly KnownAmount[] {
  const tabled = amounts.flatMap((own, index) => {
    const factor = kronorPer(settled.get(index)?.unit ?? 'count')
    if (factor === undefined) return []
    return own.map(({ value, step, label, line }) => ({
      kronor: value * factor,
      stepKronor: step * factor,
      label,
      where: `line ${line} prints the same amount`,
    }))
  })
  const told = prose.map(({ kronor, stepKronor, line, text }) => ({ kronor, stepKronor, label: '', where: `line ${line}: ${text}` }))
  return [...tabled, ...told]
}

const mostKnown = 3_000
const mostOwn = 400
/** Equal amounts beyond these many nats say nothing more. */
const mostNats = 20

/** How much the amounts that other places print in a known unit speak for a factor: the more figures two prints share, the less by chance. */
export function equalities(
  own: readonly Amount[],
  factor: number,
  known: readonly KnownAmount[],
): { readonly nats: number; readonly where?: string } {
  const found = new Map<number, { readonly nats: number; readonly where: string }>()
  for (const amount of own.slice(0, mostOwn)) {
    for (const other of known.slice(0, mostKnown)) {
      const kronor = amount.value * factor
      if (Math.abs(kronor - other.kronor) > (amount.step * factor + other.stepKronor) / 2) continue
      const nats = surprise(kronor, Math.max(amount.step * factor, other.stepKronor)) + (sameLabel(amount.label, other.label) ? 3 : -2.5)
      const best = found.get(amount.value)
      if (nats > 0 && nats > (best?.nats ?? 0)) found.set(amount.value, { nats, where: other.where })
    }
  }
  const all = [...found.values()].sort((a, b) => b.nats - a.nats)
  const where = all[0]?.where
  return {
    nats: Math.min(
      mostNats,
      all.reduce((sum, one) => sum + one.nats, 0),
    ),
    ...(where ? { where } : {}),
  }
}

/** ln 10 for each figure beyond the first that an amount shows at the coarser of two precisions, closing zeros left out. */
function surprise(kronor: number, step: number): number {
  const figures = String(Math.round(kronor / step)).replace(/0+$/, '').length
  return Math.max(0, figures - 1) * Math.LN10
}

const sameLabel = (a: string, b: string): boolean => a.length >= 4 && (a === b || (a.length >= 8 && distance(a, b, 2) <= 2))
