import { Fragment } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ReadCell, SourcePage } from '../../contract/source.ts'
import { documentHref, sourceHref } from '../route.ts'
import { useLoaded } from '../use-loaded.ts'
import { Waiting } from '../waiting.tsx'
import { fill } from '../words/swedish.ts'
import { useWords } from '../words/words.ts'
import { ReadAs } from './read-as.tsx'

interface SourceViewProps {
  readonly document: string
  readonly line: number
  readonly cited: readonly number[]
  readonly edition?: string | undefined
}

/** A document's own text with the cited lines marked, from the first to the last of them by buttons. */
export function SourceView({ document, line, cited, edition }: SourceViewProps) {
  const { w } = useWords()
  const loaded = useLoaded<SourcePage>(
    `/api/source?document=${encodeURIComponent(document)}&line=${line}${edition ? `&edition=${edition}` : ''}`,
  )
  const page = loaded.value
  if (!page) return <Waiting loaded={loaded} heading={w.source} />
  return (
    <div class="source-view">
      <h1>{page.document.title}</h1>
      <p class="about">
        {page.document.association} · <a href={documentHref(document)}>{w.toDocument}</a> · <a href="/">{w.backToAnswers}</a>
      </p>
      <p>{w.sourceIntro}</p>
      {page.replaced && <p class="status">{w.replacedEdition}</p>}
      <Steps document={document} line={line} cited={cited} edition={edition} />
      <div class="beside">
        {page.place && <InFile place={page.place} />}
        <div>
          <Lines page={page} line={line} cited={cited} edition={edition} />
        </div>
      </div>
    </div>
  )
}

/** Where the cited line stands in its own file: in words, and drawn on its page where it has one. */
function InFile({ place: { words, picture } }: { readonly place: NonNullable<SourcePage['place']> }) {
  return (
    <figure class="in-file">
      <figcaption>{words}</figcaption>
      {picture && (
        <a href={picture} target="_blank" rel="noreferrer">
          <img src={picture} alt={words} />
        </a>
      )}
    </figure>
  )
}

function Steps({ document, line, cited, edition }: SourceViewProps) {
  const { w } = useWords()
  if (cited.length < 2) return null
  const at = cited.indexOf(line)
  const step = (to: number, words: string) => {
    const target = cited[to]
    return target === undefined ? (
      <span aria-disabled="true">{words}</span>
    ) : (
      <a href={sourceHref(document, target, cited, edition)}>{words}</a>
    )
  }
  return (
    <nav class="steps" aria-label={w.sources}>
      {step(at - 1, w.previousCitation)}
      <strong>{fill(w.citation, { n: at + 1, total: cited.length })}</strong>
      {step(at + 1, w.nextCitation)}
    </nav>
  )
}

function Lines({ page, line, cited, edition }: Omit<SourceViewProps, 'document'> & { readonly page: SourcePage }) {
  const { w } = useWords()
  const marked = useRef<HTMLLIElement>(null)
  useLayoutEffect(() => {
    marked.current?.scrollIntoView({ block: 'center' })
    marked.current?.focus({ preventScroll: true })
  }, [page, line])
  const cells = Map.groupBy(page.cells, cell => cell.line)
  const more = (from: number | undefined, words: string) =>
    from !== undefined && <a href={sourceHref(page.document.id, from, cited, edition)}>{words}</a>
  const pageFrom = new Map(page.pages.map(span => [span.from, span.page]))
  return (
    <>
      {more(page.previous, w.earlierLines)}
      <ol class="lines" start={page.from} lang="sv">
        {page.lines.map(printed => {
          const isMarked = printed.line === line || cited.includes(printed.line)
          const turned = pageFrom.get(printed.line)
          return (
            <Fragment key={printed.line}>
              {turned !== undefined && (
                <li class="page-mark">
                  {w.page} {turned}
                </li>
              )}
              <li
                value={printed.line}
                id={`L${printed.line}`}
                class={printed.line === line ? 'cited current' : isMarked ? 'cited' : ''}
                {...(printed.line === line ? { ref: marked, tabIndex: -1 } : {})}
              >
                {isMarked ? <mark>{printed.text || ' '}</mark> : printed.text || ' '}
                <Readings cells={cells.get(printed.line)} />
              </li>
            </Fragment>
          )
        })}
      </ol>
      {more(page.next, w.laterLines)}
    </>
  )
}

/** Under a printed line: what was read otherwise than it is printed. */
function Readings({ cells }: { readonly cells: readonly ReadCell[] | undefined }) {
  if (!cells) return null
  return (
    <ul class="readings">
      {cells.map(cell => (
        <li key={cell.column}>
          <ReadAs cell={cell} />
        </li>
      ))}
    </ul>
  )
}
