import { useState } from 'preact/hooks'
import type { CorrectionRequest } from '../../contract/records.ts'
import type { Upload } from '../../contract/waiting.ts'
import { postJson, Refused, request } from '../api.ts'
import { documentHref, navigate } from '../route.ts'
import { useWords } from '../words/words.ts'

interface PublishProps {
  readonly upload: Upload
  readonly reviewed: readonly CorrectionRequest[]
}

/** Publishes a waiting file with what was said about its cells, or removes it. */
export function PublishUpload({ upload: { file, known }, reviewed }: PublishProps) {
  const { language, w } = useWords()
  const [failure, setFailure] = useState('')
  const url = `/api/uploads/${file.id}`
  const act = async (send: () => Promise<Response>, next: (reply: { readonly id: string }) => string) => {
    try {
      navigate(next(await (await send()).json()))
    } catch (error) {
      setFailure(error instanceof Refused ? error.message : w.unreachable)
    }
  }
  const publish = () =>
    act(
      () => postJson(`${url}/publish`, language, { replace: known === 'other', reviewed }),
      ({ id }) => documentHref(id),
    )
  const remove = () =>
    act(
      () => request(url, language, { method: 'DELETE' }),
      () => '/inlasning',
    )
  return (
    <section>
      <h2>{w.publish}</h2>
      <p>{w.publishText}</p>
      <p class="actions">
        <button type="button" class="primary" onClick={publish}>
          {known === 'other' ? w.replaceDocument : w.publish}
        </button>
        <button type="button" onClick={remove}>
          {w.removeFile}
        </button>
      </p>
      <p role="alert">{failure}</p>
    </section>
  )
}
