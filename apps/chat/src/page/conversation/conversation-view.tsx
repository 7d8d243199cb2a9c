import { useLayoutEffect, useRef } from 'preact/hooks'
import { textHref } from '../route.ts'
import { useInstallation } from '../session.ts'
import { fill } from '../words/swedish.ts'
import { useWords } from '../words/words.ts'
import { QuestionBox } from './question-box.tsx'
import { Suggestions } from './suggestions.tsx'
import { TurnLog } from './turn-log.tsx'
import type { Conversation } from './use-conversation.ts'

interface ConversationViewProps {
  readonly conversation: Conversation
  readonly question?: string | undefined
  readonly previous?: readonly string[] | undefined
}

/** The page to ask on. `question` comes with a link and is asked once. */
export function ConversationView({ conversation, question, previous }: ConversationViewProps) {
  const { language, w } = useWords()
  const { model } = useInstallation()
  const { turns, ask } = conversation
  const log = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (!question) return
    history.replaceState(null, '', '/')
    if (turns.at(-1)?.question !== question) ask(question, previous)
  }, [question])
  useLayoutEffect(() => {
    if (turns.length > 0) log.current?.lastElementChild?.scrollIntoView({ block: 'start', behavior: 'instant' })
  }, [turns.length])
  return (
    <div class={turns.length === 0 ? 'conversation empty' : 'conversation'}>
      <h1 class={turns.length === 0 ? '' : 'hidden'}>{turns.length === 0 ? w.tagline : w.conversation}</h1>
      {turns.length === 0 && <p class="intro">{w.askIntro}</p>}
      <section class="log" role="log" aria-live="off" aria-label={w.conversation} ref={log}>
        <TurnLog turns={turns} ask={ask} />
      </section>
      <p role="status" class="hidden">
        {conversation.announcement}
      </p>
      <QuestionBox working={conversation.working} followsUp={turns.length > 0} ask={ask} stop={conversation.stop} />
      {turns.length === 0 && <Suggestions ask={ask} />}
      <p class="notice">
        {w.automated} {model && fill(w.model, model)} <a href={textHref[language].about}>{w.howComputed}</a>
        {turns.length > 0 && (
          <button type="button" class="quiet" onClick={conversation.clear}>
            {w.newConversation}
          </button>
        )}
      </p>
    </div>
  )
}
