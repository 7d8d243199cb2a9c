import type { VNode } from 'preact'
import { useRef } from 'preact/hooks'
import type { Turn } from './turn.ts'
import { TurnView } from './turn-view.tsx'

/** The turns in order. One that has not changed is not drawn again: a long conversation stays as quick as a short one. */
export function TurnLog({ turns, ask }: { readonly turns: readonly Turn[]; readonly ask: (question: string) => void }) {
  const drawn = useRef(new WeakMap<Turn, VNode>())
  return (
    <>
      {turns.map(turn => {
        const known = drawn.current.get(turn) ?? <TurnView key={turn.id} turn={turn} ask={ask} />
        drawn.current.set(turn, known)
        return known
      })}
    </>
  )
}
