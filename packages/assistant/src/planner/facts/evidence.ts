import { fold } from '../../words/fold.ts'
import { numeralOf } from '../../words/numerals.ts'
import { type Token, tokenize } from '../../words/tokenize.ts'
import type { KnownFact } from './fact-index.ts'
import { isFunctionWord } from './vocabulary.ts'

/** How much a word tells of a fact by where it stands. */
export const levels = {
  own: 1,
  named: 1,
  head: 0.85,
  heading: 0.75,
  section: 0.7,
  value: 0.7,
  beside: 0.4,
  before: 0.5,
  rival: 0.2,
} as const

/** A fact with every word around it, each with how much it tells of the fact. */
export interface Evidence {
  readonly fact: KnownFact
  /** Stems with their level, the highest where a word stands in several places. */
  readonly words: ReadonlyMap<string, number>
  /** Stems of the part of the sentence that is the value's own. */
  readonly own: ReadonlySet<string>
  /** Stems of the words right behind the value: what is counted. */
  readonly next: ReadonlySet<string>
  /** Stems that it has from the number of which it is a part. */
  readonly inherited: ReadonlySet<string>
  /** The sentence speaks of what the one before named: `för länets del skulle detta innebära …`. */
  readonly pointsBack: boolean
  /** `de tre skolorna`: a number told before. */
  readonly remembered: boolean
  /** Stems of the subject and of a label that the reader gave. */
  readonly named: ReadonlySet<string>
  /** Stems of that label alone. */
  readonly labelled: ReadonlySet<string>
  /** Numbers in the value's own part of the sentence. */
  readonly numbers: ReadonlySet<number>
  /** The sentence before. */
  readonly before: string
  /** What the sentence says up to the value. */
  readonly leadIn: string
}

/** The sentence that holds the printed words, where a context has several. */
export const sentenceOfFact = (fact: KnownFact): string => {
  const sentences = fact.context.split(/(?<=[.!?])\s+(?=[\p{Lu}|])/u)
  const plain = fold(fact.printed).replace(/[.,;:]$/, '')
  return (
    sentences.find(sentence => plain !== '' && fold(sentence).includes(plain)) ??
    sentences.find(sentence => placeIn(fact, tokenize(sentence)) !== undefined) ??
    fact.context
  )
}

const numberIn = (token: Token): number | undefined =>
  token.kind === 'number' ? token.value : token.kind === 'word' ? numeralOf(token.folded) : undefined

const valuesOf = (fact: KnownFact): readonly number[] =>
  typeof fact.value === 'number'
    ? [fact.value]
    : typeof fact.value === 'object' && !Array.isArray(fact.value)
      ? [fact.value.from, fact.value.to]
      : []

/** Where the value stands among the tokens of its sentence. */
const placeIn = (fact: KnownFact, tokens: readonly Token[]): number | undefined => {
  const printed = tokenize(fact.printed)
  const anchor = printed.find(token => token.kind !== 'word') ?? printed[0]
  if (!anchor) return undefined
  const values = valuesOf(fact)
  const next = printed[printed.indexOf(anchor) + 1]
  const here = tokens.flatMap((token, at) => {
    const value = numberIn(token)
    return token.folded === anchor.folded || (value !== undefined && values.includes(value)) ? [at] : []
  })
  return here.find(at => next !== undefined && tokens[at + 1]?.folded.slice(0, 4) === next.folded.slice(0, 4)) ?? here[0]
}

const joint = /^(och|samt|men|varav|darav|medan|respektive|jamfort|dar|and|while|whereas|but)$/

/** Where the words of one value end and those of the next begin. */
const borderBetween = (tokens: readonly Token[], text: string, from: number, to: number): number => {
  for (let at = to - 1; at > from; at -= 1) {
    if (joint.test(tokens[at]?.folded ?? '')) return at
    if (/[,;:]/.test(text.slice(tokens[at]?.end ?? 0, tokens[at + 1]?.start ?? 0))) return at + 1
  }
  return to - from > 2 ? to - 1 : to
}

