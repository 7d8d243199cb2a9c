import { useState } from 'preact/hooks'
import { Refused, sendFile } from '../api.ts'
import { documentHref } from '../route.ts'
import { useWords } from '../words/words.ts'

/** Reads the checked file in for everybody; until then it is in this browser alone. */
export function Publish({ file }: { readonly file: File }) {
  const { language, w } = useWords()
  const [id, setId] = useState<string>()
  const [failure, setFailure] = useState('')
  const publish = async () => {
    try {
      const published: { readonly id: string } = await (await sendFile('/api/documents', file, language)).json()
      setId(published.id)
    } catch (error) {
      setFailure(error instanceof Refused ? error.message : w.unreachable)
    }
  }
  return (
    <section>
      <h3>{w.publish}</h3>
      <p>{w.publishText}</p>
      {id === undefined && (
        <button type="button" onClick={publish}>
          {w.publish}
        </button>
      )}
      <p role="status">{id !== undefined && <a href={documentHref(id)}>{w.published}</a>}</p>
      <p role="alert">{failure}</p>
    </section>
  )
}
