import type { StatementKind } from '@finsam/domain'
import { reconcileSheet, type Sheet } from '../reconcile/sheet.ts'
import type { RawTable } from '../tables/raw-table.ts'
import { withYearLabels, type YearRows, yearRowsOf } from '../tables/year-rows.ts'
import type { TextDocument } from '../text/text-document.ts'
import type { ColumnPlan } from './column-plan.ts'
import { withOwnUnits } from './column-units.ts'
import { toldApart, withComparedTimes, withSharedTimes } from './columns-beside.ts'
import { declaredUnit } from './declared-unit.ts'
import type { DocumentTraits } from './document-traits.ts'
import { columnOf, type DraftColumn } from './draft-column.ts'
import { gridOf } from './grid-of.ts'
import { planColumns } from './identify-columns.ts'
import { amountsOf, type KnownColumn } from './known-columns.ts'
import { type LabelTime, labelTimes } from './label-years.ts'
import { meaningsOf, type RowMeaning, refineMeanings } from './row-roles.ts'
import { kindOfStatement } from './statement-kind.ts'
import { settleUnits } from './unit-evidence.ts'
import { type FoundUnit, printedUnit, proseAmounts } from './units.ts'

/** A table whose readings are chosen, with its columns, kind and unit made out; its cells are not yet settled. */
export interface DraftStatement {
  readonly table: RawTable
  readonly meanings: readonly RowMeaning[]
  readonly sheet: Sheet
  readonly kind: StatementKind
  readonly unit: FoundUnit
  readonly columns: readonly DraftColumn[]
  /** The column of each row, where rows name their own year and the table has one column of amounts, or `names` for several. */
  readonly columnOfRow?: readonly number[]
  /** What each amount of a row is, where the rows are years: each amount is a line of its own, with its meaning. */
  readonly names?: readonly { readonly label: string; readonly meaning: RowMeaning }[]
}

/** So many columns that other tables name are compared with. */
const mostKnown = 120

/** Makes out kind, unit and columns of all tables of a document, each with the help of the others. */
export function draftStatements(document: TextDocument, found: readonly RawTable[], traits: DocumentTraits): readonly DraftStatement[] {
  const yearly = found.map(yearRowsOf)
  const tables = found.map((table, index) => (yearly[index] ? withYearLabels(table, yearly[index]) : table))
  const lines = new Set(tables.flatMap(table => table.rows.map(row => row.draft.line)))
  const read = tables.map(table => {
    const first = meaningsOf(table)
    const sheet = reconcileSheet(gridOf(table, first))
    const meanings = refineMeanings(first, sheet.sums, table.rows)
    const captions = table.headers.map(header => header.line.text).filter(text => /\p{L}{6}/u.test(text))
    const kind = kindOfStatement(table, meanings, [...captions.slice(0, 1), ...table.titles.map(line => line.text)])
    return { table, meanings, sheet, kind, printed: printedUnit(table) }
  })
  const units = settleUnits(read, { prose: proseAmounts(document, lines), declared: declaredUnit(document, lines) })
  const tasks = read.map((task, index) => {
    const unit = units[index] ?? { unit: 'count' as const }
    return unit.unit === 'count' && !task.printed ? { ...task, ...asCounts(task), unit } : { ...task, unit }
  })
  const known: KnownColumn[] = []
  const plans = new Map<number, readonly ColumnPlan[]>()
  const order = tasks.map((_, index) => index).sort((a, b) => doubt(tasks[a]?.table) - doubt(tasks[b]?.table) || a - b)
  for (const index of order) {
    const task = tasks[index]
    if (!task || yearly[index]) continue
    const found = planColumns({ table: task.table, sheet: task.sheet, unit: task.unit.unit }, known.slice(0, mostKnown), traits)
    plans.set(index, found)
    found.forEach((plan, column) => {
      if (plan.scenario === 'variance' || (plan.year === undefined && plan.days.length === 0)) return
      const where = `line ${task.table.rows[0]?.draft.line ?? 0}`
      const scenario = plan.scenario ?? (plan.days.length > 0 ? ('actual' as const) : undefined)
      known.push({
        scenario,
        year: plan.year,
        days: plan.days,
        where,
        amounts: amountsOf({ table: task.table, sheet: task.sheet, unit: task.unit.unit }, column),
      })
    })
  }
  return tasks.map((task, index) => {
    const years = yearly[index]
    return years ? byYearRows(task, years, traits) : finish(task, plans.get(index) ?? [], traits)
  })
}

