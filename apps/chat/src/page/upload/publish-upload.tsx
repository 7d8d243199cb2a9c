import { useState } from 'preact/hooks'
import type { CorrectionRequest } from '../../contract/records.ts'
import type { Upload } from '../../contract/waiting.ts'
import { postJson, Refused, request } from '../api.ts'
import { documentHref, navigate } from '../route.ts'
import { fill } from '../words/swedish.ts'
import { useWords } from '../words/words.ts'

interface PublishProps {
  readonly upload: Upload
  readonly reviewed: readonly CorrectionRequest[]
}

/** Publishes a waiting file with what was said about its cells, or removes it. */
export function PublishUpload({ upload, reviewed }: PublishProps) {
  const { language, w } = useWords()
  const [failure, setFailure] = useState('')
  const [name, setName] = useState(upload.replaces?.sameAssociation === false ? upload.free : upload.document)
  const replace = upload.known === 'other' && name.trim() === upload.document
  const url = `/api/uploads/${upload.file.id}`
  const act = async (send: () => Promise<Response>, next: (reply: { readonly id: string }) => string) => {
    try {
      navigate(next(await (await send()).json()))
    } catch (error) {
      setFailure(error instanceof Refused ? error.message : w.unreachable)
    }
  }
  const publish = () =>
    act(
      () => postJson(`${url}/publish`, language, { ...(upload.known === 'same' ? {} : { id: name.trim() }), replace, reviewed }),
      ({ id }) => documentHref(id),
    )
  const remove = () =>
    act(
      () => request(url, language, { method: 'DELETE' }),
      () => '/inlasning',
    )
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void publish()
      }}
    >
      <h2>{w.publish}</h2>
      <p>{w.publishText}</p>
      {upload.known !== 'same' && <DocumentName upload={upload} name={name} setName={setName} replace={replace} />}
      <p class="actions">
        <button type="submit" class="primary">
          {replace ? w.replaceDocument : w.publish}
        </button>
        <button type="button" onClick={remove}>
          {w.removeFile}
        </button>
      </p>
      <p role="alert">{failure}</p>
    </form>
  )
}

interface NameProps {
  readonly upload: Upload
  readonly name: string
  readonly setName: (name: string) => void
  readonly replace: boolean
}

/** The name that answers will cite, and what becomes of the document that stands under it. */
function DocumentName({ upload: { replaces }, name, setName, replace }: NameProps) {
  const { w } = useWords()
  return (
    <>
      <label for="document-name">{w.documentName}</label>
      <input
        id="document-name"
        value={name}
        onInput={event => setName(event.currentTarget.value)}
        aria-describedby="document-name-hint"
        maxLength={100}
        autocomplete="off"
        required
      />
      <p id="document-name-hint" class="about" aria-live="polite">
        {w.documentNameHint}{' '}
        {replaces && fill(replace ? w.willReplace : w.willStandBeside, { title: replaces.title, association: replaces.associationName })}
      </p>
    </>
  )
}
