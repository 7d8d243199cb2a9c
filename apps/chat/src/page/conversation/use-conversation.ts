import { useEffect, useRef, useState } from 'preact/hooks'
import { ask as askServer, Refused } from '../api.ts'
import { type Language, words } from '../words/words.ts'
import { isWorking, keepTurns, keptTurns, type Turn } from './turn.ts'

export interface Conversation {
  readonly turns: readonly Turn[]
  readonly working: boolean
  /** What a screen reader is told: that the answer is on its way, and then its first sentence. */
  readonly announcement: string
  /** `previous` stands in for the conversation where a link brings its own. */
  readonly ask: (question: string, previous?: readonly string[]) => void
  readonly stop: () => void
  readonly clear: () => void
}

/** The conversation: asks, keeps the answers over a reload, and sends what a follow-up refers to. */
export function useConversation(language: Language): Conversation {
  const [turns, setTurns] = useState<readonly Turn[]>(() => keptTurns(sessionStorage))
  const [announcement, announce] = useState('')
  const running = useRef<AbortController>(null)
  useEffect(() => keepTurns(sessionStorage, turns), [turns])

  const change = (id: number, news: Partial<Turn>) => setTurns(now => now.map(turn => (turn.id === id ? { ...turn, ...news } : turn)))
  const ask = async (question: string, linked: readonly string[] = []) => {
    const last = turns.at(-1)
    const id = (last?.id ?? 0) + 1
    const before =
      linked.length > 0
        ? linked
        : turns
            .filter(turn => turn.answer)
            .map(turn => turn.question)
            .slice(-8)
    const previous = before.length > 0 ? { previous: [...before] } : {}
    const controller = new AbortController()
    running.current = controller
    setTurns(now => [...now, { id, question, ...previous }])
    announce(words[language].working)
    try {
      const answer = await askServer({ question, ...previous }, language, {
        signal: controller.signal,
        sentence: sentence => change(id, { sentence }),
      })
      change(id, { answer })
      announce(`${words[language].done} ${answer.text}`)
    } catch (error) {
      if (!(error instanceof Refused) && !controller.signal.aborted) throw error
      change(id, { failure: error instanceof Refused ? error.message : words[language].stopped })
      announce('')
    }
  }
  return {
    turns,
    announcement,
    working: turns.some(isWorking),
    ask: (question, previous) => void ask(question, previous),
    stop: () => running.current?.abort(),
    clear: () => {
      running.current?.abort()
      setTurns([])
      announce('')
    },
  }
}
