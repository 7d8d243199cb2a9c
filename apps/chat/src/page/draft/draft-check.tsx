import { useState } from 'preact/hooks'
import type { DraftReport } from '../../contract/draft.ts'
import { FileDrop } from '../file-drop.tsx'
import { useInstallation } from '../session.ts'
import { useWords } from '../words/words.ts'
import { DraftReportView } from './draft-report-view.tsx'
import { SendOn } from './send-on.tsx'

/** Where a draft is dropped in and its report is shown. The file is sent as it is, read, and forgotten. */
export function DraftCheck() {
  const { w } = useWords()
  const { offers } = useInstallation()
  const [checked, setChecked] = useState<{ readonly report: DraftReport; readonly file: File }>()
  return (
    <div class="draft">
      <h1>{w.draft}</h1>
      <p class="intro">{w.draftIntro}</p>
      <FileDrop<DraftReport> url="/api/drafts" done={(report, file) => setChecked({ report, file })} told={checked && w.draftDone} />
      {checked && <DraftReportView {...checked} />}
      {checked && offers.publishing && <SendOn file={checked.file} />}
    </div>
  )
}
