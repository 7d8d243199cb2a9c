import {
  type Cell,
  type CellPlace,
  type Column,
  correctionOfCell,
  correctLibrary,
  createLibrary,
  type DocumentReading,
  evaluate,
  type Library,
  type Line,
  quantityAt,
  type Registry,
  type Statement,
} from '@finsam/domain'
import type { Effect, ReviewItem } from '../contract/review.ts'

interface Flagged {
  readonly statement: Statement
  readonly line: Line
  readonly column: Column
  readonly cell: Cell
}

const isFlagged = ({ status }: Cell): boolean => status === 'ambiguous' || status === 'repaired' || status === 'derived'

const flaggedOf = ({ statements }: DocumentReading): readonly Flagged[] =>
  statements.flatMap(statement =>
    statement.lines.flatMap(line =>
      statement.columns.flatMap(column => {
        const cell = line.values[column.id]
        return cell && isFlagged(cell) ? [{ statement, line, column, cell }] : []
      }),
    ),
  )

/** The sums of a document that do not tie, as arithmetic. */
function brokenSums(library: Library, { association, id }: DocumentReading['document']): readonly string[] {
  const checked = evaluate(library, { op: 'check', rule: 'sums', association, document: id })
  return checked.ok ? (checked.value.findings ?? []).flatMap(({ arithmetic }) => arithmetic ?? []) : []
}

const legible = /^[−–-]?\d{1,3}(?:[ \u00a0\u202f]?\d{3})*(?:,\d+)?$/

/** The amount that a cell prints, where anybody would read it so: `5 310` → 5310, `1 3l0` → undefined. */
function printedAmount({ printed }: Cell): number | undefined {
  const text = printed.trim()
  if (!legible.test(text)) return undefined
  return Number(
    text
      .replace(/[ \u00a0\u202f]/g, '')
      .replace(/[−–]/, '-')
      .replace(',', '.'),
  )
}

/** What a person can choose from: the best reading first, then the others, and what stands there if the sums are what is wrong. */
const choicesOf = (cell: Cell): readonly number[] => [
  ...new Set([cell.amount ?? [], cell.alternatives ?? [], printedAmount(cell) ?? []].flat()),
]

/** What each choice would do to the sums; nothing where the engine holds no amount for the cell, so that no word on it would count. */
function effectsOf(own: Library, document: DocumentReading['document'], place: CellPlace, cell: Cell): readonly Effect[] {
  return choicesOf(cell).flatMap(amount => {
    const correction = correctionOfCell(own, { place, printed: cell.printed, amount, why: '', who: '', at: '' })
    if (!correction.ok) return []
    const broken = [...brokenSums(correctLibrary(own, [correction.value]).library, document)]
    return [{ amount, broken, ...(amount === printedAmount(cell) ? { asPrinted: true as const } : {}) }]
  })
}

function itemOf(own: Library, document: DocumentReading['document'], { statement, line, column, cell }: Flagged): ReviewItem {
  const place = { document: document.id, statement: statement.id, line: line.id, column: column.id }
  return {
    ...place,
    printed: cell.printed,
    title: statement.title,
    label: line.label,
    columnLabel: column.label,
    sourceLine: line.sourceLine,
    ...(line.page ? { page: line.page } : {}),
    text: line.text,
    amount: cell.amount,
    unit: line.unit ?? column.unit ?? statement.unit,
    status: cell.status,
    ...(cell.proof ? { proof: cell.proof } : {}),
    effects: [...effectsOf(own, document, place, cell)],
  }
}

const urgency = { ambiguous: 0, derived: 1, repaired: 2, printed: 3, confirmed: 3 }

/** The flagged cells of a document on which a person's word would count, the least sure first, each with what its readings do to the sums. */
export function reviewItems(reading: DocumentReading, registry: Registry): readonly ReviewItem[] {
  const own = createLibrary([reading], registry)
  const { document } = reading
  return flaggedOf(reading)
    .filter(({ statement, line, column }) =>
      quantityAt(own, { document: document.id, statement: statement.id, line: line.id, column: column.id }),
    )
    .toSorted((a, b) => urgency[a.cell.status] - urgency[b.cell.status])
    .map(flagged => itemOf(own, document, flagged))
}
