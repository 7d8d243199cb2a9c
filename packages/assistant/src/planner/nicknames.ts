import type { Catalogue } from './catalogue.ts'
import type { Slot } from './choose-links.ts'
import type { Frame } from './frame.ts'
import { openYear } from './times/calendar.ts'

const associationWord =
  /^(finsam|forbundet|forbund|samordningsforbund|samordningsforbundet|samordningsforbundets|finsamforbundet|association|associations)$/
const between = /^(i|for|kring|runt|hos|of|in|for|the|om)$/

const memberIn = (slot: Slot): readonly string[] =>
  slot.links.flatMap(({ meaning }) => (meaning.kind === 'member' ? meaning.associations : []))

/** Whether `Finsam i` or `förbundet i` stands right before a part. */
const calledAssociation = (frame: Frame, slot: Slot): boolean => {
  for (let at = (slot.tokens[0] ?? 0) - 1; at >= frame.clause.from; at -= 1) {
    const folded = frame.words[at]?.token.folded ?? ''
    if (associationWord.test(folded)) return true
    if (!between.test(folded)) return false
  }
  return false
}

/** `Finsam i Köping` is no member but the association that Köping belongs to. */
export const resolveNicknames = (catalogue: Catalogue, frame: Frame): Frame => {
  if (frame.associations.length > 0) return frame
  const documented = new Set(catalogue.library.documents.map(document => document.association))
  const years = frame.points.flatMap(point => (point.time && point.time.year !== openYear ? [point.time.year] : []))
  const prints = (id: string): boolean =>
    years.length === 0 ||
    catalogue.library
      .linesOf(id)
      .some(line =>
        line.quantities.some(
          ({ period }) => period !== null && years.includes(Number(('at' in period ? period.at : period.to).slice(0, 4))),
        ),
      )
  const called = frame.targets.filter(slot => memberIn(slot).length > 0 && calledAssociation(frame, slot))
  if (called.length === 0) return frame
  const associations = called.map(slot => {
    const ids = [...new Set(memberIn(slot))].filter(id => documented.has(id))
    const printing = ids.filter(prints)
    return { ids: printing.length > 0 ? printing : ids, at: slot.tokens[0] ?? 0, abbreviated: false }
  })
  return {
    ...frame,
    associations: associations.filter(({ ids }) => ids.length > 0),
    targets: frame.targets.filter(slot => !called.includes(slot)),
  }
}
