import { isInstant, kronorPer, type Period } from '@finsam/domain'
import { type CellId, type Equation, equation } from '../reconcile/equation.ts'
import { chosenCell } from './chosen-cell.ts'
import type { DraftColumn } from './draft-column.ts'
import type { DraftStatement } from './draft-statement.ts'

type IdOf = (statement: number, row: number, column: number) => CellId

/**
 * A line that refers to a note is what the note sums up to: one equation for each column that both print, where at least one
 * of them agrees. A balance line and its note print the same moment, one as an instant, the other as the end of a span.
 */
export function noteEquations(drafts: readonly DraftStatement[], idOf: IdOf): readonly Equation[] {
  const notes = drafts.flatMap((draft, statement) => {
    const number = /^\W*not(?:er)?\.?\s*(\d{1,2})\b/i.exec(titleAbove(draft))?.[1]
    const total = draft.sheet.grid.rows.findLastIndex(row => row.role.total === 'strong')
    return number && total >= 0 ? [{ number: Number(number), statement, total }] : []
  })
  if (notes.length === 0) return []
  return drafts.flatMap((draft, statement) =>
    draft.sheet.grid.rows.flatMap((row, index) => {
      const reference = row.readings[draft.sheet.choice[index] ?? 0]?.note
      const note = notes.find(other => other.number === reference && other.statement !== statement)
      return note ? tied(drafts, { statement, row: index }, { statement: note.statement, row: note.total }, idOf) : []
    }),
  )
}

const titleAbove = (draft: DraftStatement): string => {
  const first = draft.table.rows[0]?.draft.line ?? 0
  return (
    draft.table.headers.map(header => header.line.text.trim()).find(text => /^not/i.test(text)) ??
    draft.table.titles.find(line => line.number < first)?.text.trim() ??
    ''
  )
}

interface Spot {
  readonly statement: number
  readonly row: number
}

function tied(drafts: readonly DraftStatement[], line: Spot, note: Spot, idOf: IdOf): readonly Equation[] {
  const [own, other] = [drafts[line.statement], drafts[note.statement]]
  if (!own || !other || own.columnOfRow || other.columnOfRow) return []
  const [one, two] = [kronorPer(own.unit.unit) ?? 1, kronorPer(other.unit.unit) ?? 1]
  const unit = Math.max(one, two)
  const pairs = own.columns.flatMap((column, i) =>
    other.columns.flatMap((second, j) => {
      const [a, b] = [chosenCell(own, line.row, i), chosenCell(other, note.row, j)]
      if (!a?.base || !b?.base || !sameMoment(column, second)) return []
      const made = equation(
        'same-quantity',
        [
          { cell: idOf(note.statement, note.row, j), weight: -two / unit },
          { cell: idOf(line.statement, line.row, i), weight: one / unit },
        ],
        [(a.step * one) / unit, (b.step * two) / unit],
      )
      return [
        {
          made,
          holds:
            Math.abs((Math.abs(a.base) * one - Math.abs(b.base) * two) / unit) <= made.slack && Math.sign(a.base) === Math.sign(b.base),
        },
      ]
    }),
  )
  return pairs.some(pair => pair.holds) ? pairs.map(pair => pair.made) : []
}

const endOf = (period: Period): string => (isInstant(period) ? period.at : period.to)
/** Measures that hold a line's own amount; a share or an amount per head beside it is no print of it. */
const amounts: ReadonlySet<string | undefined> = new Set([undefined, 'amount', 'net', 'opening', 'closing'])
const sameMoment = (a: DraftColumn, b: DraftColumn): boolean =>
  amounts.has(a.measure) &&
  amounts.has(b.measure) &&
  a.unit === b.unit &&
  a.scenario === b.scenario &&
  a.scenario !== 'variance' &&
  a.period !== null &&
  b.period !== null &&
  endOf(a.period) === endOf(b.period)
