import type { Citation } from '../../answer/answer.ts'
import type { AssistantContext } from '../../context.ts'
import type { SourceLink } from '../tool.ts'

/** The page of a document as a resource. */
export const pageUri = (document: string, page: number): string => `finsam://${encodeURIComponent(document)}/page/${page}`
/** Lines of a document as a resource, both ends included. */
export const linesUri = (document: string, from: number, to: number): string =>
  `finsam://${encodeURIComponent(document)}/lines/${from}-${to}`

/** A cited place shows the lines around it. */
const margin = 3
const mostLinks = 5

interface Stretch {
  readonly document: string
  from: number
  to: number
}

/** Lines around citations, near ones in one stretch. */
function stretchesOf({ library }: AssistantContext, citations: readonly Citation[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const { document, line } of citations) {
    const last = library.document(document)?.lines ?? line
    const from = Math.max(1, line - margin)
    const to = Math.max(line, Math.min(last, line + margin))
    const near = stretches.find(known => known.document === document && from <= known.to + 1 && to >= known.from - 1)
    if (near) Object.assign(near, { from: Math.min(near.from, from), to: Math.max(near.to, to) })
    else stretches.push({ document, from, to })
  }
  return stretches
}

const hasPage = ({ pages }: AssistantContext, document: string, page: number): boolean =>
  (pages?.(document) ?? []).some(span => span.page === page)

/**
 * Where the places of a result can be opened, each once: pages where the text has pages, else the lines around each place.
 * The first few; the data cite the rest.
 */
export function linksTo(context: AssistantContext, citations: readonly Citation[]): readonly SourceLink[] {
  const links = new Map<string, SourceLink>()
  const put = (uri: string, name: string) => links.set(uri, { uri, name })
  const loose: Citation[] = []
  for (const citation of citations) {
    const { document, page } = citation
    if (page !== undefined && hasPage(context, document, page)) put(pageUri(document, page), `${document} page ${page}`)
    else loose.push(citation)
  }
  // A plain hyphen: a single character beyond Latin-1 makes the whole reply a third dearer to write.
  for (const { document, from, to } of stretchesOf(context, loose)) put(linesUri(document, from, to), `${document} lines ${from}-${to}`)
  return [...links.values()].slice(0, mostLinks)
}
