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
import { unreviewed, useReviewed } from './use-reviewed.ts'

/** A waiting file: its flagged cells to go through, its report, and then publishing. */
export function UploadView({ id }: { readonly id: string }) {
  const { w } = useWords()
  const loaded = useLoaded<Upload>(`/api/uploads/${encodeURIComponent(id)}`)
  const [reviewed, say] = useReviewed(id)
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
          <OpenCells items={items} reviewed={reviewed} say={say} />
        </section>
      )}
      <PublishUpload upload={upload} reviewed={reviewed} />
      <DraftReportView report={report} />
    </div>
  )
}

interface OpenCellsProps {
  readonly items: Upload['items']
  readonly reviewed: readonly CorrectionRequest[]
  readonly say: (cell: CorrectionRequest) => void
}

/** The cells that were open when the file was opened here, so that a word on one brings up the next. */
function OpenCells({ items, reviewed, say }: OpenCellsProps) {
  const [open] = useState(() => unreviewed(items, reviewed))
  return <ReviewQueue items={open} save={async cell => say(cell)} linked={false} />
}
