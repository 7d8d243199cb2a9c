import { isTarget, type Slot } from './choose-links.ts'
import { cueLinks, type Frame, hasCue } from './frame.ts'
import type { Link, Meaning, TimeMention } from './meaning.ts'
import type { Point } from './points.ts'

/** Cues that make a way of asking of their own; others only colour it, and go with what was asked before. */
const intentCues: ReadonlySet<string> = new Set([
  'share',
  'change',
  'average',
  'highest',
  'lowest',
  'rank',
  'per',
  'project',
  'locate',
  'exceeded',
  'undershot',
  'hold',
  'tie',
  'split',
  'covers',
  'why',
])
const modifiers: ReadonlySet<string> = new Set(['participants', 'population', 'total-costs', 'employees'])

export const top = (slot: Slot): Meaning | undefined => slot.links[0]?.meaning
export const isModifier = (slot: Slot): boolean => {
  const meaning = top(slot)
  return meaning?.kind === 'concept' && modifiers.has(meaning.id)
}
/** A part that names a line, a member or a group of members rather than a concept that every association has. */
export const isSpecific = (slot: Slot): boolean => {
  const meaning = top(slot)
  if (meaning?.kind === 'member' || meaning?.kind === 'municipalities') return true
  return meaning?.kind === 'lines' && (slot.links[0]?.score ?? 0) >= 0.45
}

const isIntent = (link: Link): boolean => (link.meaning.kind === 'cue' && intentCues.has(link.meaning.id)) || link.meaning.kind === 'topic'

/** `Motsvarande för …`: asked as before, whatever else is said. */
const asksAgain = /^(motsvarande|detsamma|likadant|likewise|ditto)$/

/** `Vad kostar NOVA 2024?` asks for an amount of its own, whatever was asked about amounts before. */
const standsAlone = (frame: Frame): boolean => hasCue(frame, 'amount') && frame.targets.length > 0

/** `Räknat på det lägsta antalet deltagare`: as was reckoned before, with another number. */
const countsOn = ({ words, clause }: Frame): boolean =>
  words
    .slice(clause.from, clause.to)
    .some(
      ({ token }, at) => /^(raknat|baserat|based)$/.test(token.folded) && /^(pa|on)$/.test(words[clause.from + at + 1]?.token.folded ?? ''),
    )

/** What a question leaves open, taken from the one before; what it names replaces what was there of the same kind. */
export const inherit = (frame: Frame, before: Frame | undefined): Frame => {
  if (!before) return frame
  const sameQuestion = before.words === frame.words
  const prior = sameQuestion ? before : withoutPlaces(before)
  const again = asksAgain.test(frame.words[frame.clause.from]?.token.folded ?? '')
  const ownIntent =
    !again && (frame.marks.some(isIntent) || standsAlone(frame) || (sameQuestion && hasCue(frame, 'together', 'amount', 'number-of')))
  const denominator = frame.denominator ?? (ownIntent && !countsOn(frame) ? undefined : prior.denominator)
  const settled = frame.settled ?? prior.settled
  return {
    ...frame,
    associations: frame.associations.length > 0 || frame.everyAssociation ? frame.associations : prior.associations,
    everyAssociation: frame.everyAssociation || (frame.associations.length === 0 && prior.everyAssociation),
    targets: inheritTargets(
      frame.targets,
      prior.targets,
      frame.points.some(point => point.scenario !== undefined),
    ),
    excluded: frame.excluded.length > 0 ? frame.excluded : frame.targets.length > 0 ? [] : prior.excluded,
    points: inheritPoints(frame, prior),
    amounts: frame.amounts.length > 0 ? frame.amounts : prior.amounts,
    marks: ownIntent ? [...frame.marks, ...(sameQuestion ? conditions(prior) : [])] : [...frame.marks, ...prior.marks],
    ...(denominator ? { denominator } : {}),
    ...(settled ? { settled } : {}),
  }
}

/** A condition that a sentence before states holds for the question after it. */
const conditions = (prior: Frame): readonly Link[] =>
  prior.clause.asks
    ? []
    : prior.marks.filter(({ meaning }) => meaning.kind === 'cue' && (meaning.id === 'project' || meaning.id === 'repeat'))

/** A frame of another question: its parts keep their meaning, but stand nowhere in this one. */
const withoutPlaces = (frame: Frame): Frame => ({
  ...frame,
  targets: frame.targets.map(slot => ({ ...slot, tokens: [] })),
  excluded: frame.excluded.map(slot => ({ ...slot, tokens: [] })),
  marks: frame.marks.map(link => ({ ...link, tokens: [] })),
  points: frame.points.map(point => ({ ...point, tokens: [], at: -1 })),
  amounts: frame.amounts.map(amount => ({ ...amount, tokens: [], at: -1 })),
  associations: frame.associations.map(association => ({ ...association, at: -1 })),
})

const countModifier = (slot: Slot): boolean => {
  const meaning = top(slot)
  return meaning?.kind === 'concept' && (meaning.id === 'participants' || meaning.id === 'population')
}

const inheritTargets = (own: readonly Slot[], prior: readonly Slot[], asksMoney: boolean): readonly Slot[] => {
  if (own.length === 0) return asksMoney ? prior.filter(slot => !countModifier(slot)) : prior
  if (!own.some(slot => isTarget(slot) && isSpecific(slot))) {
    return own.every(isModifier) ? [...prior.filter(slot => isSpecific(slot) && !isModifier(slot)), ...own] : own
  }
  const kept = prior.filter(slot => isModifier(slot) && !own.some(other => sameMeaning(top(other), top(slot))))
  return prior.some(isSpecific) ? [...own, ...kept] : own
}
const sameMeaning = (one: Meaning | undefined, other: Meaning | undefined): boolean => JSON.stringify(one) === JSON.stringify(other)

const shifted = (points: readonly Point[], years: number): readonly Point[] =>
  points.slice(-1).flatMap(point => (point.time ? [{ at: point.at, tokens: [], time: { year: point.time.year + years } }] : []))

/** `Vad har X kostat t.o.m. april, och vad är prognosen?`: a forecast is of the year, whatever part of it came before. */
const wholeYear = (time: TimeMention | undefined): TimeMention | undefined =>
  time?.day === undefined || time.edge ? time : { year: time.year, full: true }

/** `Vad var budgeterat för helåret?` widens the time that was told; `hur stor del av helårsbudgeten är det?` is of what was told. */
const inheritPoints = (frame: Frame, prior: Frame): readonly Point[] => {
  if (hasCue(frame, 'next-year')) return shifted(prior.points, 1)
  if (hasCue(frame, 'previous-year')) return shifted(prior.points, -1)
  if (frame.points.length === 0) return prior.points
  const [told] = prior.points.flatMap(point => (point.time ? [point.time] : []))
  const widens = hasCue(frame, 'full-year') && !hasCue(frame, 'share', 'part-of')
  const priorTime = told && widens ? { year: told.year, full: true } : told
  const scenarios = [...new Set(prior.points.flatMap(point => (point.scenario ? [point.scenario] : [])))]
  return frame.points.map(point => {
    const time = point.time ?? (point.scenario === 'forecast' ? wholeYear(priorTime) : priorTime)
    const [scenario] = scenarios
    const carried = point.scenario === undefined && scenarios.length === 1 && scenario ? { scenario, carried: true } : {}
    return { ...carried, ...point, ...(time ? { time } : {}) }
  })
}

/** Whether a question points back at what came before: `that`, `den`, `samma post`. */
export const pointsBack = (frame: Frame): boolean => cueLinks(frame, 'it').length > 0 || hasCue(frame, 'same', 'same-year')
