import { useRef, useState } from 'preact/hooks'
import { Refused, readFile } from './api.ts'
import { useWords } from './words/words.ts'

interface FileDropProps<Reply> {
  /** Where the file is sent. */
  readonly url: string
  /** What was made of it. */
  readonly done: (reply: Reply, file: File) => void
  /** What is told aloud when it is done. */
  readonly told?: string | undefined
}

/** A place to choose or drop a file, which is sent as it is and read by the server. */
export function FileDrop<Reply>({ url, done, told }: FileDropProps<Reply>) {
  const { language, w } = useWords()
  const [reading, setReading] = useState('')
  const [failure, setFailure] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const send = async (file: File | undefined) => {
    if (!file) return
    setReading(w.draftReading)
    setFailure('')
    try {
      done(await readFile<Reply>(url, file, language, setReading), file)
    } catch (error) {
      setFailure(error instanceof Refused ? error.message : w.unreachable)
    }
    setReading('')
    if (field.current) field.current.value = ''
  }
  return (
    <>
      <div class="drop">
        <label for="file">{w.draftFile}</label>
        <input
          id="file"
          ref={field}
          type="file"
          aria-describedby="file-hint"
          onChange={event => void send(event.currentTarget.files?.[0])}
        />
        <p id="file-hint" class="hint">
          {w.draftHint}
        </p>
      </div>
      <p role="status">{reading || told}</p>
      {failure && (
        <p role="alert" class="failure">
          {failure}
        </p>
      )}
    </>
  )
}
