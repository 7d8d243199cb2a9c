import type { Answer } from '@finsam/assistant'

/** One question and what came of it. */
export interface Turn {
  readonly id: number
  readonly question: string
  /** The questions that a follow-up may refer to, the oldest first. */
  readonly previous?: readonly string[]
  /** What has been said of the answer so far. */
  readonly heard?: string
  readonly answer?: Answer
  /** A sentence in place of an answer: why there is none. */
  readonly failure?: string
}

export const isWorking = (turn: Turn): boolean => !turn.answer && turn.failure === undefined

const key = 'finsam-conversation'
const kept = 50

/** The conversation of this tab, as it stood before a reload; a question that was not answered then is left out. */
export function keptTurns(storage: Storage): readonly Turn[] {
  try {
    const turns: readonly Turn[] = JSON.parse(storage.getItem(key) ?? '[]')
    return turns.filter(turn => typeof turn.question === 'string' && !isWorking(turn))
  } catch {
    return []
  }
}

/** Keeps the last turns; where the browser has no room left, fewer. */
export function keepTurns(storage: Storage, turns: readonly Turn[]): void {
  for (const count of [kept, 10, 1]) {
    try {
      storage.setItem(key, JSON.stringify(turns.slice(-count)))
      return
    } catch {}
  }
}
