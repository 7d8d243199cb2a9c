import type { Nature, Period, Scenario, StatementKind } from '@finsam/domain'
import { calendarYear, yearEnd } from '@finsam/domain'
import { reconcileSheet, type Sheet } from '../reconcile/sheet.ts'
import type { Measure } from '../tables/header-atoms.ts'
import { firstDay, lastDay } from '../tables/months.ts'
import type { RawTable } from '../tables/raw-table.ts'
import { withYearLabels, type YearRows, yearRowsOf } from '../tables/year-rows.ts'
import type { TextDocument } from '../text/text-document.ts'
import type { ColumnPlan } from './column-plan.ts'
import { declaredUnit } from './declared-unit.ts'
import type { DocumentTraits } from './document-traits.ts'
import { gridOf } from './grid-of.ts'
import { amountsOf, type KnownColumn, planColumns } from './identify-columns.ts'
import { type LabelTime, labelTimes } from './label-years.ts'
import { meaningsOf, type RowMeaning, refineMeanings } from './row-roles.ts'
import { kindOfStatement } from './statement-kind.ts'
import { settleUnits } from './unit-evidence.ts'
import { type FoundUnit, printedUnit, proseAmounts } from './units.ts'

export interface DraftColumn {
  readonly label: string
  readonly scenario: Scenario
  readonly period: Period | null
  readonly measure?: Measure
  readonly inferredFrom?: string
}

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
  return { ...task, kind, columns: plans.map(plan => columnOf(plan, plans, { ...task, kind }, traits)) }
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

function columnOf(plan: ColumnPlan, plans: readonly ColumnPlan[], task: Task, traits: DocumentTraits): DraftColumn {
  const { kind, table } = task
  const populated = plans.some(other => other.measure === 'population')
  if (
    (plan.measure === 'population' || (plan.measure === 'share' && populated)) &&
    plan.scenario === undefined &&
    kind !== 'distribution-key'
  )
    return populationColumn(plan, plans, task, traits)
  const named = plan.scenario ?? (kind === 'distribution-key' ? ('actual' as const) : scenarioOfText(plan, task, plans, traits))
  const scenario = named ?? defaultScenario(plan, plans, traits)
  const instant = isMoment(task)
  const noted = kind === 'distribution-key' ? notedYear(table) : undefined
  const period =
    noted === undefined
      ? (interim(plan, scenario, instant, traits) ?? partBudget(plan, plans, traits) ?? periodOf(plan, instant))
      : yearEnd(noted.year)
  const reasons = [
    ...(noted === undefined ? plan.because : [`the year that the source note on line ${noted.line} names`]),
    ...(plan.scenario ? [] : [named ? 'scenario from the heading' : `scenario from the kind of document and the year`]),
  ]
  return {
    label: plan.text,
    scenario,
    period,
    ...(plan.measure ? { measure: plan.measure } : {}),
    ...(reasons.length > 0 ? { inferredFrom: reasons.join('; ') } : {}),
  }
}

/** How many live somewhere, and their share of all, is an outcome at a moment: of the day or year that a note or the header names, else of the last year end that the document can know. */
function populationColumn(plan: ColumnPlan, plans: readonly ColumnPlan[], task: Task, traits: DocumentTraits): DraftColumn {
  const noted = notedYear(task.table)
  const alone = plans.every(other => other.year === plan.year)
  const named = plan.because.length === 0 && (!alone || traits.kind === 'report') ? plan.year : undefined
  const year = noted?.year ?? named ?? (traits.fiscalYear === undefined ? undefined : traits.fiscalYear - 2)
  const because = noted ? `the year that line ${noted.line} names` : 'a guess: the last year end before the plan was made'
  return {
    label: plan.text,
    scenario: 'actual',
    period: plan.days.length > 0 ? periodOf(plan, true) : year === undefined ? null : yearEnd(year),
    ...(plan.measure ? { measure: plan.measure } : {}),
    ...(plan.days.length > 0 || named !== undefined ? {} : { inferredFrom: because }),
  }
}

/** An outcome of an interim report that names no days covers the report's own stretch; a year-end closing (bokslut) is a year. */
function interim(plan: ColumnPlan, scenario: Scenario, instant: boolean, traits: DocumentTraits): Period | undefined {
  const { span } = traits
  if (!span || scenario !== 'actual' || plan.days.length > 0 || plan.months || /bokslut|helår|helar/i.test(plan.text)) return undefined
  if (plan.year !== undefined && plan.year !== Number(span.to.slice(0, 4))) return undefined
  return instant ? { at: span.to } : span
}

const wholeYear = /hel[åa]r|[åa]rsbudget/i

