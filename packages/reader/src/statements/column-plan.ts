import type { Scenario } from '@finsam/domain'
import type { ColumnRelation } from '../reconcile/column-relations.ts'
import type { Measure } from '../tables/header-atoms.ts'
import type { HeaderCell } from '../tables/header-columns.ts'
import type { MergedHeader } from './header-merge.ts'

/** What is known of a column while it is being made out. */
export interface ColumnPlan {
  readonly text: string
  readonly scenario?: Scenario
  readonly year?: number
  readonly days: readonly string[]
  readonly measure?: Measure
  /** Why, where the header alone does not say. */
  readonly because: readonly string[]
}

const empty: ColumnPlan = { text: '', days: [], because: [] }

export const planOfCell = (cell: HeaderCell): ColumnPlan => ({
  text: cell.text,
  ...(cell.scenario ? { scenario: cell.scenario } : {}),
  ...(cell.year ? { year: Number(cell.year) } : {}),
  ...(cell.measure ? { measure: cell.measure } : {}),
  days: cell.days,
  because: cell.guessed ? [`header garbled: ${cell.text}`] : [],
})

/**
 * Columns as the header's groups name them, where the figures show that columns belong together: income, cost and net of one
 * scenario count as one group, a difference column is a variance.
 */
export function planByRelations(
  header: MergedHeader,
  columns: number,
  relations: readonly ColumnRelation[],
): readonly ColumnPlan[] | undefined {
  const triple = relations.find(
    relation =>
      relation.kind === 'difference' &&
      relation.of[0] === relation.column - 2 &&
      relation.of[1] === relation.column - 1 &&
      netNamed(header),
  )
  if (!triple) return undefined
  const groups: number[][] = []
  for (let column = 0; column < columns; column += 1) {
    if (column > triple.column - 2 && column <= triple.column) groups.at(-1)?.push(column)
    else groups.push([column])
  }
  const lines = [header.cells, ...header.loose]
  const captions = lines
    .filter(line => line.filter(cell => cell.scenario).length >= 2)
    .sort((a, b) => scenarioCount(b) - scenarioCount(a))[0]
  const days = lines.find(line => line.length > 0 && line.every(cell => cell.days.length > 0 || cell.year) && line !== captions)
  const years = lines.filter(line => line.some(cell => cell.year))[0] ?? []
  return groups.flatMap((group, index) => {
    const caption = captions?.[index]
    const variance = relations.some(relation => relation !== triple && relation.kind === 'difference' && relation.column === group[0])
    const scenario = variance ? 'variance' : caption?.scenario
    const day = days?.[Math.min(index, days.length - 1)]?.days[0]
    const fromEnd = groups.length - index
    const year = captions && index >= 2 && !variance ? years[years.length - fromEnd]?.year : undefined
    const plan: ColumnPlan = {
      text: caption?.text ?? '',
      ...(scenario ? { scenario } : {}),
      ...(year ? { year: Number(year) } : {}),
      days: day && (index < 2 || variance || !year) && index < 3 ? [day] : [],
      because: scenario && !variance ? ['columns grouped by their arithmetic'] : variance ? ['the difference of two columns'] : [],
    }
    return group.map(
      (column): ColumnPlan => ({
        ...plan,
        ...(group.length === 3 ? { measure: measureAt(column - (group[0] ?? 0)) } : index === 1 ? { measure: 'net' as const } : {}),
      }),
    )
  })
}

const measureAt = (index: number): Measure => (index === 0 ? 'income' : index === 1 ? 'cost' : 'net')
const scenarioCount = (line: readonly HeaderCell[]): number => line.filter(cell => cell.scenario).length
const netNamed = (header: MergedHeader): boolean => {
  const measures = [...header.cells, ...header.loose.flat()].map(cell => cell.measure)
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
