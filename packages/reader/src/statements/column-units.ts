import type { Unit } from '@finsam/domain'
import type { Sheet } from '../reconcile/sheet.ts'
import { lineCells } from '../tables/line-cells.ts'
import type { RawTable } from '../tables/raw-table.ts'
import type { DraftColumn } from './draft-column.ts'
import { columnUnits } from './statement-columns.ts'
import { unitOfText } from './units.ts'

interface TableOfUnits {
  readonly table: RawTable
  readonly sheet: Sheet
  readonly unit: { readonly unit: Unit }
}

/** The whole text that stands over a column, where the text shows which that is. */
function headOf({ headers, cellIndexes, columnWords }: RawTable, column: number): string | undefined {
  const cell = cellIndexes?.[column]
  if (cell === undefined) return columnWords?.[column]
  const texts = headers.flatMap(({ line }) => {
    const { parting, cells } = lineCells(line.text)
    return parting === 'marks' ? [cells[cell]?.text ?? ''] : []
  })
  return texts.length === 0 ? columnWords?.[column] : texts.join(' ').trim()
}

const perHead = /\bper\s+(deltagare|person|individ|inv[åa]nare|plats)\b|kr\s*\/\s*(deltagare|person|individ|inv[åa]nare|plats)/i
const perHeadUnits: Readonly<Record<string, Unit>> = {
  deltagare: 'kr_per_participant',
  person: 'kr_per_person',
  individ: 'kr_per_person',
  invånare: 'kr_per_person',
  invanare: 'kr_per_person',
}
const counting = /volym|antal|deltagare|personer|platser|m[åa]l\b/i
const mostCounted = 1_000

/**
 * Columns with the unit that their own header tells: an amount per head (`Kostnad per deltagare, kr`) is a rate, and in a table of volumes only
 * the columns whose header names money hold money.
 */
export function withOwnUnits(columns: readonly DraftColumn[], task: TableOfUnits): readonly DraftColumn[] {
  const heads = columns.map((_, column) => headOf(task.table, column))
  const rates = columns.map((column, at): DraftColumn => {
    const [, per, slashed] = perHead.exec(heads[at] ?? column.label) ?? []
    const word = (per ?? slashed)?.toLowerCase()
    if (!word || column.measure === 'share') return column
    const inKronor = task.unit.unit === 'kr' || task.table.headers.some(({ line }) => /(?:^|\s)kr\b/i.test(line.text))
    const own = unitOfText(heads[at] ?? '')
    const unit = (inKronor || own === 'kr' ? perHeadUnits[word] : undefined) ?? (own === task.unit.unit ? undefined : own)
    return { ...column, measure: `per ${word}`, ...(unit ? { unit } : {}) }
  })
  const named = heads.filter(head => head !== undefined && unitOfText(head) !== undefined).length
  const spoken = [task.table.titles[0]?.text ?? '', ...heads].some(text => counting.test(text ?? ''))
  if (named === 0 || named === columns.length || !spoken) return withParts(rates)
  return withParts(
    rates.map((column, at) => {
      const money = unitOfText(heads[at] ?? '') !== undefined || column.measure !== undefined
      return money || !isSmall(task, at) ? column : { ...column, unit: 'count' }
    }),
  )
}

/** A column of what is a part of the one before it (`Varav kvinnor` beside `Deltagare`) has its unit. */
const withParts = (columns: readonly DraftColumn[]): readonly DraftColumn[] =>
  columns.map((column, at) => {
    const before = columns[at - 1]
    const unit = before?.unit ?? columnUnits[before?.measure ?? '']
    return unit && !column.unit && /^(?:varav|därav|darav)(?:\s|$)/i.test(column.label) ? { ...column, unit } : column
  })

/** Whether all amounts of a column are whole numbers below a thousand. */
function isSmall({ sheet: { grid, choice } }: TableOfUnits, column: number): boolean {
  const values = grid.rows.flatMap((row, index) => row.readings[choice[index] ?? 0]?.cells[column]?.base ?? [])
  return values.length > 0 && values.every(value => Number.isInteger(value) && Math.abs(value) < mostCounted)
}
