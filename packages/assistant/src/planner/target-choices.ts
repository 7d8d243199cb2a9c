import type { ConceptId, Library, LibraryLine, Target } from '@finsam/domain'
import { fold } from '../words/fold.ts'
import { stem } from '../words/stem.ts'
import type { Slot } from './choose-links.ts'
import type { Link } from './meaning.ts'
import type { Point } from './points.ts'
import { sameAgain } from './same-again.ts'

/** What kind of amount is looked for where a name has several: money unless said. */
export type Wanted = 'money' | 'debt' | 'count' | 'population' | 'share' | 'any'

const suits = (line: LibraryLine, wanted: Wanted): boolean => {
  if (wanted === 'any') return true
  if (wanted === 'population')
    return line.concept?.id === 'population' || line.unit === 'persons' || line.quantities.some(({ measure }) => measure === 'population')
  if (wanted === 'count')
    return line.nature === 'count' || ['participants', 'persons', 'meetings', 'contacts', 'count', 'fte'].includes(line.unit)
  if (wanted === 'debt') return line.nature === 'liability'
  if (wanted === 'share') return line.nature === 'share' || line.unit === 'percent'
  return line.unit === 'kr'
}

/** What a part of a question may mean in an association: lines, concepts or measures that may be looked up. */
export interface Choice {
  readonly targets: readonly Target[]
  readonly certainty: number
  /** Targets that belong together and are summed, rather than rivals. */
  readonly group: boolean
  /** Rivals that share a part of the name: where not all of them are printed, none is chosen. */
  readonly allOrNone?: boolean
  /** What is printed is only a part of what is meant: it comes nearest, and answers nothing. */
  readonly partOnly?: boolean
}

const linesIn = (
  library: Library,
  association: string,
  link: Link,
  wanted: Wanted,
): readonly { readonly line: LibraryLine; readonly coverage: number }[] => {
  if (link.meaning.kind !== 'lines') return []
  const best = new Map<string, number>()
  for (const { name, coverage } of link.meaning.names) {
    for (const key of name.keysIn(association)) best.set(key, Math.max(best.get(key) ?? 0, coverage))
  }
  return [...best]
    .flatMap(([key, coverage]) => {
      const line = library.line(key)
      return line && line.association === association && suits(line, wanted) ? [{ line, coverage }] : []
    })
    .sort((one, other) => other.coverage - one.coverage)
}