interface Part {
  readonly from: number
  readonly to: number
  /** Where the words begin that a part of a number has from the whole: `6 möten, varav 2 …`. */
  readonly inherits?: number
}

/** `varav 2 …`: a part of the number before, and so of what that one counts. */
const partitive = /^(varav|darav|including)$/

/** Where a remark on what was said begins: `…, vilket är en ökning`. */
const remarkFrom = (tokens: readonly Token[], text: string, part: Part, place: number): number => {
  for (let at = place + 1; at < part.to; at += 1)
    if (
      /^(vilket|which|varav|darav)$/.test(tokens[at]?.folded ?? '') &&
      /,\s*$/.test(text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start))
    )
      return at
  return part.to
}

const endOf = (tokens: readonly Token[], text: string, place: number, places: readonly number[]): number => {
  const after = places.find(other => other > place)
  const end = after === undefined ? tokens.length : borderBetween(tokens, text, place, after)
  const parted = tokens.findIndex((token, at) => at >= place && at + 1 < end && text.slice(token.end, tokens[at + 1]?.start).includes(';'))
  return parted < 0 ? end : parted + 1
}

/** The stretch of the sentence that speaks of the value at `place`, given the places of all its rivals. */
const partOf = (tokens: readonly Token[], text: string, place: number, places: readonly number[]): Part => {
  const before = places.filter(other => other < place).at(-1)
  if (before !== undefined && place - before === 2 && /^(till|to)$/.test(tokens[before + 1]?.folded ?? ''))
    return { ...partOf(tokens, text, before, [...places.filter(other => other !== place), before]), to: endOf(tokens, text, place, places) }
  const from = before === undefined ? 0 : borderBetween(tokens, text, before, place)
  return {
    from,
    ...(before !== undefined && partitive.test(tokens[from]?.folded ?? '') ? { inherits: partOf(tokens, text, before, places).from } : {}),
    to: endOf(tokens, text, place, places),
  }
}

const isDate = (fact: KnownFact): boolean => fact.kind === 'date'
const isMeasure = (fact: KnownFact): boolean => valuesOf(fact).length > 0 && !isDate(fact)
const classOf = ({ unit }: KnownFact): string =>
  unit === 'percent'
    ? 'share'
    : /^(kr|tkr|mnkr)$/.test(unit ?? '')
      ? 'money'
      : /^(years|months|weeks)$/.test(unit ?? '')
        ? 'time'
        : 'number'
const alike = (one: KnownFact, other: KnownFact): boolean =>
  isDate(one) === isDate(other) && isMeasure(one) === isMeasure(other) && (isDate(one) || classOf(one) === classOf(other))

/** Whether the reader took the attribute out of the sentence as it stood. */
export const isFragment = (fact: KnownFact): boolean => {
  const start = fold(fact.attribute).split(/\s+/).slice(0, 3).join(' ')
  return fact.attribute.split(/\s+/).length > 2 && fold(fact.context).includes(start)
}

const isContent = ({ kind, folded, text }: Token): boolean =>
  kind === 'word' && folded.length > 1 && (!isFunctionWord(folded) || /^män$/i.test(text))
const stemsOf = (text: string): readonly string[] => tokenize(text).flatMap(token => (isContent(token) ? [token.stem] : []))

/** What stands around a fact: the facts of its sentence, and the words before it and above it. */
export interface Surroundings {
  readonly siblings: readonly KnownFact[]
  readonly before: string
  readonly heading: string
  readonly section: readonly string[]
  /** The sentence of the goal that the fact tells of. */
  readonly goal?: string
}

const farthestWhole = 3
/** Where the words end that are said of every number: at the first, or behind the whole that the others are parts of, `av de 118 som avslutades`. */
const headEndOf = (tokens: readonly Token[], places: readonly number[]): number => {
  const [first, second] = places.toSorted((one, other) => one - other)
  const whole = /^(av|bland|of|among)$/.test(tokens[0]?.folded ?? '') && first !== undefined && first <= farthestWhole
  return (whole ? second : first) ?? tokens.length
}

