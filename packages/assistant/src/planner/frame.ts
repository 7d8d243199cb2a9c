import type { AssistantContext } from '../context.ts'
import { isSmallWord } from '../lexicon/lexicon.ts'
import { type AskedColumn, columnsIn } from './asked-columns.ts'
import type { Catalogue } from './catalogue.ts'
import type { ChosenLinks, Slot } from './choose-links.ts'
import type { Clause } from './clauses.ts'
import type { Amount, Link, Meaning } from './meaning.ts'
import { type Point, pointsOf } from './points.ts'
import type { Word } from './read-words.ts'
import { isMonth } from './times/calendar.ts'

/** A word that no meaning accounts for. A `name`, `number`, `label` or `exclusion` forbids an answer; a plain `word` only lowers its score. */
export interface Unplaced {
  readonly text: string
  readonly why: 'name' | 'number' | 'label' | 'exclusion' | 'word'
  readonly stem: string
  /** It stands after a preposition, and so narrows what is asked for: `kostnader för julfesten`. */
  readonly narrows: boolean
  /** The word before it, folded. */
  readonly before: string
  /** A preposition ties a known part to it, and so it is what is asked of that part: `momsen på NOVA`. */
  readonly heads: boolean
  /** It is the noun that the question word asks for: `hur stort avdrag`, `which discount`. */
  readonly asked: boolean
}

/** One clause of a question, its parts sorted by what they do in it. */
export interface Frame {
  readonly words: readonly Word[]
  readonly clause: Clause
  readonly slots: readonly Slot[]
  readonly marks: readonly Link[]
  /** Associations in order of mention, each with all that the name may mean. */
  readonly associations: readonly { readonly ids: readonly string[]; readonly at: number; readonly abbreviated: boolean }[]
  readonly everyAssociation: boolean
  /** The association that the talk before it came to without naming it. */
  readonly settled?: string
  /** Parts that name an amount, in order: lines, concepts, measures, members. */
  readonly targets: readonly Slot[]
  /** Parts that are to be left out. */
  readonly excluded: readonly Slot[]
  readonly points: readonly Point[]
  readonly amounts: readonly { readonly amount: Amount; readonly at: number; readonly tokens: readonly number[] }[]
  readonly counts: readonly { readonly value: number; readonly at: number }[]
  readonly unplaced: readonly Unplaced[]
  /** Columns of tables that it names: women of the participants, those who ended, what was granted. */
  readonly columns: readonly AskedColumn[]
  /** What `per` or `för varje` divides by. */
  readonly denominator?: Denominator
}

export type Denominator = 'population' | 'participants' | 'members' | 'other'

const targetKinds: ReadonlySet<Meaning['kind']> = new Set(['lines', 'concept', 'measure', 'member', 'municipalities'])
/** Whether a part's likeliest meaning is an amount or a member that pays one. */
export const isTarget = (slot: Slot): boolean => slot.links[0] !== undefined && targetKinds.has(slot.links[0].meaning.kind)

export const cueLinks = (frame: Pick<Frame, 'marks'>, id: string): readonly Link[] =>
  frame.marks.filter(({ meaning }) => meaning.kind === 'cue' && meaning.id === id)
export const hasCue = (frame: Pick<Frame, 'marks'>, ...ids: readonly string[]): boolean =>
  frame.marks.some(({ meaning }) => meaning.kind === 'cue' && ids.includes(meaning.id))
export const topicsOf = (frame: Pick<Frame, 'marks'>): readonly string[] => [
  ...new Set(frame.marks.flatMap(({ meaning }) => (meaning.kind === 'topic' ? [meaning.id] : []))),
]
export const unitsAsked = (frame: Pick<Frame, 'marks'>): readonly string[] => [
  ...new Set(frame.marks.flatMap(({ meaning }) => (meaning.kind === 'unit' ? [meaning.id] : []))),
]

const startOf = (slot: Slot): number => slot.tokens[0] ?? 0