/**
 * In an interim report, a budget beside one that is told to be the whole year's covers the report's own stretch, and so does the
 * variance from it that stands right after.
 */
function partBudget(plan: ColumnPlan, plans: readonly ColumnPlan[], { span }: DocumentTraits): Period | undefined {
  const bare = (other: ColumnPlan | undefined): boolean =>
    other !== undefined && other.days.length === 0 && !other.months && !/20\d\d/.test(other.text) && !wholeYear.test(other.text)
  const whole = plans.some(other => other.scenario === 'budget' && (wholeYear.test(other.text) || other.months?.[1] === 12))
  if (!span || !whole || !bare(plan)) return undefined
  if (plan.scenario === 'budget') return span
  const before = plans[plans.indexOf(plan) - 1]
  return plan.scenario === 'variance' && before?.scenario === 'budget' && bare(before) ? span : undefined
}

const ofBalance: ReadonlySet<Nature> = new Set(['asset', 'liability', 'equity'])

/** Whether a table shows a moment: a balance, a distribution key, a note on nothing but assets, debts or equity. */
function isMoment({ kind, meanings }: Task): boolean {
  if (kind === 'balance' || kind === 'distribution-key') return true
  const money = meanings.filter(meaning => !meaning.role.apart)
  return kind === 'note' && money.length > 0 && money.every(({ nature, role }) => ofBalance.has(nature) && !role.opening)
}

function periodOf(plan: ColumnPlan, instant: boolean): Period | null {
  const [first] = plan.days
  const last = plan.days.at(-1)
  if (first && last) {
    if (instant) return { at: last }
    return { from: plan.days.length > 1 ? first : `${last.slice(0, 4)}-01-01`, to: last }
  }
  if (plan.year === undefined) return null
  if (plan.months) {
    const end = lastDay(plan.year, plan.months[1])
    return instant ? { at: end } : { from: firstDay(plan.year, plan.months[0]), to: end }
  }
  return instant ? yearEnd(plan.year) : calendarYear(plan.year)
}

/** The year of the figures that a source note near the table names: `¹ Siffror från SCB hösten 2022`. */
function notedYear(table: RawTable): { readonly year: number; readonly line: number } | undefined {
  const note = table.around.find(
    line =>
      /^\s*[¹²³*]|källa|siffror från|uppgifter från|folkmängd|invånar\p{L}*\b.*\bden\b|befolkning\p{L}* (?:den|per|år)/iu.test(line.text) &&
      /\b20\d\d\b/.test(line.text),
  )
  const year = /\b(20\d\d)\b/.exec(note?.text ?? '')?.[1]
  return note && year ? { year: Number(year), line: note.number } : undefined
}

/**
 * The scenario that the heading of a table names for a column that names none: `Budget 2024`, `Planerade kostnader`. A header whose
 * other columns name theirs says nothing of this one. What is long past when a plan is made is an outcome, what comes after its year a plan.
 */
function scenarioOfText(plan: ColumnPlan, { table }: Task, plans: readonly ColumnPlan[], traits: DocumentTraits): Scenario | undefined {
  const apart = plans.some(other => other.scenario !== undefined && other.scenario !== 'variance')
  const headers = apart ? [] : table.headers.map(header => header.line.text)
  const near = [...headers, ...table.titles.slice(0, 1).map(line => line.text)].join(' ')
  const found = scenarioNamed(near)
  if (found !== 'budget' || traits.fiscalYear === undefined || plan.year === undefined) return found
  if (traits.kind === 'report') return apart ? undefined : found
  return plan.year <= traits.fiscalYear - 2 ? 'actual' : plan.year > traits.fiscalYear ? 'plan' : found
}

function scenarioNamed(text: string): Scenario | undefined {
  if (/prognos/i.test(text)) return 'forecast'
  if (/utfall|bokslut|redovisning/i.test(text)) return 'actual'
  if (/budget|planerade|tilldelning/i.test(text)) return 'budget'
  return undefined
}

/** The year before a plan's own is still running when the plan is made: beside the plan's year it is that year's budget. */
function defaultScenario(plan: ColumnPlan, plans: readonly ColumnPlan[], traits: DocumentTraits): Scenario {
  if (traits.kind === 'report') return 'actual'
  if (plan.days.length > 0) return 'actual'
  const year = plan.year ?? traits.fiscalYear
  if (traits.fiscalYear === undefined || year === undefined || year === traits.fiscalYear) return 'budget'
  if (year === traits.fiscalYear - 1 && plans.some(other => other.year === traits.fiscalYear)) return 'budget'
  return year > traits.fiscalYear ? 'plan' : 'actual'
}
