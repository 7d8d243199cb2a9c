import type { Scenario } from '@finsam/domain'
import { kronorPer, type Unit } from '@finsam/domain'
import type { ColumnRelation } from '../reconcile/column-relations.ts'
import type { Sheet } from '../reconcile/sheet.ts'
import { headerCells, markedHeader } from '../tables/header-columns.ts'
import type { RawTable } from '../tables/raw-table.ts'
import { type ColumnPlan, layouts, planByRelations, planByWords } from './column-plan.ts'
import type { DocumentTraits } from './document-traits.ts'
import { mergeHeader } from './header-merge.ts'
import { populationPlan } from './population.ts'
import { isRollForward, rollForward } from './roll-forward.ts'
import { isPercentRow } from './row-roles.ts'

/** A table on its way to a statement, as far as its columns are concerned. */
export interface ColumnTask {
  readonly table: RawTable
  readonly sheet: Sheet
  readonly unit: Unit
}

/** A column whose scenario and time another table names, with the amounts it holds (in kronor, whole thousands). */
export interface KnownColumn {
  readonly scenario: Scenario | undefined
  readonly year: number | undefined
  readonly days: readonly string[]
  readonly amounts: ReadonlySet<number>
  readonly where: string
}

/** Amounts of a column in thousands of kronor, those that can tell columns apart. */
export function amountsOf(task: ColumnTask, column: number): ReadonlySet<number> {
  const factor = (kronorPer(task.unit) ?? 1) / 1000
  const found = new Set<number>()
  task.sheet.grid.rows.forEach((row, index) => {
    const value = row.readings[task.sheet.choice[index] ?? 0]?.cells[column]?.base
    if (value && !row.role.apart && Math.abs(value * factor) >= 50) found.add(Math.round(Math.abs(value * factor)))
  })
  return found
}

/** The known column with the same figures, where one clearly has them. */
export function sameFigures(
  amounts: ReadonlySet<number>,
  known: readonly KnownColumn[],
  kind: DocumentTraits['kind'],
  plan?: ColumnPlan,
): KnownColumn | undefined {
  const scored = known
    .map(column => {
      const shared = [...amounts].filter(amount => column.amounts.has(amount)).length
      return { column, shared, part: shared / Math.max(1, Math.min(amounts.size, column.amounts.size)) }
    })
    .filter(({ shared, part }) => shared >= 2 && part >= 0.4)
    .sort((a, b) => b.part - a.part || b.shared - a.shared)
  const best = scored.filter(({ part, shared }) => part === scored[0]?.part && shared === scored[0].shared)
  const suiting = best.filter(({ column }) => plan === undefined || agrees(plan, column))
  const usual: readonly Scenario[] = kind === 'plan' ? ['budget'] : ['actual', 'budget']
  const likely = usual.flatMap(scenario => suiting.find(({ column }) => column.scenario === scenario) ?? [])
  return (likely[0] ?? suiting[0] ?? best[0])?.column
}

/** Lays the header over the columns: by what arithmetic groups, else where it fits the figures of other tables and the chain of balances best. */
export function planColumns(task: ColumnTask, known: readonly KnownColumn[], traits: DocumentTraits): readonly ColumnPlan[] {
  const { table, sheet } = task
  const population = populationPlan(table)
  if (population) return [population]
  const marked = table.cellIndexes ? markedHeader(table.headers, table.cellIndexes) : undefined
  const header = marked ? { cells: marked, loose: [] } : mergeHeader(table.headers, table.columns)
  const grouped = planByRelations(table.headers.map(headerCells), table.columns, sheet.relations)
  const worded = table.columnWords ? planByWords(table.columnWords, header.cells) : undefined
  const options = grouped ? [grouped] : worded ? [worded] : layouts(header.cells, table.columns)
  const matches = Array.from({ length: table.columns }, (_, column) => sameFigures(amountsOf(task, column), known, traits.kind))
  const chain = chainOf(sheet)
  const scored = options.map(plans => ({ plans, score: layoutScore(plans, matches, chain) })).sort((a, b) => b.score - a.score)
  const laid = scored[0]?.plans ?? Array.from({ length: table.columns }, (): ColumnPlan => ({ text: '', days: [], because: [] }))
  if (isRollForward(laid)) return rollForward(laid, traits)
  const plans = laid
    .map(comparing)
    .map((plan, column) => (plan.measure || !printsPercent(task, column) ? plan : { ...plan, measure: 'share' as const }))
  const suited = plans.map((plan, column) => sameFigures(amountsOf(task, column), known, traits.kind, plan))
  return fillIn(withVariances(plans, sheet), suited, chain, traits, sheet.relations)
}