/** Slots that follow `utan`, `exklusive`, `not` … : for the first two all up to the end of the bracket or clause, for a bare negation the next one. */
const exclusionsIn = (slots: readonly Slot[], marks: readonly Link[], words: readonly Word[], text: string): ReadonlySet<Slot> => {
  const out = new Set<Slot>()
  const cue = (id: string): readonly Link[] => marks.filter(({ meaning }) => meaning.kind === 'cue' && meaning.id === id)
  const bracketEnd = (at: number): number => {
    const start = words[at]?.token.start ?? 0
    const open = text.lastIndexOf('(', start)
    const close = text.indexOf(')', start)
    return open >= 0 && text.indexOf(')', open) >= start && close >= 0 ? close : Number.POSITIVE_INFINITY
  }
  for (const link of cue('exclude')) {
    const at = link.tokens[0] ?? 0
    const end = bracketEnd(at)
    for (const slot of slots) if (startOf(slot) > at && (words[startOf(slot)]?.token.start ?? 0) < end) out.add(slot)
  }
  for (const link of cue('not')) {
    const at = link.tokens.at(-1) ?? 0
    if (!/^(not|inte|ej|icke)$/.test(words[at]?.token.folded ?? '')) continue
    const next = slots.find(
      slot => startOf(slot) > at && startOf(slot) - at <= 3 && (isTarget(slot) || slot.links[0]?.meaning.kind === 'scenario'),
    )
    const between = next && text.slice(words[at]?.token.end ?? 0, words[startOf(next)]?.token.start ?? 0)
    if (next && between !== undefined && !/[,.;]/.test(between) && /^\s*(the|någon|några|sin|sina|den|det|the\s+\w+)?\s*$/i.test(between))
      out.add(next)
  }
  return out
}

const preposition = /^(for|till|av|pa|fran|hos|med|om|of|on|to|from|by|with|about)$/

/** `Resultatet i senaste enkäten`: which of several, and so no other thing. */
const ordinal = /^(senaste|forra|forsta|sista|latest|last|first)$/

const headOf = /^(pa|for|av|till|of|for|on)$/

/** `Momsen på NOVA`; `till och med augusti` ties nothing. */
const tiesToPart = (words: readonly Word[], at: number, placed: ReadonlySet<number>): boolean => {
  const [tie, next] = [words[at + 1], words[at + 2]]
  return placed.has(at + 2) && headOf.test(tie?.token.folded ?? '') && next?.token.folded !== 'och'
}

/** What kind of member a name is of: nothing that narrows it. */
const memberKind = /^(kommun|kommunen|kommuns|kommunens|kommuner|municipality|municipalities)$/
const questionWord = /^(vilken|vilket|vilka|what|which)$/
const howBig = /^(stor|stort|stora|hog|hogt|hoga|lang|langt|langa|large|big|high|long|great)$/
const article = /^(a|an|the)$/
const verb = /^(ar|var|blev|blir|har|hade|ska|is|are|was|were|does|do|did|has|have|had|will)$/
/** `Vilken X`, `hur stort X`, `how large a X`: the word at this place is what is asked for. */
const asksForNoun = (words: readonly Word[], clause: Clause, at: number): boolean => {
  const before = article.test(words[at - 1]?.token.folded ?? '') ? at - 2 : at - 1
  if (before < clause.from) return false
  const [last, first] = [words[before]?.token.folded ?? '', words[before - 1]?.token.folded ?? '']
  return questionWord.test(last) || (howBig.test(last) && /^(hur|how)$/.test(first))
}

