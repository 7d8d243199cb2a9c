import { calendarYear, type Period, yearEnd } from '@finsam/domain'
import type { Draft, Extractor, FactContext } from './draft.ts'
import { attributeAround } from './phrases.ts'
import { findQuantities, type QuantityMention } from './quantity-mention.ts'
import type { Sentence } from './sentence.ts'

/** `312 (2023: 287)`: the number of another year, in brackets beside this year's. */
const comparison = /\((?:ar )?20\d\d:[^)]*\)/g
const comparedYear = (letters: string, at: number): number | undefined => {
  const year = /\((?:ar )?(20\d\d):\s?$/.exec(letters.slice(0, at))?.[1]
  return year === undefined ? undefined : Number(year)
}

/** The year a quantity is for: the only one its sentence names, or the document's own where it says *årets*. */
function periodOf(sentence: Sentence, fiscalYear: number | undefined): Period | undefined {
  const years = [...new Set(sentence.letters.replace(comparison, '').match(/\b20\d\d\b/g) ?? [])]
  if (years.length === 0 && fiscalYear !== undefined && /\bi arets\b|\barets (?:budget|plan|verksamhetsplan)/.test(sentence.letters))
    return calendarYear(fiscalYear)
  if (years.length !== 1) return undefined
  const year = Number(years[0])
  if (/\b(?:utgangen|slutet) av\b/.test(sentence.letters)) return yearEnd(year)
  return /\bingangen av\b/.test(sentence.letters) ? yearEnd(year - 1) : calendarYear(year)
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/tilldelning|sparr|medlemsbidrag|upptrappning|utrymme/, 'allotment'],
  [/\btak\b|far inte|hogst|overstiga|placeringspolicy|eget kapital|egna kapitalet/, 'policy'],
  [/malet|malsattning|volym|ska ha |\bska\b[^.]*\b(?:deltagar|individ|person|elev)/, 'target'],
]

function kindOf(mention: QuantityMention, letters: string): string {
  if (/^(?:kr|tkr|mnkr)$/.test(mention.unit)) return 'amount'
  if (mention.unit === 'percent') return kinds.find(([pattern]) => pattern.test(letters))?.[1] ?? 'share'
  if (mention.unit === 'fte') return 'staffing'
  if (/budgeterad volym/.test(letters)) return 'volume'
  return /malet|malsattning/.test(letters) ? 'target' : 'statistic'
}

/** A number word counts something only with a noun after it that is not a bare pronoun. */
function countsSomething(sentence: Sentence, mention: QuantityMention): boolean {
  if (!mention.word || mention.unit !== 'count') return true
  const next = sentence.letters.slice(mention.end).trimStart()
  return /^(?!av\s+(?:dem|de)\b)[a-z]{3,}/.test(next) && !/^(?:till|ganger|dagar)\b/.test(next)
}

/** `från 4,0 till 5,5 miljoner` is a change, not a range. */
function sides(sentence: Sentence, mention: QuantityMention): readonly QuantityMention[] {
  const { value } = mention
  if (
    typeof value === 'number' ||
    !/\bfran $/.test(sentence.letters.slice(0, mention.start)) ||
    mention.unit === 'years' ||
    !/ till /.test(sentence.letters.slice(mention.start, mention.end))
  )
    return [mention]
  const middle = mention.start + Math.max(1, sentence.letters.slice(mention.start, mention.end).indexOf('till'))
  return [
    { ...mention, value: value.from, end: middle },
    { ...mention, value: value.to, start: middle },
  ]
}

const subjectFor = (mention: QuantityMention, sentence: Sentence, context: FactContext): string =>
  mention.unit === 'participants' && context.subject === context.associationName
    ? context.topic
    : /^(?:Av|I|På|Det|Ca)\b/.test(sentence.text)
      ? context.topic
      : context.subject

/** Cells of a table that ran together: long, without a stop, and full of capitals. */
function isTorn({ text }: Sentence): boolean {
  const words = text.split(' ')
  if (words.length < 13 || /[.!?:]$/.test(text)) return false
  return /^\p{Ll}/u.test(text) || words.filter(word => /^\p{Lu}/u.test(word)).length > words.length * 0.2
}

/** `7 % som går till arbete och 4 % till studier`: what the second leaves out stands with the first. */
function withVerb(draft: Draft, previous: Draft | undefined): Draft {
  const joint = /^(till|för|inom|hos)\s/.exec(draft.attribute)?.[1]
  const verb =
    joint && previous && previous.unit === draft.unit ? new RegExp(`^(.{3,40}?)\\s${joint}\\s`).exec(previous.attribute)?.[1] : undefined
  return verb ? { ...draft, attribute: `${verb} ${draft.attribute}` } : draft
}

/** The second side of `från 4,0 till 5,5 miljoner`. */
const isTarget = (letters: string, { start }: QuantityMention): boolean =>
  letters.startsWith('till', start) && /\bfran /.test(letters.slice(0, start))

function toDraft(mention: QuantityMention, sentence: Sentence, context: FactContext): Draft {
  const { letters } = sentence
  const compared = comparedYear(letters, mention.start)
  const period = compared === undefined ? periodOf(sentence, context.fiscalYear) : calendarYear(compared)
  const qualifier = mention.qualifier ?? (isTarget(letters, mention) ? 'to' : undefined)
  return {
    kind: kindOf(mention, letters.slice(Math.max(0, mention.start - 80), mention.end + 60)),
    subject: subjectFor(mention, sentence, context),
    attribute: attributeAround(sentence, mention),
    value: mention.value,
    unit: mention.unit,
    ...(qualifier ? { qualifier } : {}),
    ...(period ? { period } : {}),
    start: mention.start,
    end: mention.end,
  }
}

/** Every quantity of a sentence, under the words around it. What a better extractor reads is left out by whoever gathers the facts. */
export const readQuantities: Extractor = (sentence, context) => {
  const isTitle = sentence.kind === 'heading' && !/\d\s?(?:%|kr|tkr|deltagare)/.test(sentence.letters)
  if (isTitle || isTorn(sentence)) return []
  const drafts = findQuantities(sentence.letters)
    .flatMap(mention => sides(sentence, mention))
    .filter(mention => countsSomething(sentence, mention))
    .map(mention => toDraft(mention, sentence, context))
  return drafts.map((draft, index) => withVerb(draft, drafts[index - 1]))
}
