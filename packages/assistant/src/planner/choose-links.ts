import type { ConceptId, MeasureId, Scenario } from '@finsam/domain'
import { findPhrases } from '../lexicon/lexicon.ts'
import type { Catalogue } from './catalogue.ts'
import { linkAmounts } from './link-amounts.ts'
import { linkLines } from './link-lines.ts'
import { linkNames } from './link-names.ts'
import type { Link, Meaning } from './meaning.ts'
import { isFunctional } from './names.ts'
import type { Word } from './read-words.ts'
import { linkTimes } from './times/link-times.ts'

/** A part of a question with everything that it may mean, surest first. */
export interface Slot {
  readonly tokens: readonly number[]
  readonly links: readonly Link[]
  readonly value: number
}

const targetKinds: ReadonlySet<Meaning['kind']> = new Set(['lines', 'concept', 'measure', 'member', 'municipalities'])
/** Whether a part's likeliest meaning is an amount or a member that pays one. */
export const isTarget = (slot: Slot): boolean => slot.links[0] !== undefined && targetKinds.has(slot.links[0].meaning.kind)

export interface ChosenLinks {
  readonly slots: readonly Slot[]
  /** Cues, topics and units: they say what is asked of the slots. */
  readonly marks: readonly Link[]
  /** Meanings that lost to a better reading of the same words. */
  readonly rejected: readonly Link[]
}

/** Without its dots `år` reads as `är`; with them the verb is no year. */
const isVerb = (word: Word | undefined): boolean => /^är$/iu.test(word?.token.text ?? '')

const lexiconLinks = (words: readonly Word[]): { readonly slots: readonly Link[]; readonly marks: readonly Link[] } => {
  const slots: Link[] = []
  const marks: Link[] = []
  for (const { entry, from, to, score } of findPhrases(words)) {
    const tokens = Array.from({ length: to - from }, (_, at) => from + at)
    if (entry.kind === 'concept') slots.push({ tokens, score, meaning: { kind: 'concept', id: entry.id as ConceptId } })
    else if (entry.kind === 'measure') slots.push({ tokens, score, meaning: { kind: 'measure', id: entry.id as MeasureId } })
    else if (entry.kind === 'scenario') slots.push({ tokens, score, meaning: { kind: 'scenario', scenario: entry.id as Scenario } })
    else if (!(entry.id === 'when' && tokens.some(token => isVerb(words[token]))))
      marks.push({ tokens, score, meaning: { kind: entry.kind, id: entry.id } })
  }
  return { slots, marks }
}

const contentOf = (tokens: readonly number[], words: readonly Word[]): number =>
  tokens.reduce((sum, at) => sum + (isFunctional(words[at]?.token.folded ?? '') ? 0.3 : 1), 0)

const kindWeight: Readonly<Record<Meaning['kind'], number>> = {
  time: 3,
  association: 1.05,
  member: 1.04,
  municipalities: 1.3,
  lines: 1,
  concept: 1.02,
  measure: 1.1,
  scenario: 0.9,
  amount: 1.5,
  count: 1,
  cue: 1,
  topic: 1,
  unit: 1,
}

const weightOfLink = (link: Link, words: readonly Word[]): number => {
  const content = contentOf(link.tokens, words)
  if (link.meaning.kind !== 'lines') return content * link.score * kindWeight[link.meaning.kind]
  const coverage = link.meaning.names[0]?.coverage ?? 0
  const wide = content >= 2.5 && coverage >= 0.65 ? 1.3 : 1
  return content * (0.35 + 0.65 * coverage) * kindWeight.lines * wide
}

/** How much a link explains for each word that it takes; longer matches before shorter ones. */
const worthOf = (link: Link, words: readonly Word[]): number => {
  const content = contentOf(link.tokens, words)
  return (weightOfLink(link, words) / Math.max(content, 0.3)) * (1 + 0.15 * (content - 1))
}

const overlaps = (link: Link, taken: ReadonlySet<number>): boolean => link.tokens.some(token => taken.has(token))

/** Chooses meanings that do not share words, the ones that explain most first; all meanings of the same words stay together. */
const cover = (links: readonly Link[], words: readonly Word[]): { readonly slots: readonly Slot[]; readonly rejected: readonly Link[] } => {
  const groups = [...Map.groupBy(links, link => link.tokens.join(' ')).values()].map(group => ({
    tokens: group[0]?.tokens ?? [],
    links: group.toSorted((one, other) => worthOf(other, words) - worthOf(one, words)),
    value: Math.max(...group.map(link => worthOf(link, words))),
  }))
  const taken = new Set<number>()
  const slots: Slot[] = []
  const rejected: Link[] = []
  for (const group of groups.toSorted((one, other) => other.value - one.value || other.tokens.length - one.tokens.length)) {
    if (group.links.some(link => overlaps(link, taken))) rejected.push(...group.links)
    else {
      slots.push(group)
      for (const token of group.tokens) taken.add(token)
    }
  }
  const whole = slots.map(slot => ({
    ...slot,
    links: [...slot.links, ...withinSlot(slot, rejected), ...sumOfConcept(slot, rejected, words)],
  }))
  return { slots: whole.toSorted((one, other) => (one.tokens[0] ?? 0) - (other.tokens[0] ?? 0)), rejected }
}

/** Lines that a part of the slot's words names: what is asked for may be printed under the shorter name. */
const withinSlot = (slot: Slot, rejected: readonly Link[]): readonly Link[] =>
  slot.links[0]?.meaning.kind !== 'lines' || slot.tokens.length < 2
    ? []
    : rejected.filter(
        ({ meaning, tokens, score }) => meaning.kind === 'lines' && score >= 0.9 && tokens.every(token => slot.tokens.includes(token)),
      )

