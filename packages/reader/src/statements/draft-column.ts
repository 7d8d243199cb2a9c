import type { Nature, Period, Scenario, StatementKind, Unit } from '@finsam/domain'
import { calendarYear, yearEnd } from '@finsam/domain'
import { firstDay, lastDay } from '../tables/months.ts'
import type { RawTable } from '../tables/raw-table.ts'
import type { ColumnPlan } from './column-plan.ts'
import { defaultScenario, scenarioOfText } from './column-scenario.ts'
import type { DocumentTraits } from './document-traits.ts'
import { balanceInstant, isRollForward } from './roll-forward.ts'
import type { RowMeaning } from './row-roles.ts'

/** A column of a statement, as far as it is made out: whose figures, of what time, and why where the header does not say. */
export interface DraftColumn {
  readonly label: string
  readonly scenario: Scenario
  readonly period: Period | null
  /** What of a line the column holds: a `Measure`, or the word that tells it from the columns beside it. */
  readonly measure?: string
  /** Where it differs from the table's. */
  readonly unit?: Unit
  readonly inferredFrom?: string
}

/** What the meaning of a column depends on besides its own header. */
interface TableOfColumns {
  readonly table: RawTable
  readonly kind: StatementKind
  readonly meanings: readonly RowMeaning[]
}

/** Makes out scenario and time of a planned column from its table, the columns beside it and the document. */
export function columnOf(plan: ColumnPlan, plans: readonly ColumnPlan[], task: TableOfColumns, traits: DocumentTraits): DraftColumn {
  const { kind, table } = task
  const populated = plans.some(other => other.measure === 'population')
  if (
    (plan.measure === 'population' || (plan.measure === 'share' && populated && !isOfPayments(plan, plans, table))) &&
    plan.scenario === undefined &&
    kind !== 'distribution-key'
  )
    return populationColumn(plan, plans, task, traits)
  const named = plan.scenario ?? (kind === 'distribution-key' ? ('actual' as const) : scenarioOfText(plan, table, plans, traits))
  const scenario = named ?? (isAhead(plan, traits) ? 'budget' : defaultScenario(plan, plans, traits))
  const instant = isMoment(task) && !isRollForward(plans)
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
    period: balanceInstant(plan, period),
    ...(plan.measure ? { measure: plan.measure } : {}),
    ...(reasons.length > 0 ? { inferredFrom: reasons.join('; ') } : {}),
  }
}

/** A share of what is paid, in a table that shows the inhabitants too: by its name, or since members without inhabitants have one. */
const ofContributions = /kommun|bidrag|tilldelning|finansier|belopp|insats|medel/i
const isOfPayments = (plan: ColumnPlan, plans: readonly ColumnPlan[], { rows }: RawTable): boolean => {
  const [share, counted] = [plans.indexOf(plan), plans.findIndex(({ measure }) => measure === 'population')]
  return ofContributions.test(plan.text) || rows.some(({ readings: [read] }) => read?.cells[share] && !read.cells[counted])
}

/** How many live somewhere, and their share of all, is an outcome at a moment: of the day or year that a note or the header names, else of the last year end that the document can know. */
function populationColumn(plan: ColumnPlan, plans: readonly ColumnPlan[], task: TableOfColumns, traits: DocumentTraits): DraftColumn {
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

/** Whether a column of a report reaches beyond what the report covers: what has not ended is no outcome. */
const isAhead = ({ year, months, days }: ColumnPlan, { span, kind, fiscalYear }: DocumentTraits): boolean =>
  (kind === 'report' && year !== undefined && fiscalYear !== undefined && year > fiscalYear) ||
  (span !== undefined &&
    ((days.at(-1) ?? '') > span.to || (months !== undefined && lastDay(year ?? Number(span.to.slice(0, 4)), months[1]) > span.to)))

const wholeYear = /hel[åa]r|[åa]rsbudget/i

/** In an interim report, a budget beside one that is told to be the whole year's covers the report's own stretch. */
function partBudget(plan: ColumnPlan, plans: readonly ColumnPlan[], { span }: DocumentTraits): Period | undefined {
  const bare = plan.days.length === 0 && !plan.months && !/20\d\d/.test(plan.text) && !wholeYear.test(plan.text)
  const whole = plans.some(other => other.scenario === 'budget' && (wholeYear.test(other.text) || other.months?.[1] === 12))
  return span && whole && bare && plan.scenario === 'budget' ? span : undefined
}

const ofBalance: ReadonlySet<Nature> = new Set(['asset', 'liability', 'equity'])

/** Whether a table shows a moment: a balance, a distribution key, a note on nothing but assets, debts or equity. */
function isMoment({ kind, meanings }: TableOfColumns): boolean {
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
