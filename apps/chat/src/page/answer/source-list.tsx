import type { Citation } from '@finsam/assistant'
import { useWords } from '../words/words.ts'
import { useSourceHref } from './editions.ts'

/** `sida 16, rad 375`, as far as the document has pages. */
export function usePlace(): (citation: Pick<Citation, 'page' | 'line'>) => string {
  const { w } = useWords()
  return ({ page, line }) => (page === undefined ? `${w.line} ${line}` : `${w.page} ${page}, ${w.line} ${line}`)
}

/** A printed line without the marks of Markdown and HTML; the source view shows it with them. */
const plainText = (text: string): string =>
  text
    .replace(/<\/?[a-z][^<>]*>|\*\*|^\s*#+\s/gi, '')
    .replace(/\t/g, '  ')
    .trim()

/** Places in documents with their printed line, each a link to the marked line; `beside` are lines to step to from there. */
export function SourceList({
  sources,
  beside = sources,
}: {
  readonly sources: readonly Citation[]
  readonly beside?: readonly Citation[]
}) {
  const { w } = useWords()
  const place = usePlace()
  const hrefTo = useSourceHref()
  return (
    <ul class="sources">
      {sources.map(source => {
        const cited = beside.filter(other => other.document === source.document).map(other => other.line)
        return (
          <li key={`${source.document} ${source.line}`}>
            <a href={hrefTo(source.document, source.line, cited)}>
              {source.document}, {place(source)}
            </a>
            <q lang="sv" title={w.printedAs}>
              {plainText(source.text)}
            </q>
          </li>
        )
      })}
    </ul>
  )
}