/** A change beside no balances compares two columns: the scenario says it. */
const comparing = (plan: ColumnPlan): ColumnPlan => {
  const { measure, ...rest } = plan
  return measure === 'change' ? rest : plan
}

/** Whether nearly all amounts of a column have a percent sign, and the rest of the table has not. */
function printsPercent({ table, sheet }: ColumnTask, column: number): boolean {
  const signs = table.rows.flatMap((row, index) => {
    const cell = sheet.grid.rows[index]?.readings[sheet.choice[index] ?? 0]?.cells[column]
    if (!cell || !/\d/.test(cell.printed) || isPercentRow(row)) return []
    const next = row.draft.tail.find(token => token.start >= cell.end)
    return [/%$/.test(cell.printed) || (next?.text === '%' && next.start - cell.end <= 2)]
  })
  return signs.length >= 2 && signs.filter(Boolean).length * 5 >= signs.length * 4
}

/** Pairs of columns where the closing balance of one is the opening balance of the next. */
function chainOf(sheet: Sheet): readonly (readonly [number, number])[] {
  const { grid, choice } = sheet
  const value = (row: number, column: number): number => grid.rows[row]?.readings[choice[row] ?? 0]?.cells[column]?.base ?? 0
  const openings = grid.rows.flatMap((row, index) => (row.role.opening ? [index] : []))
  const closings = grid.rows.flatMap((row, index) => (row.role.closing ? [index] : []))
  const found: [number, number][] = []
  for (let column = 0; column + 1 < grid.columns; column += 1) {
    const linked = openings.some(opening =>
      closings.some(
        closing => opening !== closing && value(closing, column) !== 0 && value(closing, column) === value(opening, column + 1),
      ),
    )
    if (linked) found.push([column, column + 1])
  }
  return found
}

function layoutScore(
  plans: readonly ColumnPlan[],
  matches: readonly (KnownColumn | undefined)[],
  chain: readonly (readonly [number, number])[],
): number {
  let score = 0
  plans.forEach((plan, column) => {
    if (plan.text !== '') score += 0.01 * column
    const match = matches[column]
    if (!match) return
    const named = plan.scenario !== undefined || plan.year !== undefined || plan.days.length > 0
    if (!named) score += 1
    else if (agrees(plan, match)) score += 2
    else score -= 3
  })
  for (const [from, to] of chain) {
    const [a, b] = [plans[from]?.year, plans[to]?.year]
    if (a !== undefined && b !== undefined) score += b === a + 1 ? 1 : -2
  }
  return score
}

const agrees = (plan: ColumnPlan, match: KnownColumn): boolean =>
  (plan.scenario === undefined || match.scenario === undefined || plan.scenario === match.scenario) &&
  (plan.year === undefined || match.year === undefined || plan.year === match.year) &&
  (plan.days.length === 0 || match.days.length === 0 || plan.days.at(-1) === match.days.at(-1))

/** A column that the figures show to be the difference of two named ones is a variance, where the header does not say otherwise. */
function withVariances(plans: readonly ColumnPlan[], sheet: Sheet): readonly ColumnPlan[] {
  return plans.map((plan, column) => {
    const relation = sheet.relations.find(other => other.column === column && other.kind === 'difference')
    if (!relation || plan.measure || plan.scenario) return plan
    const parts = relation.of.map(other => plans[other]?.scenario)
    if (!parts.includes('budget') && !parts.includes('forecast')) return plan
    return { ...plan, scenario: 'variance' as const, because: [...plan.because, 'the difference of two columns'] }
  })
}

