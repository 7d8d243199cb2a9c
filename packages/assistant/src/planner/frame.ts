import { type AskedColumn, columnsIn } from './asked-columns.ts'
import type { Catalogue } from './catalogue.ts'
import { type ChosenLinks, isTarget, type Slot } from './choose-links.ts'
import type { Clause } from './clauses.ts'
import { type Denominator, denominatorIn } from './denominator.ts'
import { excludedSlots } from './excluded-slots.ts'
import { glossedAt } from './glosses.ts'
import type { Amount, Link } from './meaning.ts'
import { type Point, pointsOf } from './points.ts'
import type { Word } from './read-words.ts'
import { type Unplaced, unplacedIn } from './unplaced.ts'

/** `Med vilket förbund är den upphandlad?`, `the association itself`: one party, and not each of them. */
const asksParty = (words: readonly Word[], { tokens }: Link): boolean => {
  const [first, last] = [tokens[0] ?? 0, tokens.at(-1) ?? 0]
  const said = (at: number): string => words[at]?.token.folded ?? ''
  const which = /^(vilket|vilka|which)$/.test(said(first)) && /^(med|av|fran|till|hos|with|by|from|to)$/.test(said(first - 1))
  return which || (said(last) === 'association' && said(last + 1) === 'itself')
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

const within = (tokens: readonly number[], clause: Clause): boolean => tokens.every(token => token >= clause.from && token < clause.to)

/** `Minst 200 tkr`, `högst 10 %`: a bound of an amount, no extreme that is asked for. */
const boundsAmount = ({ meaning, tokens }: Link, slots: readonly Slot[]): boolean =>
  meaning.kind === 'cue' &&
  (meaning.id === 'highest' || meaning.id === 'lowest') &&
  slots.some(slot => slot.links[0]?.meaning.kind === 'amount' && slot.tokens[0] === (tokens.at(-1) ?? -2) + 1)

/** `Jag såg att …` tells what was seen; `säg att …`, which folds to the same letters, supposes. */
const isSeen = ({ tokens: [at = 0] }: Link, words: readonly Word[]): boolean =>
  words[at]?.token.text.normalize('NFC').toLowerCase() === 'såg'

/** `Add up the …` asks for a sum, `Do they add up?` whether one is right. */
const tellsToAdd = ({ meaning, tokens: [at = -1] }: Link, words: readonly Word[], { from }: Clause): boolean =>
  meaning.kind === 'cue' &&
  meaning.id === 'tie' &&
  words[at]?.token.folded === 'add' &&
  (at === from || words[at - 1]?.token.folded === 'please')

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
      !tellsToAdd(link, words, clause) &&
      !(link.meaning.kind === 'topic' && glossed.has(link.tokens.at(-1) ?? -1)),
  )
  const excluded = excludedSlots(slots, marks, words, text)
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
  const denominator = denominatorIn(words, clause, marks, kept.filter(isTarget))
  return {
    words,
    clause,
    slots: kept,
    marks,
    associations: merged,
    everyAssociation: cueLinks({ marks }, 'all-associations').some(link => !asksParty(words, link)),
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
      ...unplacedIn(catalogue, words, clause, placed, glossed),
      ...(dangling
        ? [{ text: 'utan', stem: 'utan', before: '', narrows: false, heads: false, asked: false, why: 'exclusion' as const }]
        : []),
    ],
  }
}
