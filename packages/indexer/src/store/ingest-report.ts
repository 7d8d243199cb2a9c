import type { Cell, DocumentReading } from '@finsam/domain'
import type { Omission } from '@finsam/reader'
import type { ReadFile } from './reading-port.ts'

/** What an ingest did with one file, and what was read from it. */
export interface IngestReport {
  readonly id: string
  /** `read-again`: the same bytes, read differently than before. */
  readonly outcome: 'added' | 'unchanged' | 'replaced' | 'read-again'
  readonly title: string
  readonly figures: number
  readonly repaired: number
  readonly derived: number
  readonly ambiguous: number
  readonly facts: number
  readonly findings: number
  readonly passages: number
  /** Numbers that the document holds, and how many of them stand in a figure, fact or finding. */
  readonly numbers: number
  readonly accounted: number
  /** What of the file was left out, or read off pictures. */
  readonly omissions: readonly Omission[]
}

const cellsOf = (reading: DocumentReading): readonly Cell[] =>
  reading.statements.flatMap(statement => statement.lines.flatMap(line => Object.values(line.values)))

export function summarise(outcome: IngestReport['outcome'], id: string, { reading, passages, omissions = [] }: ReadFile): IngestReport {
  const cells = cellsOf(reading)
  const having = (status: Cell['status']) => cells.filter(cell => cell.status === status).length
  return {
    id,
    outcome,
    title: reading.document.title,
    figures: cells.length,
    repaired: having('repaired'),
    derived: having('derived'),
    ambiguous: having('ambiguous'),
    facts: reading.facts.length,
    findings: reading.findings.length,
    passages: passages.length,
    numbers: reading.meter.numbers,
    accounted: reading.meter.accounted,
    omissions,
  }
}
