import type { DocumentReading, Finding, Library } from '@finsam/domain'
import type { DocumentPage } from '../contract/documents.ts'
import { wordFinding } from '../findings/word-finding.ts'
import { summaryOf } from './document-summary.ts'

/** What was found about a document, alone and beside the others. */
export const findingsOf = (library: Library, { document }: DocumentReading): readonly Finding[] =>
  library.findings.filter(finding => finding.document === document.id)

/** All that the page of one document shows: its tables, facts, and what was found about it alone and beside the others. */
export function documentPageOf(reading: DocumentReading, findings: readonly Finding[]): DocumentPage {
  const { statements, facts, headings, meter } = reading
  return {
    summary: summaryOf(reading, findings),
    statements,
    facts,
    headings,
    findings: findings.map(wordFinding),
    unaccounted: meter.rest,
  }
}
