import { fold } from '../../words/fold.ts'
import { lineLink } from '../cells.ts'
import type { Slot } from '../choose-links.ts'
import type { Draft } from '../draft.ts'
import { type Pick, pickTarget } from '../pick-target.ts'
import type { Scope } from '../scope.ts'
import { askWhich } from './look-up.ts'

const pays =
  /^(bidrar|bidra|bidragit|bidrog|betalar|betala|betalade|betalat|skjuter|lagger|star|contribute|contributes|contributed|pay|pays|paid|put|puts)$/

const slotOf = (slot: Slot, link: Slot['links'][number]): Slot => ({ ...slot, links: [link] })

/** `Hur mycket bidrar Västerås med?`: a place that is a city, an association and a team is asked back. */
export const placeReadings = (scope: Scope): Draft | undefined => {
  const { frame, library } = scope
  if (frame.targets.length > 0 || !frame.words.slice(frame.clause.from, frame.clause.to).some(({ token }) => pays.test(token.folded)))
    return undefined
  const slot = frame.slots.find(
    ({ links }) => links.some(({ meaning }) => meaning.kind === 'association') && links.some(({ meaning }) => meaning.kind === 'member'),
  )
  if (!slot) return undefined
  const [point] = frame.points
  const documented = new Set(library.documents.map(({ association }) => association))
  const picks: Pick[] = []
  const add = (association: string, part: Slot): void => {
    const picked = pickTarget(library, association, part, point)
    if (picked.kind === 'one') picks.push(picked.pick)
    if (picked.kind === 'several') picks.push(...picked.picks)
  }
  for (const link of slot.links) {
    if (link.meaning.kind === 'member')
      for (const association of link.meaning.associations) if (documented.has(association)) add(association, slotOf(slot, link))
    if (link.meaning.kind === 'association')
      for (const association of link.meaning.ids)
        if (documented.has(association)) add(association, slotOf(slot, { ...link, meaning: { kind: 'concept', id: 'contributions' } }))
  }
  const place = fold(frame.words[slot.tokens[0] ?? 0]?.token.text ?? '').replace(/s$/, '')
  for (const line of library.lines) {
    if (line.concept?.id !== 'initiative' || !fold(line.label).includes(place) || line.unit !== 'kr') continue
    add(line.association, slotOf(slot, lineLink(line, slot.tokens)))
  }
  const distinct = picks.filter((pick, at) => picks.findIndex(other => JSON.stringify(other.query) === JSON.stringify(pick.query)) === at)
  return distinct.length > 1 ? askWhich(scope, 'place', distinct.slice(0, 6)) : undefined
}
