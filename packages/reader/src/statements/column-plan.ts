import type { Scenario } from '@finsam/domain'
import type { ColumnRelation } from '../reconcile/column-relations.ts'
import { headerAtoms, type Measure } from '../tables/header-atoms.ts'
import { cellOfAtoms, dayIn, type HeaderCell, isAim } from '../tables/header-columns.ts'
import type { Months } from '../tables/months.ts'

/** What is known of a column while it is being made out. */
export interface ColumnPlan {
  readonly text: string
  readonly scenario?: Scenario
  readonly year?: number
  readonly days: readonly string[]
  readonly measure?: Measure
  readonly months?: Months
  /** Why, where the header alone does not say. */
  readonly because: readonly string[]
}

const empty: ColumnPlan = { text: '', days: [], because: [] }

export const planOfCell = (cell: HeaderCell): ColumnPlan => ({
  text: cell.text,
  ...(cell.scenario ? { scenario: cell.scenario } : {}),
  ...(cell.year ? { year: Number(cell.year) } : {}),
  ...(cell.measure ? { measure: cell.measure } : {}),
  ...(cell.months ? { months: cell.months } : {}),
  days: cell.days,
  because: cell.guessed ? [`header garbled: ${cell.text}`] : [],
})

/** Columns as plain words name them (`Kvinnor`, `Män`, `Totalt`), all of the one time or scenario that the lines of the header tell. */
export function planByWords(words: readonly string[], header: readonly HeaderCell[]): readonly ColumnPlan[] {
  const sole = <T>(values: readonly (T | undefined)[]): T | undefined => {
    const told = new Set(values.filter(value => value !== undefined))
    return told.size === 1 ? [...told][0] : undefined
  }
  const year = sole(header.map(cell => cell.year))
  const scenario = sole(header.map(cell => cell.scenario))
  return words.map(word => {
    const cell = cellOfAtoms(headerAtoms(word))
    const day = dayIn(word)
    const aim = cell.scenario === undefined && isAim(word) ? { scenario: 'plan' as const } : {}
    const own = planOfCell({ ...cell, ...aim, text: word, guessed: false, days: day ? [day] : cell.days })
    const timed = own.year !== undefined || own.days.length > 0
    return { ...(year && !timed ? { year: Number(year) } : {}), ...(scenario && !own.scenario ? { scenario } : {}), ...own }
  })
}

/**
 * Columns as the header's groups name them, where the figures show that columns belong together: income, cost and net of one
 * scenario count as one group, a difference column is a variance.
 */
export function planByRelations(
  lines: readonly (readonly HeaderCell[])[],
  columns: number,
  relations: readonly ColumnRelation[],
): readonly ColumnPlan[] | undefined {
  const triple = relations.find(relation => isNet(relation) && netNamed(lines))
  if (!triple) return undefined
  const groups = groupsOf(columns, triple.column)
  const captions = [...lines].sort((a, b) => scenarioCount(b) - scenarioCount(a) || b.length - a.length)[0] ?? []
  const days = lines.find(line => line.length > 0 && line.every(cell => cell.days.length > 0))
  const years = lines.find(line => line !== captions && line.some(cell => cell.year)) ?? []
  return groups.flatMap((group, index) => {
    const variance = relations.some(relation => relation !== triple && relation.kind === 'difference' && relation.column === group[0])
    const caption = captions.length <= groups.length ? captions[index] : undefined
    const scenario = variance ? 'variance' : caption?.scenario
    const year =
      caption?.year ?? (index >= groups.length - years.length && index > 1 ? years[index - groups.length + years.length]?.year : undefined)
    const day = year === undefined ? (days?.[index] ?? days?.at(-1))?.days[0] : undefined
    const plan: ColumnPlan = {
      text: caption?.text ?? '',
      ...(scenario ? { scenario } : {}),
      ...(year ? { year: Number(year) } : {}),
      days: day ? [day] : [],
      because: [variance ? 'the difference of two columns' : 'columns grouped by their arithmetic'],
    }
    return group.map((column): ColumnPlan => ({ ...plan, ...measured(group, column, index) }))
  })
}

const isNet = (relation: ColumnRelation): boolean =>
  relation.kind === 'difference' && relation.of[0] === relation.column - 2 && relation.of[1] === relation.column - 1

function groupsOf(columns: number, net: number): readonly (readonly number[])[] {
  const groups: number[][] = []
  for (let column = 0; column < columns; column += 1) {
    if (column > net - 2 && column <= net) groups.at(-1)?.push(column)
    else groups.push([column])
  }
  return groups
}

const measured = (group: readonly number[], column: number, index: number): Pick<ColumnPlan, 'measure'> =>
  group.length === 3 ? { measure: measureAt(column - (group[0] ?? 0)) } : index === 1 ? { measure: 'net' } : {}

const measureAt = (index: number): Measure => (index === 0 ? 'income' : index === 1 ? 'cost' : 'net')
const scenarioCount = (line: readonly HeaderCell[]): number => line.filter(cell => cell.scenario).length
const netNamed = (lines: readonly (readonly HeaderCell[])[]): boolean => {
  const measures = lines.flat().map(cell => cell.measure)
  return measures.includes('net') && (measures.includes('income') || measures.includes('cost'))
}

/** All ways to lay fewer header cells over the columns in order; the columns left out are unnamed. At most 500. */
export function layouts(cells: readonly HeaderCell[], columns: number): readonly (readonly ColumnPlan[])[] {
  if (cells.length >= columns) return [cells.slice(0, columns).map(planOfCell)]
  const found: ColumnPlan[][] = []
  const place = (at: number, column: number, plans: readonly ColumnPlan[]): void => {
    if (found.length >= 500) return
    if (column === columns) {
      if (at === cells.length) found.push([...plans])
      return
    }
    const cell = cells[at]
    if (cell) place(at + 1, column + 1, [...plans, planOfCell(cell)])
    if (columns - column > cells.length - at) place(at, column + 1, [...plans, empty])
  }
  place(0, 0, [])
  return found
}