const unplacedIn = (catalogue: Catalogue, words: readonly Word[], clause: Clause, placed: ReadonlySet<number>): readonly Unplaced[] =>
  words.slice(clause.from, clause.to).flatMap((word, offset): readonly Unplaced[] => {
    const { token } = word
    if (placed.has(clause.from + offset) || token.kind !== 'word' || token.folded.length < 2 || memberKind.test(token.folded)) return []
    const before = words[clause.from + offset - 1]?.token.folded ?? ''
    const tied = tiesToPart(words, clause.from + offset, placed)
    const next = clause.from + offset + 1
    const asked = asksForNoun(words, clause, clause.from + offset) && !(placed.has(next) && !verb.test(words[next]?.token.folded ?? ''))
    const about = {
      text: token.text,
      stem: token.stem,
      before,
      narrows: offset > 0 && (preposition.test(before) || ordinal.test(before)),
      heads: tied,
      asked,
    }
    const capital = /^\p{Lu}/u.test(token.text) && !token.first
    const small = isSmallWord(token.folded) || (!capital && word.forms.some(form => isSmallWord(form.folded)))
    const isMember = capital && memberKind.test(words[next]?.token.folded ?? '')
    if ((capital && !small) || isMember) return [{ ...about, why: 'name' }]
    if (small) return []
    if (isMonth(token.folded)) return [{ ...about, why: 'name' }]
    if (catalogue.places.has(token.folded)) return [{ ...about, why: 'name' }]
    const label = catalogue.byWord
      .get(token.folded)
      ?.some(posting => (catalogue.names[posting.name]?.words[posting.word]?.weight ?? 0) >= 1)
    return [{ ...about, why: label ? 'label' : 'word' }]
  })

const within = (tokens: readonly number[], clause: Clause): boolean => tokens.every(token => token >= clause.from && token < clause.to)

/** `Minst 200 tkr`, `högst 10 %`: a bound of an amount, no extreme that is asked for. */
const boundsAmount = ({ meaning, tokens }: Link, slots: readonly Slot[]): boolean =>
  meaning.kind === 'cue' &&
  (meaning.id === 'highest' || meaning.id === 'lowest') &&
  slots.some(slot => slot.links[0]?.meaning.kind === 'amount' && slot.tokens[0] === (tokens.at(-1) ?? -2) + 1)

/** `Jag såg att …` tells what was seen; `säg att …`, which folds to the same letters, supposes. */
const isSeen = ({ tokens: [at = 0] }: Link, words: readonly Word[]): boolean =>
  words[at]?.token.text.normalize('NFC').toLowerCase() === 'såg'

/** `The office (Kansli)`: what stands in brackets right after its gloss is the document's own word, and says it better. */
const glossedAt = (slots: readonly Slot[], words: readonly Word[], text: string): ReadonlySet<number> => {
  const before = slots.filter(isTarget).flatMap(({ tokens }) => {
    const [from = 0, to = 0] = [tokens[0], tokens.at(-1)]
    const [start, end, next] = [words[from - 1]?.token.end, words[from]?.token.start, words[to]?.token.end]
    const inBrackets = /^\s*\(\s*$/.test(text.slice(start, end)) && /^\s*\)/.test(text.slice(next))
    return inBrackets ? [from - 1] : []
  })
  return new Set(before)
}

/** `Per månad` divides, though a label may have the word. */
const isMonthly = ({ tokens: [at = 0, ...more] }: Slot, words: readonly Word[]): boolean =>
  more.length === 0 &&
  /^(manad|month)$/.test(words[at]?.token.folded ?? '') &&
  /^(per|varje|a|each)$/.test(words[at - 1]?.token.folded ?? '')

