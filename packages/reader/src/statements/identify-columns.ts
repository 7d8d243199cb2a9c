import type { Sheet } from '../reconcile/sheet.ts'
import { dayIn, type HeaderCell, headerCells, markedHeader } from '../tables/header-columns.ts'
import { type ColumnPlan, layouts, planByRelations, planByWords, planOfCell } from './column-plan.ts'
import type { DocumentTraits } from './document-traits.ts'
import { type Chain, fillIn } from './fill-columns.ts'
import { mergeHeader } from './header-merge.ts'
import { agrees, amountsOf, type ColumnTask, type KnownColumn, sameFigures } from './known-columns.ts'
import { populationPlan } from './population.ts'
import { isRollForward, rollForward } from './roll-forward.ts'
import { isPercentRow } from './row-roles.ts'

/** Lays the header over the columns: by what arithmetic groups, else where it fits the figures of other tables and the chain of balances best. */
export function planColumns(task: ColumnTask, known: readonly KnownColumn[], traits: DocumentTraits): readonly ColumnPlan[] {
  const { table, sheet } = task
  const population = populationPlan(table)
  if (population) return [population]
  const marked = table.cellIndexes ? markedHeader(table.headers, table.cellIndexes) : undefined
  const header = marked ? { cells: marked, loose: [] } : mergeHeader(table.headers, table.columns)
  const head = table.head?.map(cell => planOfCell(withDay(cell, traits)))
  const grouped = head ? undefined : planByRelations(table.headers.map(headerCells), table.columns, sheet.relations)
  const worded = table.columnWords ? planByWords(table.columnWords, header.cells) : undefined
  const beside = marked || grouped || worded ? undefined : besideShares(task)
  const options = head ? [head] : grouped ? [grouped] : worded ? [worded] : beside ? [beside] : layouts(header.cells, table.columns)
  const matches = Array.from({ length: table.columns }, (_, column) => sameFigures(amountsOf(task, column), known, traits.kind))
  const chain = chainOf(sheet)
  const scored = options.map(plans => ({ plans, score: layoutScore(plans, matches, chain) })).sort((a, b) => b.score - a.score)
  const laid = scored[0]?.plans ?? Array.from({ length: table.columns }, (): ColumnPlan => ({ text: '', days: [], because: [] }))
  if (isRollForward(laid)) return rollForward(laid, traits)
  const plans = laid
    .map(comparing)
    .map((plan, column) => (plan.measure || !printsPercent(task, column) ? plan : { ...plan, measure: 'share' as const }))
  const suited = plans.map((plan, column) => sameFigures(amountsOf(task, column), known, traits.kind, plan))
  return fillIn(withVariances(plans, sheet), { matches: suited, chain, relations: sheet.relations }, traits)
}

/** A day without its year is one of the year of the document: `Ställning 30/4`. */
function withDay(cell: HeaderCell, { fiscalYear }: DocumentTraits): HeaderCell {
  if (fiscalYear === undefined || cell.year !== undefined || cell.days.length > 0) return cell
  const [, day, month] = /(?:^|\s)(\d{1,2})\/(\d{1,2})(?:\s|$)/.exec(cell.text) ?? []
  const found = day && month ? dayIn(`${day}/${month} ${fiscalYear}`) : undefined
  return found ? { ...cell, days: [found] } : cell
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

/** Columns of amounts each with its share beside it, where the header names the amounts alone: `2025 2026` over `3 300 (50,0 %) 3 200 (50,0 %)`. */
function besideShares(task: ColumnTask): readonly ColumnPlan[] | undefined {
  const { headers, columns } = task.table
  const shares = Array.from({ length: columns }, (_, column) => printsPercent(task, column))
  const amounts = shares.filter(share => !share).length
  if (amounts === 0 || amounts === columns || shares[0]) return undefined
  if (mergeHeader(headers, columns).cells.length === columns) return undefined
  const { cells } = mergeHeader(headers, amounts)
  if (cells.length !== amounts || cells.some(cell => cell.measure === 'share')) return undefined
  let next = 0
  return shares.map((share): ColumnPlan => {
    if (!share) next += 1
    const cell = cells[next - 1]
    const plan: ColumnPlan = cell ? planOfCell(cell) : { text: '', days: [], because: [] }
    return share ? { ...plan, text: `${plan.text} %`, measure: 'share', because: ['the percent signs beside the amounts'] } : plan
  })
}

/** Pairs of columns where the closing balance of one is the opening balance of the next. */
function chainOf(sheet: Sheet): Chain {
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

function layoutScore(plans: readonly ColumnPlan[], matches: readonly (KnownColumn | undefined)[], chain: Chain): number {
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
