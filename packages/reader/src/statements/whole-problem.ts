import { kronorPer, periodKey } from '@finsam/domain'
import { middleSize } from '../reconcile/change.ts'
import { costSign } from '../reconcile/cost-sign.ts'
import { type CellId, type Equation, equation } from '../reconcile/equation.ts'
import { cellOf } from '../reconcile/grid.ts'
import type { Problem, ProblemCell } from '../reconcile/problem.ts'
import { residual } from '../reconcile/residual.ts'
import { roundnessOf } from '../reconcile/roundness.ts'
import type { SheetEquation } from '../reconcile/sheet.ts'
import { distance, fold } from '../tables/fold.ts'
import { chosenCell } from './chosen-cell.ts'
import type { DraftColumn } from './draft-column.ts'
import type { DraftStatement } from './draft-statement.ts'
import { noteEquations } from './note-equations.ts'

/** How much cheaper a slip is in a stretch of a line (1-based) than elsewhere in the text, in nats; dearer below 0. */
export type EaseAt = (line: number, stretch: { readonly start: number; readonly end: number }) => number

/** All tables of a document as one problem: cells by number, equations within tables and between them. */
export interface WholeProblem extends Problem {
  /** The number of a cell: statement, row, column of the grid. */
  idOf(statement: number, row: number, column: number): CellId
  /** Equations that do not hold and have a footnote mark in place of an amount: they prove no other cell wrong. */
  readonly aside: readonly Equation[]
}

export function wholeProblem(drafts: readonly DraftStatement[], easeAt: EaseAt = () => 0): WholeProblem {
  const starts: number[] = []
  let next = 0
  for (const draft of drafts) {
    starts.push(next)
    next += draft.sheet.grid.rows.length * draft.sheet.grid.columns
  }
  const idOf = (statement: number, row: number, column: number): CellId =>
    (starts[statement] ?? 0) + row * (drafts[statement]?.sheet.grid.columns ?? 0) + column
  const cells = drafts.flatMap((draft, statement) => cellsOf(draft, (row, column) => idOf(statement, row, column), easeAt))
  const inner = drafts.flatMap((draft, statement) =>
    draft.sheet.equations
      .filter(own => !isRateSum(draft, own))
      .map(
        (own): Equation => ({
          kind: own.kind,
          slack: own.slack,
          step: own.step,
          terms: own.terms.map(term => ({ cell: idOf(statement, term.row, term.column), weight: term.weight })),
        }),
      ),
  )
  const equations = [...inner, ...chains(drafts, idOf), ...sameQuantities(drafts, idOf), ...noteEquations(drafts, idOf)]
  const values = cells.map(({ cell }) => cell.base)
  const aside = equations.filter(
    own => own.terms.some(term => footnote.test(cells[term.cell]?.cell.printed ?? '')) && Math.abs(residual(own, values) ?? 0) > own.slack,
  )
  return { cells, equations: equations.filter(own => !aside.includes(own)), aside, idOf }
}

/** Shares add up; rates of change in percent and amounts per head do not: a sum in such a column counts only where it holds. */
function isRateSum(draft: DraftStatement, { kind, terms, slack }: SheetEquation): boolean {
  const [total] = terms
  const measure = total && draft.columns[total.column]?.measure
  if (!total || (kind !== 'sum' && kind !== 'result') || (measure !== 'share' && !measure?.startsWith('per '))) return false
  const off = terms.reduce((sum, term) => sum + term.weight * (chosenCell(draft, term.row, term.column)?.base ?? 0), 0)
  return Math.abs(off) > slack
}

const footnote = /^[*†¹²³]+$/

function cellsOf(draft: DraftStatement, id: (row: number, column: number) => CellId, easeAt: EaseAt): readonly ProblemCell[] {
  const { grid } = draft.sheet
  const negative = printsCostsNegative(draft)
  const items = grid.rows.flatMap((row, index) => (row.role.total === 'none' && !row.role.apart ? [index] : []))
  const roundness = Array.from({ length: grid.columns }, (_, column) =>
    roundnessOf(items.map(row => chosenCell(draft, row, column)?.base ?? null)),
  )
  return grid.rows.flatMap((gridRow, row) =>
    Array.from({ length: grid.columns }, (_, column): ProblemCell => {
      const cell = chosenCell(draft, row, column) ?? cellOf(undefined)
      const rounded = roundness[column]
      const ease = easeAt(draft.table.rows[row]?.draft.line ?? 0, cell)
      const siblings = Array.from({ length: grid.columns }, (_, other) => other).filter(
        other => other !== column && grid.columns <= 14 && (grid.shares?.[other] === true) === (grid.shares?.[column] === true),
      )
      return {
        cell,
        siblings: siblings.map(other => id(row, other)),
        middle: middleSize(siblings.map(other => chosenCell(draft, row, other)?.base ?? null)),
        signed: gridRow.role.total === 'result' || isDifference(draft, column),
        negative: negative && gridRow.role.cost && draft.columns[column]?.scenario !== 'variance',
        ...(rounded && gridRow.role.total === 'none' ? { roundness: rounded } : {}),
        ...(ease !== 0 ? { ease } : {}),
      }
    }),
  )
}

/** Whether a column holds differences, whose sign goes either way. */
const isDifference = (draft: DraftStatement, column: number): boolean =>
  draft.sheet.relations.some(relation => relation.kind === 'difference' && relation.column === column)

/** Whether nearly all costs of a statement are printed with a minus. */
function printsCostsNegative(draft: DraftStatement): boolean {
  const cells = draft.sheet.grid.rows.flatMap((row, index) =>
    row.role.cost
      ? draft.columns.map((column, at) =>
          column.scenario === 'variance' || column.measure === 'share' ? 0 : (chosenCell(draft, index, at)?.base ?? 0),
        )
      : [],
  )
  return costSign(cells) > 2
}

