import { firstSentence } from '../../contract/first-sentence.ts'
import { AnswerView } from '../answer/answer-view.tsx'
import { useWords } from '../words/words.ts'
import { Actions } from './actions.tsx'
import { isWorking, type Turn } from './turn.ts'

/** A question with its answer; while it is being worked on, as much as is known. */
export function TurnView({ turn, ask }: { readonly turn: Turn; readonly ask: (question: string) => void }) {
  const { w } = useWords()
  const { answer, failure, heard } = turn
  const { first, rest } = firstSentence(heard ?? '')
  return (
    <article class="turn" aria-busy={isWorking(turn)}>
      <h2 class="question">{turn.question}</h2>
      {answer && (
        <>
          <AnswerView answer={answer} ask={ask} />
          <Actions answer={answer} previous={turn.previous} />
        </>
      )}
      {!answer && heard && (
        <>
          <p class="first">{first}</p>
          {rest && <p>{rest}</p>}
        </>
      )}
      {isWorking(turn) && !heard && <p class="working">{w.working}</p>}
      {failure !== undefined && (
        <div role="alert" class="failure">
          <p>{failure}</p>
          <button type="button" onClick={() => ask(turn.question)}>
            {w.retry}
          </button>
        </div>
      )}
    </article>
  )
}
