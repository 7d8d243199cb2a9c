import type { Slot } from './choose-links.ts'
import type { Draft } from './draft.ts'
import type { Frame } from './frame.ts'
import { lineLink, type Scope } from './scope.ts'

/** After `vilken kostar mest`, the clause that follows is about the one that came first. */
export const withWinner = ({ frame, library }: Scope, draft: Draft): Frame => {
  const [only, ...others] = draft.intent === 'rank' ? draft.figures : []
  const key = only?.calculation.quantity?.line
  const line = key === undefined || others.length > 0 ? undefined : library.line(key)
  const slot: Slot | undefined = line && { tokens: [], value: 1, links: [lineLink(line)] }
  return slot ? { ...frame, targets: [slot] } : frame
}
