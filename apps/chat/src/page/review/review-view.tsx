import type { DocumentList } from '../../contract/documents.ts'
import type { Review } from '../../contract/review.ts'
import { postJson } from '../api.ts'
import { documentHref } from '../route.ts'
import { useLoaded } from '../use-loaded.ts'
import { Waiting } from '../waiting.tsx'
import { fill } from '../words/swedish.ts'
import { useWords } from '../words/words.ts'
import { CorrectionList } from './correction-list.tsx'
import { ReviewQueue } from './review-queue.tsx'

/** Where flagged cells are gone through: first which document, then one cell at a time. */
export function ReviewView({ document }: { readonly document?: string | undefined }) {
  const { w } = useWords()
  return (
    <div class="review">
      <h1>{w.review}</h1>
      <p class="intro">{w.reviewIntro}</p>
      {document === undefined ? <DocumentChoice /> : <DocumentReview document={document} />}
    </div>
  )
}

function DocumentChoice() {
  const { w } = useWords()
  const loaded = useLoaded<DocumentList>('/api/documents')
  if (!loaded.value) return <Waiting loaded={loaded} />
  const open = loaded.value.documents
    .map(document => ({ ...document, count: document.cells.ambiguous + document.cells.derived + document.cells.repaired }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.cells.ambiguous - a.cells.ambiguous || b.count - a.count)
  if (open.length === 0) return <p>{w.nothingToReview}</p>
  return (
    <ul class="fact-list">
      {open.map(({ id, associationName, title, count }) => (
        <li key={id}>
          <a href={`/kontroll?dokument=${encodeURIComponent(id)}`}>
            {associationName}: {title}
          </a>{' '}
          {fill(w.toReview, { count })}
        </li>
      ))}
    </ul>
  )
}

function DocumentReview({ document }: { readonly document: string }) {
  const { language, w } = useWords()
  const loaded = useLoaded<Review>(`/api/review?document=${encodeURIComponent(document)}`)
  if (!loaded.value) return <Waiting loaded={loaded} />
  return (
    <>
      <p class="about">
        <a href="/kontroll">{w.otherDocuments}</a> · <a href={documentHref(document)}>{w.toDocument}</a>
      </p>
      <ReviewQueue items={loaded.value.items} save={cell => postJson('/api/corrections', language, cell)} />
      <CorrectionList corrections={loaded.value.corrections} />
    </>
  )
}