/** The parts of one clause, sorted. */
export const frameOf = (catalogue: Catalogue, words: readonly Word[], links: ChosenLinks, clause: Clause, text: string): Frame => {
  const slots = links.slots.filter(slot => within(slot.tokens, clause))
  const glossed = glossedAt(slots, words, text)
  const marks = links.marks.filter(
    link =>
      within(link.tokens, clause) &&
      !boundsAmount(link, slots) &&
      !isSeen(link, words) &&
      !(link.meaning.kind === 'topic' && glossed.has(link.tokens.at(-1) ?? -1)),
  )
  const excluded = exclusionsIn(slots, marks, words, text)
  const kept = slots.filter(
    slot => !excluded.has(slot) && !isMonthly(slot, words) && !(isTarget(slot) && glossed.has(slot.tokens.at(-1) ?? -1)),
  )
  const associations = kept.flatMap(slot =>
    slot.links.flatMap(({ meaning }) =>
      meaning.kind === 'association' ? [{ ids: meaning.ids, at: startOf(slot), abbreviated: meaning.abbreviated === true }] : [],
    ),
  )
  const merged = [...Map.groupBy(associations, one => one.at).values()].map(group => ({
    ids: [...new Set(group.flatMap(one => one.ids))],
    at: group[0]?.at ?? 0,
    abbreviated: group.some(one => one.abbreviated),
  }))
  const taken = new Set(slots.filter(slot => slot.links[0]?.meaning.kind === 'lines').flatMap(slot => slot.tokens))
  const columns = columnsIn(catalogue.columns, words, clause).filter(({ tokens }) => !tokens.some(token => taken.has(token)))
  const placed = new Set([
    ...slots.flatMap(slot => slot.tokens),
    ...links.marks.flatMap(link => link.tokens),
    ...columns.flatMap(({ tokens }) => tokens),
  ])
  const dangling = hasCue({ marks }, 'exclude') && excluded.size === 0
  const denominator = denominatorIn(words, marks, kept.filter(isTarget))
  return {
    words,
    clause,
    slots: kept,
    marks,
    associations: merged,
    everyAssociation: hasCue({ marks }, 'all-associations'),
    targets: kept.filter(isTarget),
    ...(denominator ? { denominator } : {}),
    excluded: [...excluded],
    points: pointsOf(kept, marks),
    columns,
    amounts: kept.flatMap(slot =>
      slot.links.flatMap(({ meaning, tokens }) =>
        meaning.kind === 'amount' ? [{ amount: meaning.amount, at: startOf(slot), tokens }] : [],
      ),
    ),
    counts: kept.flatMap(slot =>
      slot.links.flatMap(({ meaning }) => (meaning.kind === 'count' ? [{ value: meaning.value, at: startOf(slot) }] : [])),
    ),
    unplaced: [
      ...unplacedIn(catalogue, words, clause, placed),
      ...(dangling
        ? [{ text: 'utan', stem: 'utan', before: '', narrows: false, heads: false, asked: false, why: 'exclusion' as const }]
        : []),
    ],
  }
}

const denominatorWords: readonly (readonly [RegExp, Denominator])[] = [
  [/^(medlem|medlemmar|medlemmen|member|members)$/, 'members'],
  [/^(invanare|innevanare|capita|inhabitant|inhabitants|resident|residents|head|skalle)$/, 'population'],
  [/^(deltagare|deltagarplats|participant|participants|plats|place)$/, 'participants'],
]

const denominatorIn = (words: readonly Word[], marks: readonly Link[], targets: readonly Slot[]): Denominator | undefined => {
  const found = marks
    .filter(({ meaning, tokens }) => meaning.kind === 'cue' && meaning.id === 'per' && words[tokens[0] ?? 0]?.token.text !== 'över')
    .flatMap(({ tokens }): readonly Denominator[] => {
      const next = words[(tokens.at(-1) ?? 0) + 1]
      const after = next?.token
      if (after === undefined || after.kind !== 'word' || /^(ar|year|den|cent|month|manad)$/.test(after.folded)) return []
      const known = denominatorWords.find(([pattern]) => next?.forms.some(form => pattern.test(form.folded)))
      if (known) return [known[1]]
      if (!/^(person|persons|individ|individ)$/.test(after.folded)) return ['other']
      return targets.some(slot => slot.links.some(({ meaning }) => meaning.kind === 'member')) ? ['population'] : ['participants']
    })
  return found.find(one => one !== 'other') ?? found[0]
}

export interface Planning {
  readonly context: AssistantContext
  readonly catalogue: Catalogue
  readonly language: 'sv' | 'en'
}
