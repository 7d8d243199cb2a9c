import type { Figure } from '@finsam/assistant'
import type { CellStatus } from '@finsam/domain'
import { useWords } from '../words/words.ts'

/** How a value came to be known, as a word with a colour; `quiet` leaves out what is simply printed. */
export function KindMark({ kind, quiet = false }: { readonly kind: Figure['kind'] | CellStatus; readonly quiet?: boolean }) {
  const { w } = useWords()
  if (quiet && kind === 'printed') return null
  return (
    <span class={`kind ${kind}`} title={w.kindTexts[kind]}>
      {w.kinds[kind]}
    </span>
  )
}
