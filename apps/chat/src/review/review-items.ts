import {
  type Cell,
  type Column,
  createLibrary,
  type DocumentReading,
  evaluate,
  type Line,
  type Registry,
  type Statement,
} from '@finsam/domain'
import type { Correction } from '../contract/records.ts'
import type { ReviewItem } from '../contract/review.ts'
import { lastWords, withCorrections } from './apply-corrections.ts'

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
function brokenSums(reading: DocumentReading, registry: Registry): readonly string[] {
  const { association, id } = reading.document
  const checked = evaluate(createLibrary([reading], registry), { op: 'check', rule: 'sums', association, document: id })
  return checked.ok ? (checked.value.findings ?? []).flatMap(({ arithmetic }) => arithmetic ?? []) : []
}

/** What a person can choose from: the best reading first, then the others. */
const choicesOf = ({ amount, alternatives = [] }: Cell): readonly number[] => [
  ...new Set([...(amount === null ? [] : [amount]), ...alternatives]),
]

function itemOf(reading: DocumentReading, { statement, line, column, cell }: Flagged, registry: Registry): ReviewItem {
  const document = reading.document.id
  const place = { document, statement: statement.id, line: line.id, column: column.id, printed: cell.printed }
  const effects = choicesOf(cell).map(amount => {
    const correction: Correction = { ...place, before: cell.amount, after: amount, why: '', who: '', at: '' }
    return { amount, broken: [...brokenSums(withCorrections(reading, lastWords([correction])), registry)] }
  })
  return {
    ...place,
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
    effects,
  }
}

const urgency = { ambiguous: 0, derived: 1, repaired: 2, printed: 3, confirmed: 3 }

/** The flagged cells of a document, the least sure first, each with what its readings do to the sums. */
export const reviewItems = (reading: DocumentReading, registry: Registry): readonly ReviewItem[] =>
  flaggedOf(reading)
    .toSorted((a, b) => urgency[a.cell.status] - urgency[b.cell.status])
    .map(flagged => itemOf(reading, flagged, registry))