type IdOf = WholeProblem['idOf']

/** Closing balance of one column = opening balance of the next, for columns whose years follow each other, where most such pairs show it. */
function chains(drafts: readonly DraftStatement[], idOf: IdOf): readonly Equation[] {
  return drafts.flatMap((draft, statement) => {
    if (draft.columnOfRow) return []
    const rows = draft.sheet.grid.rows
    const openings = rows.flatMap((row, index) => (row.role.opening ? [index] : []))
    const closings = rows.flatMap((row, index) => (row.role.closing ? [index] : []))
    const links = draft.columns.flatMap((column, from) =>
      draft.columns.flatMap((other, to) => (to === from + 1 && follows(column, other) ? [{ from, to }] : [])),
    )
    return openings.flatMap(opening =>
      closings.flatMap(closing => {
        const pairs = links.map(link => ({
          closing: chosenCell(draft, closing, link.from),
          opening: chosenCell(draft, opening, link.to),
          link,
        }))
        const held = pairs.filter(pair => pair.closing?.base && pair.closing.base === pair.opening?.base)
        if (held.length === 0 || held.length * 2 < pairs.length) return []
        return pairs.map(pair =>
          equation(
            'chain',
            [
              { cell: idOf(statement, opening, pair.link.to), weight: -1 },
              { cell: idOf(statement, closing, pair.link.from), weight: 1 },
            ],
            [pair.closing?.step ?? 1, pair.opening?.step ?? 1],
          ),
        )
      }),
    )
  })
}

const follows = (a: DraftColumn, b: DraftColumn): boolean =>
  a.period !== null &&
  b.period !== null &&
  'to' in a.period &&
  'from' in b.period &&
  Number(a.period.to.slice(0, 4)) + 1 === Number(b.period.from.slice(0, 4)) &&
  a.period.to.endsWith('12-31')

interface Spot {
  readonly statement: number
  readonly row: number
}

/** The same line in two tables, in columns of the same scenario and time, where most of the columns they share agree. */
function sameQuantities(drafts: readonly DraftStatement[], idOf: IdOf): readonly Equation[] {
  const spots = drafts.flatMap((draft, statement) => draft.table.rows.map((_, row): Spot => ({ statement, row }))).slice(0, 1_500)
  const byInitial = new Map<string, Spot[]>()
  const labelOf = (spot: Spot): string => fold(drafts[spot.statement]?.table.rows[spot.row]?.label ?? '')
  for (const spot of spots) {
    const key = labelOf(spot).slice(0, 3)
    byInitial.set(key, [...(byInitial.get(key) ?? []), spot])
  }
  return [...byInitial.values()].flatMap(group =>
    group
      .slice(0, 40)
      .flatMap((a, at) =>
        group
          .slice(at + 1, 40)
          .flatMap(b => (a.statement === b.statement || !alike(labelOf(a), labelOf(b)) ? [] : sharedColumns(drafts, a, b, idOf))),
      ),
  )
}

const alike = (a: string, b: string): boolean => a.length >= 5 && (a === b || (a.length >= 9 && distance(a, b, 2) <= 2))

function sharedColumns(drafts: readonly DraftStatement[], a: Spot, b: Spot, idOf: IdOf): readonly Equation[] {
  const [first, second] = [drafts[a.statement], drafts[b.statement]]
  if (!first || !second || first.columnOfRow || second.columnOfRow) return []
  if (first.meanings[a.row]?.nature !== second.meanings[b.row]?.nature || first.meanings[a.row]?.role.apart) return []
  const [one, two] = [kronorPer(first.unit.unit) ?? 1, kronorPer(second.unit.unit) ?? 1]
  const unit = Math.max(one, two)
  const shared = first.columns.flatMap((column, i) =>
    second.columns.flatMap((other, j) => (sameColumn(column, other, first, a) ? [{ i, j }] : [])),
  )
  const equations = shared.map(({ i, j }) => {
    const steps = [((chosenCell(first, a.row, i)?.step ?? 1) * one) / unit, ((chosenCell(second, b.row, j)?.step ?? 1) * two) / unit]
    return {
      i,
      j,
      made: equation(
        'same-quantity',
        [
          { cell: idOf(b.statement, b.row, j), weight: -two / unit },
          { cell: idOf(a.statement, a.row, i), weight: one / unit },
        ],
        steps,
      ),
    }
  })
  const held = equations.filter(({ i, j, made }) => {
    const [x, y] = [chosenCell(first, a.row, i), chosenCell(second, b.row, j)]
    return x?.base && y?.base && Math.abs((x.base * one) / unit - (y.base * two) / unit) <= made.slack
  })
  return held.length > 0 && held.length * 2 >= equations.length
    ? equations.filter(({ i, j }) => printedBoth(first, a, i, second, b, j)).map(({ made }) => made)
    : []
}

const printedBoth = (first: DraftStatement, a: Spot, i: number, second: DraftStatement, b: Spot, j: number): boolean =>
  chosenCell(first, a.row, i)?.baseSlip !== 'blank-for-zero' && chosenCell(second, b.row, j)?.baseSlip !== 'blank-for-zero'

function sameColumn(a: DraftColumn, b: DraftColumn, draft: DraftStatement, spot: Spot): boolean {
  if (a.scenario !== b.scenario || a.scenario === 'variance' || !a.period || !b.period || periodKey(a.period) !== periodKey(b.period))
    return false
  const nature = draft.meanings[spot.row]?.nature
  const plain = (measure: DraftColumn['measure']): string =>
    measure === undefined || measure === 'net' || measure === nature ? 'amount' : measure
  return plain(a.measure) === plain(b.measure)
}
