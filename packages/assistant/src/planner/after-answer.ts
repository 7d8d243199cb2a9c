import { lineLink } from './cells.ts'
import type { Slot } from './choose-links.ts'
import type { Draft } from './draft.ts'
import type { Frame } from './frame.ts'
import type { Scope } from './scope.ts'

/** The one association that an answer, or else the question, is about. */
const settledBy = ({ associations, open, every, library }: Scope, { figures, facts }: Draft): string | undefined => {
  const ofFigures = figures.flatMap(({ calculation }) => calculation.association ?? [])
  const ofFacts = (facts ?? []).flatMap(({ sources }) => sources.flatMap(({ document }) => library.document(document)?.association ?? []))
  const told = new Set(ofFigures.length > 0 ? ofFigures : ofFacts)
  const [only, ...others] = told.size > 0 ? told : open || every ? [] : associations
  return others.length === 0 ? only : undefined
}

/** What the clause after an answer goes on from: the association that it is about, and after `vilken kostar mest` the one that came first. */
export const afterAnswer = (scope: Scope, draft: Draft): Frame => {
  const settled = settledBy(scope, draft)
  const frame = onWinner(scope, draft)
  const associations = frame.associations.filter(({ at }) => at !== settledPlace)
  return { ...frame, associations, ...(settled ? { settled } : {}) }
}

/** Stands for the place of an association that is not named but settled. */
const settledPlace = -2
/** A frame that is about the association that the talk has settled on, as if it named it. */
export const asSettled = (frame: Frame, ids: readonly string[]): Frame =>
  frame.associations.length === 0 && frame.settled !== undefined && ids.length === 1 && ids[0] === frame.settled
    ? { ...frame, associations: [{ ids, at: settledPlace, abbreviated: false }] }
    : frame

const onWinner = ({ frame, library }: Scope, draft: Draft): Frame => {
  const [only, ...others] = draft.intent === 'rank' ? draft.figures : []
  const key = only?.calculation.quantity?.line
  const line = key === undefined || others.length > 0 ? undefined : library.line(key)
  const slot: Slot | undefined = line && { tokens: [], value: 1, links: [lineLink(line)] }
  return slot ? { ...frame, targets: [slot] } : frame
}
