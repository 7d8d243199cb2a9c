import type { Library } from '@finsam/domain'
import type { Catalogue } from './catalogue.ts'
import type { Slot } from './choose-links.ts'
import { isSpecific } from './follow-up.ts'
import { type Frame, topicsOf } from './frame.ts'
import { openYear } from './times/calendar.ts'

/** Which associations a question is about. */
export type Associated =
  | { readonly kind: 'named'; readonly ids: readonly string[] }
  /** One mention that may mean several. */
  | { readonly kind: 'open'; readonly ids: readonly string[] }
  | { readonly kind: 'every'; readonly ids: readonly string[] }
  | { readonly kind: 'none' }

const withDocuments = (library: Library): ReadonlySet<string> => new Set(library.documents.map(document => document.association))

const existsIn = (library: Library, id: string, years: readonly number[]): boolean => {
  const association = library.association(id)
  if (!association || years.length === 0) return true
  const from = association.formed ? Number(association.formed.slice(0, 4)) : 0
  const to = association.closed ? Number(association.closed.slice(0, 4)) : 9999
  return years.some(year => year >= from && year <= to)
}

const hasYear = (library: Library, id: string, years: readonly number[]): boolean =>
  years.length === 0 ||
  library
    .linesOf(id)
    .some(line =>
      line.quantities.some(({ period }) => period !== null && years.includes(Number(('at' in period ? period.at : period.to).slice(0, 4)))),
    )

/** Associations that own what a slot names: the line or the member. */
const ownersOf = (catalogue: Catalogue, slot: Slot): readonly string[] => {
  const owners = new Set<string>()
  for (const { meaning, score } of slot.links) {
    if (meaning.kind === 'lines' && score >= 0.6)
      for (const { name, coverage } of meaning.names) if (coverage >= score - 0.07) for (const id of name.associations) owners.add(id)
    if (meaning.kind === 'member') for (const id of meaning.associations) owners.add(id)
    if (meaning.kind === 'municipalities') owners.add(meaning.association)
  }
  return [...owners].filter(id => catalogue.library.association(id) !== undefined)
}

const intersect = (lists: readonly (readonly string[])[]): readonly string[] => {
  const [first, ...rest] = lists
  return (first ?? []).filter(id => rest.every(list => list.includes(id)))
}

/** Associations by what only they can own, where the question names none: lines, members, the year. */
export const owningAssociations = (catalogue: Catalogue, frame: Frame): readonly string[] => {
  const documented = withDocuments(catalogue.library)
  const years = frame.points.flatMap(point => (point.time && point.time.year !== openYear ? [point.time.year] : []))
  const lists = frame.targets
    .filter(isSpecific)
    .map(slot => ownersOf(catalogue, slot).filter(id => documented.has(id)))
    .filter(list => list.length > 0)
  if (lists.length === 0) return []
  const shared = intersect(lists)
  const pool = shared.length > 0 ? shared : (lists[0] ?? [])
  const living = pool.filter(id => existsIn(catalogue.library, id, years) && hasYear(catalogue.library, id, years))
  return living.length > 0 ? living : pool
}

const against = /^(an|mot|eller|or|than|against|versus|vs|jamfort|compared)$/
const setAgainst = ({ words }: Frame, one: Slot, other: Slot): boolean => {
  const [from, to] = [(one.tokens.at(-1) ?? 0) + 1, other.tokens[0] ?? 0].toSorted((a, b) => a - b)
  return words.slice(from, to).some(({ token }) => against.test(token.folded))
}

/** Two parts that only one association each can own: `Jönköpings bidrag 2024 mot Motalas 2025`. */
const ownedApart = (catalogue: Catalogue, frame: Frame): readonly string[] => {
  const documented = withDocuments(catalogue.library)
  const [one, other, ...more] = frame.targets.filter(isSpecific)
  if (!one || !other || more.length > 0 || !setAgainst(frame, one, other)) return []
  const lists = [one, other].map(slot => ownersOf(catalogue, slot).filter(id => documented.has(id)))
  const ids = new Set(lists.flat())
  return lists.every(list => list.length === 1) && ids.size === 2 ? [...ids] : []
}

/** The associations of a frame: named, all of them, or those that alone can own what is asked for. */
export const associate = (catalogue: Catalogue, frame: Frame): Associated => {
  const { library } = catalogue
  const documented = withDocuments(library)
  const named = frame.associations.map(({ ids }) => ids)
  const usable = named.map(ids => ids.filter(id => documented.has(id))).filter(ids => ids.length > 0)
  const open = usable.find(ids => ids.length > 1)
  if (open && usable.length === 1) return { kind: 'open', ids: open }
  const ids = [...new Set(usable.flat())]
  const lineage = topicsOf(frame).some(topic => topic === 'predecessors' || topic === 'successor')
  if (frame.everyAssociation && ids.length < 2 && named.length < 2 && !(lineage && ids.length === 1))
    return { kind: 'every', ids: [...documented] }
  if (ids.length > 0) return { kind: 'named', ids }
  if (named.length > 0) return { kind: 'named', ids: [...new Set(named.flat())] }
  const apart = ownedApart(catalogue, frame)
  if (apart.length > 1) return { kind: 'named', ids: apart }
  const owning = owningAssociations(catalogue, frame)
  if (owning.length === 1) return { kind: 'named', ids: owning }
  if (frame.settled !== undefined && (owning.length === 0 || owning.includes(frame.settled))) return { kind: 'named', ids: [frame.settled] }
  if (owning.length > 1) return { kind: 'open', ids: owning }
  const [only] = documented
  return documented.size === 1 && only ? { kind: 'named', ids: [only] } : { kind: 'none' }
}
