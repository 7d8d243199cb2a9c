import { isTotalLabel, itemsBelow } from '../concepts/sheet.ts'
import type { Library, Printing } from '../library/library.ts'
import type { Line, Statement } from '../model/reading.ts'
import { isMoney } from '../model/unit.ts'
import type { Calculation } from './calculation.ts'

const leavesOf = (calculation: Calculation): readonly Calculation[] =>
  calculation.inputs.length === 0 ? [calculation] : calculation.inputs.flatMap(leavesOf)

const tableKey = ({ document, statement }: Printing): string => `${document} ${statement}`

const isCostItem = (line: Line, { unit }: Statement): boolean =>
  line.nature === 'cost' && line.role === 'item' && !isTotalLabel(line) && isMoney(line.unit ?? unit)

/** Whether every cost of a table is one of the lines taken from it, or stands below one of them. */
function isUsedUp(library: Library, taken: readonly Printing[]): boolean {
  const [first] = taken
  const table = first && library.reading(first.document)?.statements.find(({ id }) => id === first.statement)
  if (!table) return false
  const lines = table.lines.filter(({ id }) => taken.some(({ line }) => line === id))
  const held = new Set(lines.flatMap(line => (isTotalLabel(line) ? itemsBelow(table, line) : [line])))
  return table.lines.every(line => !isCostItem(line, table) || held.has(line))
}

/**
 * Whether costs that were added up leave no cost of their tables out: the lines that are known for what they are do not make all
 * costs while another line of costs stands beside them. An amount that several tables print may be complete in any of them.
 *
 * @example holdsAllCosts(library, sum) // false: Kansli + Revision + Summa insatser, and beside them stands Styrelse och ägarsamråd
 */
export function holdsAllCosts(library: Library, sum: Calculation): boolean {
  const printings = leavesOf(sum).map(({ quantity }) => quantity?.printings ?? [])
  const byTable = Map.groupBy(printings.flat(), tableKey)
  const usedUp = new Set([...byTable].filter(([, taken]) => isUsedUp(library, taken)).map(([key]) => key))
  return printings.every(all => all.some(printing => usedUp.has(tableKey(printing))))
}
