import { changesBetween, ruleOutcomes } from '@finsam/assistant'
import { createLibrary, type DocumentReading, type Library } from '@finsam/domain'
import type { DraftReport } from '../contract/draft.ts'
import { documentPageOf } from '../routes/document-page.ts'
import { personalNumberLines } from './personal-numbers.ts'

const draftId = 'utkast'

/** A name of its own, so that a draft never takes the place of a loaded document. */
function renamed(reading: DocumentReading): DocumentReading {
  const place = <At extends { readonly document: string }>(at: At): At => ({ ...at, document: draftId })
  return {
    ...reading,
    document: { ...reading.document, id: draftId },
    facts: reading.facts.map(fact => ({ ...fact, source: place(fact.source) })),
    findings: reading.findings.map(finding => ({
      ...finding,
      at: place(finding.at),
      ...(finding.others ? { others: finding.others.map(place) } : {}),
    })),
  }
}

/** The loaded document of the same association, year and kind: what the draft is a new version of. */
const earlierOf = (library: Library, { document }: DocumentReading): DocumentReading | undefined =>
  library.readings.find(
    known =>
      known.document.association === document.association &&
      known.document.fiscalYear === document.fiscalYear &&
      known.document.kind === document.kind,
  )

/**
 * Goes through a draft in the light of what is loaded: its own sums, the rules, last year's document, the earlier version.
 * The library stays as it is; the draft lives in one of its own that ends with the report.
 */
export function draftReport(library: Library, draft: DocumentReading, lines: readonly string[]): DraftReport {
  const reading = renamed(draft)
  const earlier = earlierOf(library, reading)
  const others = library.readings.filter(known => known !== earlier)
  const together = createLibrary([...others, reading], { associations: [...library.associations] })
  return {
    page: documentPageOf(together, reading),
    rules: [...ruleOutcomes(together, reading.document.association, draftId)],
    ...(earlier
      ? { earlier: { document: earlier.document.id, title: earlier.document.title, changes: [...changesBetween(earlier, reading)] } }
      : {}),
    personalNumbers: [...personalNumberLines(lines)],
  }
}
