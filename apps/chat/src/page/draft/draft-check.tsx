import { useRef, useState } from 'preact/hooks'
import type { DraftReport } from '../../contract/draft.ts'
import { Refused, sendFile } from '../api.ts'
import { useInstallation } from '../session.ts'
import { useWords } from '../words/words.ts'
import { DraftReportView } from './draft-report-view.tsx'
import { Publish } from './publish.tsx'

type State = { readonly report?: DraftReport; readonly file?: File; readonly failure?: string; readonly reading?: boolean }

/** Where a draft is dropped in and its report is shown. The file is sent as it is, read, and forgotten. */
export function DraftCheck() {
  const { language, w } = useWords()
  const { offers } = useInstallation()
  const [state, setState] = useState<State>({})
  const field = useRef<HTMLInputElement>(null)
  const check = async (file: File | undefined) => {
    if (!file) return
    setState({ reading: true })
    try {
      const report: DraftReport = await (await sendFile('/api/drafts', file, language)).json()
      setState({ report, file })
    } catch (error) {
      setState({ failure: error instanceof Refused ? error.message : w.unreachable })
    }
    if (field.current) field.current.value = ''
  }
  return (
    <div class="draft">
      <h1>{w.draft}</h1>
      <p class="intro">{w.draftIntro}</p>
      <div class="drop">
        <label for="draft">{w.draftFile}</label>
        <input
          id="draft"
          ref={field}
          type="file"
          aria-describedby="draft-hint"
          onChange={event => void check(event.currentTarget.files?.[0])}
        />
        <p id="draft-hint" class="hint">
          {w.draftHint}
        </p>
      </div>
      <p role="status">{state.reading ? w.draftReading : state.report && w.draftDone}</p>
      {state.failure !== undefined && (
        <p role="alert" class="failure">
          {state.failure}
        </p>
      )}
      {state.report && <DraftReportView report={state.report} />}
      {state.file && offers.publishing && <Publish file={state.file} />}
    </div>
  )
}
