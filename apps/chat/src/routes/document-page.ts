import type { DocumentReading, Library } from '@finsam/domain'
import type { DocumentPage } from '../contract/documents.ts'
import { wordFinding } from '../findings/word-finding.ts'
import { summaryOf } from './document-summary.ts'

/** All that the page of one document shows: its tables, facts, and what was found about it alone and beside the others. */
export function documentPageOf(library: Library, reading: DocumentReading): DocumentPage {
  const { statements, facts, headings, meter } = reading
  const findings = library.findings.filter(finding => finding.document === reading.document.id)
  return {
    summary: summaryOf(reading, findings),
    statements,
    facts,
    headings,
    findings: findings.map(wordFinding),
    unaccounted: meter.rest,
  }
}
