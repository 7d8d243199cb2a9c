import type { Answer } from '@finsam/assistant'
import { useState } from 'preact/hooks'
import { postJson, Refused } from '../api.ts'
import { useInstallation } from '../session.ts'
import { useWords } from '../words/words.ts'
import { answerAsText } from './answer-as-text.ts'
import { saveFile } from './save-file.ts'

interface ActionsProps {
  readonly answer: Answer
  readonly previous?: readonly string[] | undefined
}

/** An address that asks the question anew, with what a follow-up refers to. */
const questionLink = (question: string, previous: readonly string[] = []): string =>
  `${location.origin}/?${new URLSearchParams([['fraga', question], ...previous.slice(-3).map(before => ['fore', before])])}`

/** What can be done with an answer: copy, print, take it as a file, send a link. What was done is told aloud. */
export function Actions({ answer, previous }: ActionsProps) {
  const { language, w } = useWords()
  const { offers } = useInstallation()
  const [done, setDone] = useState('')
  const asked = { question: answer.question, language: answer.language, ...(previous ? { previous } : {}) }
  const copy = async (text: string, told: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setDone(told)
    } catch {
      setDone(w.copyFailed)
    }
  }
  const download = async (format: 'csv' | 'xlsx') => {
    try {
      const response = await postJson('/api/export', language, { ...asked, format })
      saveFile(await response.blob(), `finsam-svar.${format}`)
      setDone(w.exported)
    } catch (error) {
      setDone(error instanceof Refused ? error.message : w.unreachable)
    }
  }
  const share = async () => {
    try {
      const { id } = await (await postJson('/api/answers', language, asked)).json()
      await copy(`${location.origin}/svar/${id}`, w.linkCopied)
    } catch (error) {
      setDone(error instanceof Refused ? error.message : w.unreachable)
    }
  }
  const link = questionLink(answer.question, previous)
  return (
    <div class="actions">
      <button type="button" onClick={() => copy(answerAsText(answer, language), w.copied)}>
        {w.copy}
      </button>
      <button type="button" onClick={() => print()}>
        {w.print}
      </button>
      {answer.figures.length > 0 && (
        <>
          <button type="button" onClick={() => download('csv')}>
            {w.csv}
          </button>
          <button type="button" onClick={() => download('xlsx')}>
            {w.xlsx}
          </button>
        </>
      )}
      <button type="button" onClick={() => copy(link, w.linkCopied)}>
        {w.link}
      </button>
      {offers.records && (
        <button type="button" onClick={share}>
          {w.share}
        </button>
      )}
      <span role="status">{done}</span>
    </div>
  )
}
