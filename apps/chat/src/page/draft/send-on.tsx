import { useState } from 'preact/hooks'
import type { Upload } from '../../contract/waiting.ts'
import { Refused, sendFile } from '../api.ts'
import { navigate } from '../route.ts'
import { useWords } from '../words/words.ts'

/** Sends a checked draft on to the waiting area; until then it is in this browser alone. */
export function SendOn({ file }: { readonly file: File }) {
  const { language, w } = useWords()
  const [failure, setFailure] = useState('')
  const send = async () => {
    try {
      const upload: Upload = await (await sendFile('/api/uploads', file, language)).json()
      navigate(`/inlasning/${upload.file.id}`)
    } catch (error) {
      setFailure(error instanceof Refused ? error.message : w.unreachable)
    }
  }
  return (
    <section class="actions">
      <p>{w.sendOnText}</p>
      <button type="button" onClick={send}>
        {w.sendOn}
      </button>
      <p role="alert">{failure}</p>
    </section>
  )
}