const nearBest = 0.07
/** What people ask of an initiative is its cost, not a debt that a note lists under its name. */
const flowNatures: ReadonlySet<string> = new Set(['cost', 'income', 'result', 'equity'])
/** Lines that only share their first word with the best (`Försteg Motala`, `Försteg Skänninge/Mjölby`) belong to the same group. */
const sameHead = 0.5
/** A label of which less is said is not what was meant. */
const leastCoverage = 0.5
const wholeName = 0.9
const headOf = (line: LibraryLine | undefined): string => fold(line?.label.split(/[\s/,(]/)[0] ?? '')

/** Lines without those that print a line before them again. */
const onceEach = <Found extends { readonly line: LibraryLine }>(library: Library, found: readonly Found[]): readonly Found[] =>
  found.filter(({ line }, at) => {
    const again = new Set(sameAgain(library, line).map(({ key }) => key))
    return !found.slice(0, at).some(before => again.has(before.line.key))
  })

const sumHead = /^(summa|delsumma|totalt|total|totala)$/
/** `Samordningsteam Sala` and `Samordningsteam FNS` add up; lines of one label are printed twice, and lines of other heads are rivals. */
const isFamily = (lines: readonly LibraryLine[]): boolean =>
  lines.length > 1 &&
  new Set(lines.map(({ label }) => fold(label))).size === lines.length &&
  new Set(lines.map(headOf)).size === 1 &&
  !sumHead.test(headOf(lines[0]))

const lineChoices = (library: Library, association: string, link: Link, wanted: Wanted): readonly Choice[] => {
  const all = linesIn(library, association, link, wanted)
  const flows = all.filter(({ line }) => flowNatures.has(line.nature))
  const found = wanted === 'money' && flows.some(({ coverage }) => coverage >= (all[0]?.coverage ?? 0) - sameHead) ? flows : all
  const best = found[0]?.coverage ?? 0
  const head = headOf(found[0]?.line)
  const top = found.filter(
    ({ line, coverage }) => coverage >= best - nearBest || (best < wholeName && coverage >= best - sameHead && headOf(line) === head),
  )
  if (top.length === 0 || best < leastCoverage) return []
  const items = top.length > 1 ? top.filter(({ line }) => line.role !== 'total') : top
  const chosen = onceEach(library, items.length > 0 ? items : top)
  const [first] = chosen
  const again = first && chosen.length === 1 ? sameAgain(library, first.line) : []
  return [
    {
      targets: chosen.map(({ line }) => ({ line: line.key })),
      certainty: best,
      group: best < wholeName && isFamily(chosen.map(({ line }) => line)),
      allOrNone: best < wholeName && chosen.length > 1,
    },
    ...again.map(line => ({ targets: [{ line: line.key }], certainty: best - againPenalty, group: false })),
  ]
}
/** A line printed again under a longer name answers where the one named does not. */
const againPenalty = 0.1

const equityAt = (id: ConceptId, point: Point | undefined): ConceptId => {
  const edge = point?.time?.edge
  if (id === 'cash' && edge) return edge === 'opening' ? 'opening-cash' : 'closing-cash'
  if (!['equity', 'brought-forward', 'closing-equity', 'opening-equity'].includes(id) || !edge) return id
  return edge === 'opening' ? 'opening-equity' : 'closing-equity'
}

const memberChoices = (library: Library, association: string, id: string, wanted: Wanted): readonly Choice[] => {
  const own = library.association(association)?.members.some(member => member.id === id)
  if (!own) return []
  if (wanted === 'money' || wanted === 'any') return [{ targets: [{ member: id }], certainty: 0.95, group: false }]
  const named = (line: LibraryLine): boolean =>
    wanted === 'debt' ? fold(line.label).startsWith(fold(library.member(id)?.name ?? id)) : line.member === id
  const lines = library.linesOf(association).filter(line => named(line) && suits(line, wanted))
  return lines.length > 0 ? [{ targets: lines.map(line => ({ line: line.key })), certainty: 0.95, group: false }] : []
}

/** Whether an association prints a line of the very name, in whatever unit. */
const namesFully = (association: string, link: Link): boolean =>
  link.meaning.kind === 'lines' &&
  link.meaning.names.some(({ name, coverage }) => coverage >= wholeName && name.keysIn(association).length > 0)

/** Where the whole name is a line's own, a shorter name within it means something else: `Försteg` is no `Försteg Boxholm`. */
const withoutShorter = (library: Library, association: string, slot: Slot, wanted: Wanted): readonly Link[] => {
  const full = slot.links.find(link => namesFully(association, link))
  if (!full || (linesIn(library, association, full, wanted).length === 0 && sharesNoName(library, association, slot))) return slot.links
  return slot.links.filter(link => link.meaning.kind !== 'lines' || link.tokens.length >= full.tokens.length)
}

/** `Motala Fontänhus` and `Fontänhus` are the same thing where no third line bears the name. */
const sharesNoName = (library: Library, association: string, slot: Slot): boolean => {
  const keys = new Set(
    slot.links.flatMap(({ meaning }) => (meaning.kind === 'lines' ? meaning.names.flatMap(({ name }) => name.keysIn(association)) : [])),
  )
  const named = [...keys].flatMap(key => library.line(key) ?? [])
  const short = fold(named.map(({ label }) => label).toSorted((one, other) => one.length - other.length)[0] ?? '')
  const stem = short.replace(/[\s\d.]+$/, '')
  return stem.length > 3 && library.linesOf(association).every(({ key, label }) => keys.has(key) || !fold(label).includes(stem))
}

const pay = /^(lon|loner|lonekostnad\w*|personal|personalkostnad\w*)\b(?!.*kansli)/
/** Pay is a part of what an office costs: where a line of pay is all that is printed of it, the office has no amount. */
const isPayAlone = (library: Library, association: string, id: ConceptId): boolean => {
  const lines = id === 'office' ? library.linesFor(association, id) : []
  return lines.length > 0 && lines.every(({ label }) => pay.test(fold(label)))
}

const costOf = /^(.{4,}?)s?kostnad(?:er|erna|en)?$/
const shorterName = 0.86
/** `Personalkostnader`, a name that only other associations print, is the cost `Personal` where one line alone bears that. */
const costsByShorterName = (library: Library, association: string, slot: Slot): readonly Choice[] => {
  const heads = slot.links.flatMap(({ meaning }) =>
    meaning.kind === 'lines'
      ? meaning.names.flatMap(({ name, coverage }) => (coverage >= wholeName ? (costOf.exec(fold(name.label))?.[1] ?? []) : []))
      : [],
  )
  const stems = new Set(heads.map(stem))
  const [line, ...others] = library
    .linesOf(association)
    .filter(({ label, nature, role }) => nature === 'cost' && role === 'item' && stems.has(stem(fold(label))))
  return line && others.length === 0 ? [{ targets: [{ line: line.key }], certainty: shorterName, group: false }] : []
}

/** All that a part of a question may mean in an association, the surest first. */
export const choicesOf = (
  library: Library,
  association: string,
  slot: Slot,
  point: Point | undefined,
  wanted: Wanted,
): readonly Choice[] => {
  const measured = wanted === 'money' && slot.links.some(({ meaning }) => meaning.kind === 'measure')
  const choices = withoutShorter(library, association, slot, wanted).flatMap((link): readonly Choice[] => {
    const { meaning } = link
    if (meaning.kind === 'lines')
      return [...(measured ? lineChoices(library, association, link, 'share') : []), ...lineChoices(library, association, link, wanted)]
    if (meaning.kind === 'member') return memberChoices(library, association, meaning.id, wanted)
    if (meaning.kind === 'municipalities')
      return meaning.association === association
        ? [{ targets: [{ concept: 'contributions-municipalities' }], certainty: 0.95, group: false }]
        : []
    if (meaning.kind === 'concept') {
      const targets = [{ concept: equityAt(meaning.id, point) }]
      return [{ targets, certainty: 0.88 * link.score, group: false, partOnly: isPayAlone(library, association, meaning.id) }]
    }
    if (meaning.kind === 'measure') return [{ targets: [{ measure: meaning.id }], certainty: 0.9 * link.score, group: false }]
    return []
  })
  if (choices.length === 0 && wanted === 'money') return costsByShorterName(library, association, slot)
  const edge = point?.time?.edge
  const equity =
    edge !== undefined && slot.links.some(({ meaning }) => meaning.kind === 'concept' && equityAt(meaning.id, point) !== meaning.id)
  return equity
    ? choices.filter(choice => choice.targets.some(target => 'concept' in target))
    : choices.toSorted((one, other) => other.certainty - one.certainty)
}

/** The lines of a family that a slot names together, none where it names one line or something else. */
export const familyOf = (library: Library, association: string, slot: Slot, wanted: Wanted = 'money'): readonly LibraryLine[] =>
  slot.links
    .flatMap(link => lineChoices(library, association, link, wanted))
    .filter(choice => choice.targets.length > 1)
    .slice(0, 1)
    .flatMap(choice => choice.targets.flatMap(target => ('line' in target ? (library.line(target.line) ?? []) : [])))