/** The words of a fact, weighed by where they stand to its value. */
export const evidenceOf = (fact: KnownFact, around: Surroundings): Evidence => {
  const words = new Map<string, number>()
  const add = (stems: readonly string[], level: number): void => {
    for (const stem of stems) words.set(stem, Math.max(words.get(stem) ?? 0, level))
  }
  const sentence = sentenceOfFact(fact)
  const tokens = tokenize(sentence)
  const place = isMeasure(fact) || isDate(fact) ? placeIn(fact, tokens) : undefined
  const rivals = around.siblings.filter(other => other !== fact && alike(fact, other) && sentenceOfFact(other) === sentence)
  const places = [...new Set(rivals.flatMap(other => placeIn(other, tokens) ?? []))]
    .filter(other => other !== place)
    .toSorted((a, b) => a - b)
  const part = place === undefined ? { from: 0, to: tokens.length } : partOf(tokens, sentence, place, places)
  const headEnd = headEndOf(tokens, [...places, ...(place === undefined ? [] : [place])])
  const remark = place === undefined ? part.to : remarkFrom(tokens, sentence, part, place)
  const ownStems = tokens
    .slice(part.from, remark)
    .filter(isContent)
    .map(({ stem }) => stem)
  tokens.forEach((token, at) => {
    if (!isContent(token)) return
    const { stem } = token
    if (at >= remark && at < part.to) add([stem], levels.beside)
    else if (at >= part.from && at < part.to) add([stem], place === undefined ? levels.head : levels.own)
    else if (part.inherits !== undefined && at >= part.inherits && at < part.from) add([stem], levels.head)
    else if (at < headEnd) add([stem], levels.head)
    else add([stem], levels.rival)
  })
  add(stemsOf(fact.subject), levels.named)
  if (!isFragment(fact)) add(stemsOf(fact.attribute), levels.named)
  if (typeof fact.value === 'string') add(stemsOf(fact.value), levels.value)
  if (Array.isArray(fact.value)) add(stemsOf(fact.value.join(' ')), levels.value)
  add(stemsOf(around.heading), levels.heading)
  for (const subject of around.section) add(stemsOf(subject), levels.section)
  add(
    stemsOf(
      fact.context
        .slice(0, Math.max(0, fact.context.indexOf(sentence)))
        .split(/(?<=[.!?])\s/)
        .slice(-3)
        .join(' '),
    ),
    levels.before,
  )
  add(stemsOf(around.before), levels.before)
  if (around.goal) add(stemsOf(around.goal), levels.section)
  return {
    fact,
    words,
    own: new Set(ownStems),
    next: new Set(
      place === undefined
        ? []
        : tokens
            .slice(place + 1, place + 4)
            .filter(isContent)
            .map(({ stem }) => stem),
    ),
    inherited: new Set(part.inherits === undefined ? [] : tokens.slice(part.inherits, part.from).map(({ stem }) => stem)),
    pointsBack:
      part.from === 0 &&
      /\b(detta|this|(av|of) (dem|dessa|them|these)|motsvarar det|det motsvarar)\b/i.test(sentence.slice(0, tokens[headEnd]?.start)),
    remembered: place !== undefined && /^(de|dessa|the|these|those)$/.test(tokens[place - 1]?.folded ?? ''),
    named: new Set([...stemsOf(fact.subject), ...(isFragment(fact) ? [] : stemsOf(fact.attribute))]),
    labelled: new Set(isFragment(fact) ? [] : stemsOf(fact.attribute)),
    numbers: new Set(tokens.slice(part.from, part.to).flatMap(token => numberIn(token) ?? [])),
    before: around.before,
    leadIn: sentence.slice(tokens[part.from]?.start ?? 0, place === undefined ? undefined : tokens[place]?.start),
  }
}
