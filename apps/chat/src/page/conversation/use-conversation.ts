import type { Answer } from '@finsam/assistant'
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { AskRequest } from '../../contract/ask.ts'
import { firstSentence } from '../../contract/first-sentence.ts'
import { ask as askServer, type Heard, Refused } from '../api.ts'
import { type Language, words } from '../words/words.ts'
import { refersBack } from './refers-back.ts'
import { isWorking, keepTurns, keptTurns, type Turn } from './turn.ts'

export interface Conversation {
  readonly turns: readonly Turn[]
  readonly working: boolean
  /** What a screen reader is told: that the answer is on its way, and then its first sentence. */
  readonly announcement: string
  /** Always the same function. `previous` stands in for the conversation where a link brings its own. */
  readonly ask: (question: string, previous?: readonly string[]) => void
  readonly stop: () => void
  readonly clear: () => void
}

const remembered = 8

/** The questions that were not refused, the oldest first: what a follow-up may refer to. */
const questionsOf = (turns: readonly Turn[]): readonly string[] =>
  turns
    .filter(({ answer }) => answer && answer.status !== 'unanswerable')
    .map(turn => turn.question)
    .slice(-remembered)

const longest = 1_500

/** The talk as a language model gets it: what was asked, and what was shown. */
const talkOf = (turns: readonly Turn[]): NonNullable<AskRequest['conversation']> =>
  turns
    .flatMap(({ question, answer }) => (answer ? [{ question: question.slice(0, longest), answer: answer.text.slice(0, longest) }] : []))
    .slice(-remembered)

const failureOf = (error: unknown, stopped: boolean, language: Language): string =>
  error instanceof Refused ? error.message : stopped ? words[language].stopped : words[language].unreachable

interface Talk {
  readonly before: readonly string[]
  readonly leans: boolean
  /** For a model, where one is switched on. */
  readonly conversation?: AskRequest['conversation']
}

/**
 * Asks a question that leans on the talk together with it, any other alone; one that is then asked back gets the talk's help,
 * one that is refused does not: what came before must not turn a refusal into an answer.
 */
async function askInTalk(
  question: string,
  { before, leans, conversation }: Talk,
  language: Language,
  heard: Heard,
): Promise<Pick<Turn, 'previous'> & { readonly answer: Answer }> {
  const previous = [...before]
  const asked = { question, conversation }
  const together = async () => ({ answer: await askServer({ ...asked, previous }, language, heard), previous })
  if (previous.length > 0 && leans) return together()
  const alone = await askServer(asked, language, heard)
  if (previous.length === 0 || alone.status !== 'ambiguous') return { answer: alone }
  const helped = await together()
  return helped.answer.status === 'answered' ? helped : { answer: alone }
}

/**
 * The conversation: asks, keeps the answers over a reload, and sends what a follow-up refers to.
 *
 * @param withModel whether a language model is switched on, which is then sent the talk
 */
export function useConversation(language: Language, withModel: boolean): Conversation {
  const [turns, setTurns] = useState<readonly Turn[]>(() => keptTurns(sessionStorage))
  const [announcement, announce] = useState('')
  const running = useRef<AbortController>(null)
  const current = useRef({ turns, language, withModel })
  current.current = { turns, language, withModel }
  const working = turns.some(isWorking)
  useLayoutEffect(() => {
    if (!working) keepTurns(sessionStorage, turns)
  }, [turns, working])

  const ask = useCallback(async (question: string, linked: readonly string[] = []) => {
    const { turns: known, language: spoken, withModel: modelled } = current.current
    const id = (known.at(-1)?.id ?? 0) + 1
    const change = (news: Partial<Turn>) => setTurns(now => now.map(turn => (turn.id === id ? { ...turn, ...news } : turn)))
    const talk = {
      before: linked.length > 0 ? linked : questionsOf(known),
      leans: linked.length > 0 || refersBack(question),
      ...(modelled && known.length > 0 ? { conversation: talkOf(known) } : {}),
    }
    const controller = new AbortController()
    running.current = controller
    setTurns(now => [...now, { id, question }])
    announce(words[spoken].working)
    try {
      const heard = { signal: controller.signal, tell: (text: string) => change({ heard: text }) }
      const answered = await askInTalk(question, talk, spoken, heard)
      change(answered)
      announce(`${words[spoken].done} ${firstSentence(answered.answer.text).first}`)
    } catch (error) {
      change({ failure: failureOf(error, controller.signal.aborted, spoken) })
      announce('')
    }
  }, [])
  const stop = () => running.current?.abort()
  const clear = () => {
    stop()
    setTurns([])
    announce('')
  }
  return { turns, announcement, working, ask, stop, clear }
}