/** A table of things counted: whatever its labels say, its rows are neither income nor cost. */
const asCounts = ({ meanings }: Pick<DraftStatement, 'meanings'>): Pick<DraftStatement, 'meanings' | 'kind'> => ({
  kind: 'other',
  meanings: meanings.map(meaning => (meaning.nature === 'share' ? meaning : { ...meaning, nature: 'count' })),
})

/** How little a table's header says: tables that name all their columns come first. */
const doubt = (table: RawTable | undefined): number => {
  const named = Math.max(0, ...(table?.headers ?? []).map(header => header.atoms.filter(atom => atom.when !== undefined).length))
  return Math.max(0, (table?.columns ?? 0) - named) + ((table?.headers.length ?? 0) > 3 ? 1 : 0)
}

type Task = Omit<DraftStatement, 'columns' | 'columnOfRow' | 'names'>

function finish(task: Task, plans: readonly ColumnPlan[], traits: DocumentTraits): DraftStatement {
  const toLabel = task.sheet.grid.rows.map((row, index) => row.readings[task.sheet.choice[index] ?? 0]?.toLabel ?? 0)
  const headed = task.table.headers.some(header => header.atoms.some(atom => atom.when !== undefined))
  const times = headed && task.kind !== 'equity-rollforward' ? undefined : labelTimes(task.table, toLabel)
  if (times) return byLabelTimes(task, times, traits)
  const counted = plans.some(plan => plan.measure === 'count' || plan.measure === 'participants' || plan.measure === 'occasions')
  const kind =
    counted && task.kind === 'income'
      ? 'other'
      : plans.some(plan => plan.measure === 'net') && task.kind !== 'balance'
        ? 'operating'
        : task.kind
  const columns = plans.map(plan => columnOf(plan, plans, { ...task, kind }, traits))
  return {
    ...task,
    kind,
    columns: toldApart(withOwnUnits(withSharedTimes(withComparedTimes(columns, task.sheet.relations), traits), task)),
  }
}

/** Years as rows become columns, and what the columns measure lines. */
function byYearRows(task: Task, { years, names }: YearRows, traits: DocumentTraits): DraftStatement {
  const [row] = task.table.rows
  const rows = row ? names.map(label => ({ ...row, label, section: '', draft: { ...row.draft, tail: [] } })) : []
  const meanings = meaningsOf({ ...task.table, rows })
  const distinct = [...new Set(years)].sort((a, b) => a - b)
  const plans = distinct.map((year): ColumnPlan => ({ text: String(year), year, days: [], because: ['the year that the rows begin with'] }))
  return {
    ...task,
    columns: plans.map(plan => columnOf(plan, plans, task, traits)),
    columnOfRow: years.map(year => distinct.indexOf(year)),
    names: names.flatMap((label, index) => (meanings[index] ? [{ label, meaning: meanings[index] }] : [])),
  }
}

function byLabelTimes(task: Task, times: readonly LabelTime[], traits: DocumentTraits): DraftStatement {
  const years = [...new Set(times.map(time => time.year))].sort((a, b) => a - b)
  const columns = years.map((year): DraftColumn => {
    const scenario = times.find(time => time.year === year && time.scenario)?.scenario
    const plan: ColumnPlan = {
      text: String(year),
      ...(scenario ? { scenario } : {}),
      year,
      days: [],
      because: ['the year in the labels of the rows'],
    }
    return columnOf(plan, [plan], task, traits)
  })
  return { ...task, columns, columnOfRow: times.map(time => years.indexOf(time.year)) }
}
