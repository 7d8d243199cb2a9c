import { createLibrary, type DocumentReading, type Library } from '@finsam/domain'

/** A draft (*utkast*) laid beside the loaded documents, in a library of its own. */
export interface DraftBeside {
  readonly library: Library
  /** The draft's reading under the name that it has there. */
  readonly reading: DocumentReading
  /** The loaded document that the draft is a new version of: the same association, year and kind. */
  readonly earlier?: DocumentReading
}

/** The reading under another document id, in every place that it cites. */
function renamed(reading: DocumentReading, id: string): DocumentReading {
  const place = <At extends { readonly document: string }>(at: At): At => ({ ...at, document: id })
  return {
    ...reading,
    document: { ...reading.document, id },
    facts: reading.facts.map(fact => ({ ...fact, source: place(fact.source) })),
    findings: reading.findings.map(finding => ({
      ...finding,
      at: place(finding.at),
      ...(finding.others ? { others: finding.others.map(place) } : {}),
    })),
  }
}

const earlierOf = (library: Library, { document }: DocumentReading): DocumentReading | undefined =>
  library.readings.find(
    ({ document: known }) =>
      known.association === document.association && known.fiscalYear === document.fiscalYear && known.kind === document.kind,
  )

/**
 * The draft among the loaded documents, in place of its earlier version. `id` is a name of its own, so that a draft never takes the place of
 * a loaded document; the given library stays as it is.
 */
export function besideLibrary(library: Library, draft: DocumentReading, id: string): DraftBeside {
  const reading = renamed(draft, id)
  const earlier = earlierOf(library, reading)
  const others = library.readings.filter(known => known !== earlier)
  const together = createLibrary([...others, reading], { associations: [...library.associations] })
  return { library: together, reading, ...(earlier ? { earlier } : {}) }
}
