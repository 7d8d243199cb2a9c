import { chooseReadings } from './choose-readings.ts'
import { type ColumnRelation, findColumnRelations } from './column-relations.ts'
import { coarsest, type EquationKind, roundingSlack } from './equation.ts'
import { amountColumns, type Grid } from './grid.ts'
import { type JointRivals, jointRivals } from './joint-rivals.ts'
import { isOtherQuantity } from './other-quantity.ts'
import { type Choice, findSums, type RowSum } from './structure.ts'

export interface SheetTerm {
  readonly row: number
  readonly column: number
  readonly weight: number
}
/** An equation within one table. */
export interface SheetEquation {
  readonly kind: EquationKind
  readonly terms: readonly SheetTerm[]
  readonly slack: number
  readonly step: number
}

/** A table with the readings chosen for its rows and the arithmetic found in it. */
export interface Sheet {
  readonly grid: Grid
  readonly choice: Choice
  readonly sums: readonly RowSum[]
  readonly relations: readonly ColumnRelation[]
  readonly equations: readonly SheetEquation[]
  /** Readings of rows that suit the equations as well as the chosen ones. */
  readonly rivals: JointRivals
}

/** Finds the arithmetic of a table and the readings of its rows that suit it, each from the other, twice. */
export function reconcileSheet(grid: Grid): Sheet {
  let sheet = inspect(
    grid,
    grid.rows.map(() => 0),
  )
  for (let round = 0; round < 2; round += 1) {
    const choice = chooseReadings(grid, sheet.choice, sheet.equations)
    const unchanged = choice.every((reading, row) => reading === sheet.choice[row])
    if (unchanged) break
    sheet = inspect(grid, choice)
  }
  return { ...sheet, rivals: jointRivals(sheet) }
}

function inspect(grid: Grid, choice: Choice): Omit<Sheet, 'rivals'> {
  const sums = findSums(grid, choice).filter(sum => !isOtherQuantity(grid, choice, sum))
  const relations = findColumnRelations(grid, choice)
  const equations = [
    ...sumEquations(grid, choice, sums, relations),
    ...relationEquations(grid, choice, relations),
    ...balanceEquations(grid, choice),
  ]
  return { grid, choice, sums, relations, equations }
}

const cellAt = (grid: Grid, choice: Choice, row: number, column: number) => grid.rows[row]?.readings[choice[row] ?? 0]?.cells[column]

function build(grid: Grid, choice: Choice, kind: EquationKind, terms: readonly SheetTerm[]): SheetEquation {
  const steps = terms.map(term => cellAt(grid, choice, term.row, term.column)?.step ?? 1)
  return { kind, terms, slack: roundingSlack(steps), step: coarsest(steps) }
}

/** One equation for each sum and column; percents of results are shares of something else. Columns of differences sum with the signs of their own rows. */
function sumEquations(grid: Grid, choice: Choice, sums: readonly RowSum[], relations: readonly ColumnRelation[]): readonly SheetEquation[] {
  return sums.flatMap(sum =>
    (sum.kind === 'result' ? amountColumns(grid) : allColumns(grid)).flatMap(column => {
      const parts = sum.parts.map(part => ({ row: part.row, column, weight: part.weight }))
      const mixed = relations.some(relation => relation.column === column) && sum.kind === 'result'
      return mixed || isBlankRate(grid, choice, sum, column)
        ? []
        : [build(grid, choice, sum.kind, [{ row: sum.total, column, weight: -1 }, ...parts])]
    }),
  )
}

const allColumns = ({ columns }: Grid): readonly number[] => Array.from({ length: columns }, (_, column) => column)

/** A total left blank under amounts with decimals: rates and prices, which do not add up. */
const isBlankRate = (grid: Grid, choice: Choice, sum: RowSum, column: number): boolean =>
  cellAt(grid, choice, sum.total, column)?.printed === '' && sum.parts.some(part => (cellAt(grid, choice, part.row, column)?.step ?? 1) < 1)

function relationEquations(grid: Grid, choice: Choice, relations: readonly ColumnRelation[]): readonly SheetEquation[] {
  return relations.flatMap(relation => {
    const signs = relation.kind === 'difference' ? differenceSigns(grid, choice, relation) : []
    return grid.rows.flatMap((gridRow, row) => {
      if (gridRow.role.apart) return []
      if (leavesOpen(grid, choice, row, relation)) return []
      const total = { row, column: relation.column, weight: -1 }
      if (relation.kind === 'sum')
        return [build(grid, choice, 'column-sum', [total, ...relation.of.map(column => ({ row, column, weight: 1 }))])]
      const [a = 0, b = 0] = relation.of
      const sign = signs[row] ?? 1
      return [build(grid, choice, 'column-difference', [total, { row, column: a, weight: sign }, { row, column: b, weight: -sign }])]
    })
  })
}

/** A difference that a row leaves unprinted beside both of its amounts is not nought, and checks nothing. */
const leavesOpen = (grid: Grid, choice: Choice, row: number, { kind, column, of }: ColumnRelation): boolean =>
  kind === 'difference' &&
  cellAt(grid, choice, row, column)?.printed === '' &&
  of.every(other => (cellAt(grid, choice, row, other)?.base ?? 0) !== 0)

/** So large a part of the rows of a kind must show one sign for it to hold for all of them. */
const oneSign = 2 / 3

/**
 * The sign of each row's difference: what most rows of its kind show, since a variance is often favourable or not, the other way
 * round for costs than for income. A row that shows the other sign has lost its minus. Where a kind is divided, each row shows its own.
 */
function differenceSigns(grid: Grid, choice: Choice, relation: ColumnRelation): readonly number[] {
  const [a = 0, b = 0] = relation.of
  const shown = grid.rows.map((row, index) => (row.role.apart ? 0 : shownSign(grid, choice, index, relation.column, a, b)))
  const common = (cost: boolean): number | undefined => {
    const told = shown.filter((sign, index) => sign !== 0 && grid.rows[index]?.role.cost === cost)
    const plus = told.filter(sign => sign > 0).length
    if (told.length < 3) return undefined
    return plus >= told.length * oneSign ? 1 : told.length - plus >= told.length * oneSign ? -1 : undefined
  }
  const [ofCosts, ofOthers] = [common(true), common(false)]
  let last = 1
  return grid.rows.map((row, index) => {
    last = shown[index] || last
    return (row.role.cost ? ofCosts : ofOthers) ?? last
  })
}

/** 1 where a row's third amount is the first less the second, −1 where it is the second less the first, 0 where it tells neither. */
function shownSign(grid: Grid, choice: Choice, row: number, column: number, a: number, b: number): number {
  const value = (at: number): number => cellAt(grid, choice, row, at)?.base ?? 0
  const [total, difference] = [value(column), value(a) - value(b)]
  const [plain, turned] = [Math.abs(total - difference) <= 1.5, Math.abs(total + difference) <= 1.5]
  return plain === turned ? 0 : plain ? 1 : -1
}

/** Assets = equity and liabilities, for the totals that a balance sheet closes its sides with. */
function balanceEquations(grid: Grid, choice: Choice): readonly SheetEquation[] {
  const last = (side: 'assets' | 'claims'): number => grid.rows.findLastIndex(row => row.role.balance === side)
  const [assets, claims] = [last('assets'), last('claims')]
  if (assets < 0 || claims < 0) return []
  return Array.from({ length: grid.columns }, (_, column) =>
    build(grid, choice, 'balance', [
      { row: claims, column, weight: -1 },
      { row: assets, column, weight: 1 },
    ]),
  )
}
