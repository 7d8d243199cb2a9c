import type { Answer } from '@finsam/assistant'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
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

/** The answered questions so far, the oldest first: what a follow-up may refer to. */
const questionsOf = (turns: readonly Turn[]): readonly string[] =>
  turns
    .filter(turn => turn.answer)
    .map(turn => turn.question)
    .slice(-remembered)

const failureOf = (error: unknown, stopped: boolean, language: Language): string =>
  error instanceof Refused ? error.message : stopped ? words[language].stopped : words[language].unreachable

interface Talk {
  readonly before: readonly string[]
  readonly leans: boolean
}

/**
 * Asks a question that leans on the talk together with it, any other alone; one that is then asked back gets the talk's help,
 * one that is refused does not: what came before must not turn a refusal into an answer.
 */
async function askInTalk(
  question: string,
  { before, leans }: Talk,
  language: Language,
  heard: Heard,
): Promise<Pick<Turn, 'previous'> & { readonly answer: Answer }> {
  const previous = [...before]
  const together = async () => ({ answer: await askServer({ question, previous }, language, heard), previous })
  if (previous.length > 0 && leans) return together()
  const alone = await askServer({ question }, language, heard)
  if (previous.length === 0 || alone.status !== 'ambiguous') return { answer: alone }
  const helped = await together()
  return helped.answer.status === 'answered' ? helped : { answer: alone }
}

/** The conversation: asks, keeps the answers over a reload, and sends what a follow-up refers to. */
export function useConversation(language: Language): Conversation {
  const [turns, setTurns] = useState<readonly Turn[]>(() => keptTurns(sessionStorage))
  const [announcement, announce] = useState('')
  const running = useRef<AbortController>(null)
  const current = useRef({ turns, language })
  current.current = { turns, language }
  const working = turns.some(isWorking)
  useEffect(() => {
    if (!working) keepTurns(sessionStorage, turns)
  }, [turns, working])

  const ask = useCallback(async (question: string, linked: readonly string[] = []) => {
    const { turns: known, language: spoken } = current.current
    const id = (known.at(-1)?.id ?? 0) + 1
    const change = (news: Partial<Turn>) => setTurns(now => now.map(turn => (turn.id === id ? { ...turn, ...news } : turn)))
    const talk = { before: linked.length > 0 ? linked : questionsOf(known), leans: linked.length > 0 || refersBack(question) }
    const controller = new AbortController()
    running.current = controller
    setTurns(now => [...now, { id, question }])
    announce(words[spoken].working)
    try {
      const heard = { signal: controller.signal, sentence: (sentence: string) => change({ sentence }) }
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
