import type { Cell, DocumentReading, Finding } from '@finsam/domain'
import type { DocumentSummary, ReadCounts } from '../contract/documents.ts'

const cellsOf = (reading: DocumentReading): readonly Cell[] =>
  reading.statements.flatMap(statement => statement.lines.flatMap(line => Object.values(line.values)))

function countCells(cells: readonly Cell[]): ReadCounts {
  const counts = { printed: 0, repaired: 0, derived: 0, ambiguous: 0, confirmed: 0 }
  for (const { status } of cells) counts[status] += 1
  return counts
}

function countFindings(findings: readonly Finding[]): DocumentSummary['findings'] {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** What the coverage page tells of a document in one row. */
export function summaryOf(reading: DocumentReading, findings: readonly Finding[] = reading.findings): DocumentSummary {
  const { hash: _, ...document } = reading.document
  return {
    ...document,
    cells: countCells(cellsOf(reading)),
    findings: countFindings(findings),
    numbers: reading.meter.numbers,
    accounted: reading.meter.accounted,
  }
}
