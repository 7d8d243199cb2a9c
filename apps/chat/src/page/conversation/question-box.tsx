import { useRef, useState } from 'preact/hooks'
import { useWords } from '../words/words.ts'

interface QuestionBoxProps {
  readonly working: boolean
  readonly followsUp: boolean
  readonly ask: (question: string) => void
  readonly stop: () => void
}

/** Where the question is written: Enter asks, Shift + Enter breaks the line. */
export function QuestionBox({ working, followsUp, ask, stop }: QuestionBoxProps) {
  const { w } = useWords()
  const [question, setQuestion] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const send = () => {
    const asked = question.trim()
    if (asked === '' || working) return field.current?.focus()
    ask(asked)
    setQuestion('')
  }
  return (
    <form
      class="question-box"
      onSubmit={event => {
        event.preventDefault()
        send()
      }}
    >
      <label for="question">{followsUp ? w.followUp : w.yourQuestion}</label>
      <div class="row">
        <textarea
          id="question"
          ref={field}
          rows={2}
          maxLength={8000}
          value={question}
          aria-describedby="question-hint"
          onInput={event => setQuestion(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            send()
          }}
        />
        {working ? (
          <button type="button" class="primary" onClick={stop}>
            {w.stop}
          </button>
        ) : (
          <button type="submit" class="primary">
            {w.askButton}
          </button>
        )}
      </div>
      <p id="question-hint" class="hint">
        {w.askHint}
      </p>
    </form>
  )
}
