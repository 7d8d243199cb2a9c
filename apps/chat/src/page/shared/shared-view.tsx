import type { SharedView as Shared } from '../../contract/records.ts'
import { AnswerView } from '../answer/answer-view.tsx'
import { EditionsContext } from '../answer/editions.ts'
import { formatDay } from '../format.ts'
import { useLoaded } from '../use-loaded.ts'
import { Waiting } from '../waiting.tsx'
import { fill } from '../words/swedish.ts'
import { useWords } from '../words/words.ts'

/** An answer as it was given; where the documents have changed and the same question gives another, that one too. */
export function SharedView({ id }: { readonly id: string }) {
  const { language, w } = useWords()
  const loaded = useLoaded<Shared>(`/api/answers/${encodeURIComponent(id)}`)
  const shared = loaded.value
  if (!shared) return <Waiting loaded={loaded} heading={w.sharedAnswer} />
  const { answer, at, changed, editions, now } = shared
  return (
    <div class="conversation">
      <h1>{w.sharedAnswer}</h1>
      <p class="about">
        {fill(w.givenOn, { day: formatDay(at.slice(0, 10), language) })} {changed ? w.sharedChanged : w.sharedHolds}
      </p>
      <article class="turn">
        <h2 class="question">{answer.question}</h2>
        <EditionsContext.Provider value={editions}>
          <AnswerView answer={answer} />
        </EditionsContext.Provider>
      </article>
      {now && (
        <article class="turn">
          <h2>{w.answerNow}</h2>
          <AnswerView answer={now} />
        </article>
      )}
      <p class="notice">{w.automated}</p>
    </div>
  )
}