function fillIn(
  plans: readonly ColumnPlan[],
  matches: readonly (KnownColumn | undefined)[],
  chain: readonly (readonly [number, number])[],
  traits: DocumentTraits,
  relations: readonly ColumnRelation[],
): readonly ColumnPlan[] {
  let filled = plans.map((plan, column) => fromMatch(plan, matches[column]))
  for (let round = 0; round < plans.length; round += 1) {
    filled = filled.map((plan, column) => {
      if (plan.year !== undefined || plan.days.length > 0) return plan
      const after = chain.find(([from]) => from === column)
      const before = chain.find(([, to]) => to === column)
      const later = after ? filled[after[1]]?.year : undefined
      const earlier = before ? filled[before[0]]?.year : undefined
      const year = later !== undefined ? later - 1 : earlier !== undefined ? earlier + 1 : undefined
      return year === undefined
        ? plan
        : { ...plan, year, because: [...plan.because, 'closing balance of one column is the opening balance of the next'] }
    })
  }
  return byNeighbours(filled, traits, relations)
}

function fromMatch(plan: ColumnPlan, match: KnownColumn | undefined): ColumnPlan {
  if (!match || plan.scenario === 'variance') return plan
  const timeless = plan.year === undefined && plan.days.length === 0
  const added = (plan.scenario === undefined && match.scenario !== undefined) || timeless
  if (!added) return plan
  const scenario = plan.scenario ?? match.scenario
  return {
    ...plan,
    ...(scenario ? { scenario } : {}),
    ...(timeless && match.year !== undefined ? { year: match.year } : {}),
    days: timeless ? match.days : plan.days,
    because: [...plan.because, `the same figures stand in ${match.where}`],
  }
}

/** The later of the two columns before a variance, where both are of one scenario. */
function laterOfTwo(plans: readonly ColumnPlan[], column: number): Pick<ColumnPlan, 'year' | 'days'> | undefined {
  const [a, b] = [plans[column - 2], plans[column - 1]]
  if (!a || !b || a.scenario === 'variance' || a.scenario !== b.scenario) return undefined
  const [first, second] = [timeOf(a), timeOf(b)]
  if (first === '' || second === '' || first === second) return undefined
  const later = first > second ? a : b
  return { ...(later.year === undefined ? {} : { year: later.year }), days: later.days }
}

const timeOf = (plan: ColumnPlan): string => plan.days.at(-1) ?? (plan.year === undefined ? '' : `${plan.year}-12-31`)

/** Columns without a year take it from their neighbours: a budget beside a forecast is of its year, outcome and budget of a report of the year itself. */
function byNeighbours(plans: readonly ColumnPlan[], traits: DocumentTraits, relations: readonly ColumnRelation[]): readonly ColumnPlan[] {
  return plans.map((plan, column) => {
    if (plan.year !== undefined || plan.days.length > 0) return plan
    const compared = plan.scenario === 'variance' ? laterOfTwo(plans, column) : undefined
    if (compared) return { ...plan, ...compared, because: [...plan.because, 'the later of the columns it compares'] }
    const parts =
      relations.find(relation => relation.column === column && relation.kind === 'difference')?.of.map(part => plans[part]) ?? []
    const left = [plans[column - 1], plans[column - 2], plans[column + 1]]
    const near = plan.scenario !== 'variance' ? [plans[column + 1], plans[column - 1]] : parts.length > 0 ? [...parts].reverse() : left
    const sides = near.filter(side => side !== undefined)
    const beside = sides.find(
      side => side.year !== undefined && side.scenario !== undefined && side.scenario !== plan.scenario && side.scenario !== 'plan',
    )
    const days =
      plan.scenario === 'variance' && near[0]?.year === undefined ? near.find(side => side && side.days.length > 0)?.days : undefined
    if (days) return { ...plan, days, because: [...plan.because, 'the day of the column beside it'] }
    if (plan.scenario && beside?.year !== undefined && plans.length > 1) {
      return { ...plan, year: beside.year, because: [...plan.because, 'the year of the column beside it'] }
    }
    const dated = plans.find(other => other.days.length > 0)
    if (
      (plan.scenario === 'variance' || plan.scenario === 'budget') &&
      !plan.months &&
      dated &&
      traits.kind === 'report' &&
      plans.every(other => other.year === undefined)
    ) {
      return { ...plan, days: dated.days, because: [...plan.because, 'the day of the outcome beside it'] }
    }
    if (traits.fiscalYear === undefined) return plan
    return { ...plan, year: traits.fiscalYear, because: [...plan.because, 'the year of the document'] }
  })
}
