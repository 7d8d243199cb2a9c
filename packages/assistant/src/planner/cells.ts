import type { LibraryLine } from '@finsam/domain'
import { fold } from '../words/fold.ts'
import type { Slot } from './choose-links.ts'
import { top } from './follow-up.ts'
import type { Frame } from './frame.ts'
import type { LineName } from './names.ts'
import { type Picked, pickTarget } from './pick-target.ts'
import type { Point } from './points.ts'
import { conceptId, type Scope } from './scope.ts'
import type { Wanted } from './target-choices.ts'

/** One amount that is asked for: an association, a part of the question and a point of time. */
export interface Cell {
  readonly association: string
  readonly slot: Slot
  readonly point: Point | undefined
}

const startOf = (slot: Slot): number => slot.tokens[0] ?? 0
const nearestIndex = (at: number, places: readonly number[]): number => {
  let best = 0
  places.forEach((place, index) => {
    const distance = (from: number): number => (from <= at ? at - from : (from - at) * 1.5)
    if (distance(place) < distance(places[best] ?? 0)) best = index
  })
  return best
}

/** `A i X mot B i Y`: things and places by turns. */
const takesTurns = (items: readonly number[], places: readonly number[]): boolean => {
  if (items.length !== places.length) return false
  const all = [...items.map(at => ({ at, item: true })), ...places.map(at => ({ at, item: false }))].toSorted((a, b) => a.at - b.at)
  return all.every(({ item }, index) => index === 0 || item !== all[index - 1]?.item)
}

const shareOut = <Item>(
  items: readonly Item[],
  placeOf: (item: Item) => number,
  places: readonly number[],
): readonly (readonly Item[])[] => {
  if (takesTurns(items.map(placeOf), places)) {
    const inOrder = items.toSorted((one, other) => placeOf(one) - placeOf(other))
    return places.map(place => inOrder.slice(places.filter(other => other < place).length).slice(0, 1))
  }
  const lists: Item[][] = places.map(() => [])
  for (const item of items) lists[nearestIndex(placeOf(item), places)]?.push(item)
  return lists.every(list => list.length > 0) ? lists : places.map(() => [...items])
}

const widestGap = 4
/** `X 2023, Y 2024 eller Z 2024`: each place with the year behind it, where each has one. */
const yearBehindEach = (
  frame: Frame,
  points: readonly (Point | undefined)[],
  places: readonly number[],
): readonly (readonly (Point | undefined)[])[] | undefined => {
  const years = frame.slots.flatMap(slot => {
    const meaning = top(slot)
    return meaning?.kind === 'time' ? [{ at: startOf(slot), year: meaning.time.year }] : []
  })
  const own = places.map(place => {
    const next = Math.min(...places.filter(other => other > place), place + widestGap)
    const year = years.find(({ at }) => at > place && at < next)?.year
    return points.filter(point => point?.time !== undefined && point.time.year === year)
  })
  return places.length > points.length && own.every(list => list.length === 1) ? own : undefined
}

/** Whether an association has what a part names, a line or a member; a concept every one has. */
const isOwnedBy = (association: string, { links }: Slot): boolean =>
  links.some(({ meaning }) => {
    if (meaning.kind === 'member') return meaning.associations.includes(association)
    if (meaning.kind === 'municipalities') return meaning.association === association
    return meaning.kind !== 'lines' || meaning.names.some(({ name, coverage }) => coverage >= 0.5 && name.keysIn(association).length > 0)
  })

/** The parts that an association has, where each part has an association of its own. */
const ownOf = ({ associations }: Scope, association: string, slots: readonly Slot[]): readonly Slot[] =>
  associations.length > 1 && slots.every(slot => associations.filter(id => isOwnedBy(id, slot)).length === 1)
    ? slots.filter(slot => isOwnedBy(association, slot))
    : slots

/** Every amount that a frame asks for: what stands nearest to an association belongs to it, the rest to all. */
export const cellsOf = (scope: Scope, slots: readonly Slot[]): readonly Cell[] => {
  const { frame, associations } = scope
  const points: readonly (Point | undefined)[] = frame.points.length > 0 ? frame.points : [undefined]
  const mentions = associations.map(id => {
    const [only, ...others] = ownOf(scope, id, slots)
    const named = frame.associations.find(({ ids }) => ids.includes(id))?.at
    return named ?? (only && others.length === 0 && slots.length === associations.length ? startOf(only) : undefined)
  })
  const places = mentions.flatMap(at => (at === undefined ? [] : [at]))
  const pairs = associations.length > 1 && places.length === associations.length
  const owned = associations.map(id => ownOf(scope, id, slots))
  const parted = owned.some(list => list.length < slots.length)
  const ownSlots = parted ? owned : pairs && slots.length > 1 ? shareOut(slots, startOf, places) : owned
  const ownPoints =
    pairs && points.length > 1
      ? (yearBehindEach(frame, points, places) ?? shareOut(points, point => point?.at ?? 0, places))
      : associations.map(() => points)
  return associations.flatMap((association, at) =>
    (ownSlots[at] ?? slots).flatMap(slot => (ownPoints[at] ?? points).map(point => ({ association, slot, point }))),
  )
}

const pays =
  /^(betalar|betala|betalade|betalat|bidrar|bidra|bidrog|bidragit|skjuter|skot|pay|pays|paid|contribute|contributes|contributed)$/
/** Who pays is a member, though a note may list a line under its name. */
const saysPays = ({ frame }: Scope): boolean =>
  frame.words.slice(frame.clause.from, frame.clause.to).some(({ token }) => pays.test(token.folded))

/** Lines of a concept that name another association of the question: what is taken over from that one. */
export const narrowed = (scope: Scope, association: string, slot: Slot): Slot => {
  const paid = slot.links.filter(({ meaning }) => meaning.kind === 'member')
  if (paid.length > 0 && paid.length < slot.links.length && saysPays(scope)) return { ...slot, links: paid }
  const id = conceptId(slot)
  const mentioned = [...scope.frame.associations, ...(scope.prior?.words === scope.frame.words ? scope.prior.associations : [])]
  const others = mentioned.flatMap(({ ids }) => ids).filter(other => other !== association)
  if (id !== 'transferred-in' || others.length === 0) return slot
  const names = others.flatMap(other => scope.library.association(other)?.shortName ?? [])
  const lines = scope.library.linesFor(association, id).filter(line => names.some(name => fold(line.label).includes(fold(name))))
  const [line] = lines
  return lines.length === 1 && line ? { ...slot, links: [lineLink(line, slot.tokens)] } : slot
}

const nameOfLine = ({ label, association, key }: LibraryLine): LineName => ({
  label,
  words: [],
  parts: [],
  initials: '',
  associations: [association],
  keysIn: asked => (asked === association ? [key] : []),
})

/** A link to one line, as if the question had named it in full. */
export const lineLink = (line: LibraryLine, tokens: readonly number[] = []): Slot['links'][number] => ({
  tokens,
  score: 1,
  meaning: { kind: 'lines', names: [{ name: nameOfLine(line), coverage: 1 }] },
})

export const pickCell = (scope: Scope, cell: Cell, wanted?: Wanted): Picked =>
  pickTarget(scope.library, cell.association, narrowed(scope, cell.association, cell.slot), cell.point, wanted)