const sumWord = /^(summa|summan|totalt|totala|total|totals|sum|totalen|sammanlagda|samlade)$/
/** `Summan av kostnaderna` is the concept too, where an association prints no line of that name: only words for a sum are left over. */
const sumOfConcept = (slot: Slot, rejected: readonly Link[], words: readonly Word[]): readonly Link[] =>
  slot.links[0]?.meaning.kind !== 'lines'
    ? []
    : rejected.filter(
        ({ meaning, tokens }) =>
          meaning.kind === 'concept' &&
          tokens.every(token => slot.tokens.includes(token)) &&
          slot.tokens.every(token => tokens.includes(token) || sumWord.test(words[token]?.token.folded ?? '')),
      )

const wholeEnough = 0.8
/**
 * A label that holds a chosen part whole and a word beside it that nothing else places says more than the part:
 * `periodiserade medlemsintäkter`, `driftbidraget från Västerås stad`.
 */
const widened = (slots: readonly Slot[], rejected: readonly Link[], words: readonly Word[], marked: ReadonlySet<number>): readonly Slot[] =>
  rejected
    .filter(({ meaning, score }) => meaning.kind === 'lines' && score >= wholeEnough)
    .toSorted((one, other) => other.score - one.score)
    .reduce((kept, link) => {
      const within = kept.filter(slot => slot.tokens.some(token => link.tokens.includes(token)))
      const taken = new Set(within.flatMap(slot => slot.tokens))
      const free = link.tokens.filter(token => !taken.has(token))
      const says = free.every(token => !marked.has(token) && !isFunctional(words[token]?.token.folded ?? ''))
      if (!says || !within.every(slot => isPartOf(slot, link)) || free.length + within.length < 2) return kept
      const tokens = [...new Set([...link.tokens, ...taken])].toSorted((one, other) => one - other)
      return [...kept.filter(slot => !within.includes(slot)), { tokens, links: [{ ...link, tokens }], value: link.score }]
    }, slots)

/** What a longer label holds: a line that is named less well, a concept, or the member behind it. */
const isPartOf = ({ links: [first], tokens }: Slot, link: Link): boolean => {
  if (first?.meaning.kind === 'member') return true
  const within = tokens.every(token => link.tokens.includes(token))
  return within && (first?.meaning.kind === 'concept' || (first?.meaning.kind === 'lines' && first.score < link.score))
}

const strongName = (slot: Slot): boolean =>
  slot.links.some(
    ({ meaning, score }) => (meaning.kind === 'lines' && score > 0.85) || meaning.kind === 'association' || meaning.kind === 'member',
  ) && slot.tokens.length > 1

/** `Plus eller minus` is one term; its words ask for nothing of their own. */
const isLongTerm = (slot: Slot): boolean => slot.tokens.length > 2 && slot.links[0]?.meaning.kind === 'concept'

const surelyNamed = 0.9
const wholeLabel = 0.8
/**
 * Where associations are named, a label that only others print gives way to whatever else its words mean; where they mean
 * nothing else, it stays, so that it can be told whose it is. A whole label may itself hold the name: `SIP-utvecklare Västra Mälardalen`.
 */
const ofAskedFirst = (lines: readonly Link[], names: readonly Link[], others: readonly Link[]): readonly Link[] => {
  const asked = new Set(names.flatMap(({ meaning, score }) => (meaning.kind === 'association' && score >= surelyNamed ? meaning.ids : [])))
  if (asked.size === 0) return lines
  const isOwn = ({ meaning }: Link): boolean =>
    meaning.kind === 'lines' && meaning.names.some(({ name }) => name.associations.some(id => asked.has(id)))
  const own = lines.filter(isOwn)
  const rivals = new Set([...own, ...others].flatMap(({ tokens }) => tokens))
  const holdsName = (line: Link): boolean =>
    line.score >= wholeLabel &&
    names.some(({ meaning, tokens }) => meaning.kind === 'association' && tokens.every(token => line.tokens.includes(token)))
  return lines.filter(line => isOwn(line) || holdsName(line) || !line.tokens.some(token => rivals.has(token)))
}

/** Every meaning that the words of a question can have, and the choice among those that compete for the same words. */
export const chooseLinks = (catalogue: Catalogue, words: readonly Word[]): ChosenLinks => {
  const lexicon = lexiconLinks(words)
  const times = linkTimes(words)
  const timed = new Set(times.flatMap(link => link.tokens))
  const amounts = linkAmounts(words).filter(link => !overlaps(link, timed))
  const spoken = new Set(
    lexicon.marks.flatMap(({ meaning, tokens }) => (meaning.kind === 'cue' && meaning.id === 'same-period' ? tokens : [])),
  )
  const lines = linkLines(catalogue, words).filter(({ tokens }) => !tokens.every(token => spoken.has(token)))
  const names = linkNames(catalogue, words)
  const others = [...times, ...amounts, ...names, ...lexicon.slots]
  const all = [...others, ...ofAskedFirst(lines, names, others)]
  const covered = cover(all, words)
  const { rejected } = covered
  const slots = widened(covered.slots, rejected, words, new Set(lexicon.marks.flatMap(({ tokens }) => tokens))).toSorted(
    (one, other) => (one.tokens[0] ?? 0) - (other.tokens[0] ?? 0),
  )
  const named = new Set(slots.filter(slot => strongName(slot) || isLongTerm(slot)).flatMap(slot => slot.tokens))
  return { slots, marks: lexicon.marks.filter(link => !overlaps(link, named)), rejected }
}
