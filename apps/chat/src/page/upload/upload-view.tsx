import { useState } from 'preact/hooks'
import type { CorrectionRequest } from '../../contract/records.ts'
import type { Upload } from '../../contract/waiting.ts'
import { DraftReportView } from '../draft/draft-report-view.tsx'
import { ReviewQueue } from '../review/review-queue.tsx'
import { documentHref } from '../route.ts'
import { useLoaded } from '../use-loaded.ts'
import { Waiting } from '../waiting.tsx'
import { fill } from '../words/swedish.ts'
import { useWords } from '../words/words.ts'
import { PublishUpload } from './publish-upload.tsx'

/** A waiting file: its flagged cells to go through, its report, and then publishing. */
export function UploadView({ id }: { readonly id: string }) {
  const { w } = useWords()
  const loaded = useLoaded<Upload>(`/api/uploads/${encodeURIComponent(id)}`)
  const [reviewed, setReviewed] = useState<readonly CorrectionRequest[]>([])
  const upload = loaded.value
  if (!upload) return <Waiting loaded={loaded} heading={w.uploads} />
  const { document, file, items, known, report } = upload
  return (
    <div class="draft">
      <h1>{file.fileName}</h1>
      <p class="intro">
        {fill(w.uploadKnown[known], { document })} {known !== 'new' && <a href={documentHref(document)}>{document}</a>}
      </p>
      {items.length > 0 && (
        <section class="review">
          <h2>{w.flagged}</h2>
          <p>{fill(w.reviewedCells, { count: reviewed.length })}</p>
          <ReviewQueue items={items} save={async cell => setReviewed([...reviewed, cell])} linked={false} />
        </section>
      )}
      <PublishUpload upload={upload} reviewed={reviewed} />
      <DraftReportView report={report} />
    </div>
  )
}
