import { besideLibrary, changesBetween, draftFindings, personalNumberLines, ruleOutcomes } from '@finsam/assistant'
import { type DocumentReading, type Library, sumChecks } from '@finsam/domain'
import type { DraftReport } from '../contract/draft.ts'
import { documentPageOf, findingsOf } from '../routes/document-page.ts'

const draftId = 'utkast'

/**
 * Goes through a draft in the light of what is loaded: its own sums, the rules, last year's document, the earlier version.
 * The library stays as it is; the draft lives in one of its own that ends with the report.
 */
export function draftReport(library: Library, draft: DocumentReading, lines: readonly string[]): DraftReport {
  const beside = besideLibrary(library, draft, draftId)
  const { reading, earlier } = beside
  return {
    page: documentPageOf(reading, draftFindings(findingsOf(beside.library, reading))),
    rules: [...ruleOutcomes(beside.library, reading.document.association, draftId)],
    sums: [...sumChecks(reading)],
    ...(earlier
      ? { earlier: { document: earlier.document.id, title: earlier.document.title, changes: [...changesBetween(earlier, reading)] } }
      : {}),
    personalNumbers: [...personalNumberLines(lines)],
  }
}
