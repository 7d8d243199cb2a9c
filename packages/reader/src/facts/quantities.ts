import { calendarYear, type Period, yearEnd } from '@finsam/domain'
import { comparedYear, withoutComparisons } from './compared-year.ts'
import type { Draft, Extractor, FactContext } from './draft.ts'
import { numberWordPattern } from './number-words.ts'
import { attributeAround } from './phrases.ts'
import { findQuantities, type QuantityMention } from './quantity-mention.ts'
import type { Sentence } from './sentence.ts'
import { isLaterSide, type Side, sides } from './sides.ts'
import { tellsVerb } from './subject.ts'

const yearBefore = /^(?:aret (?:fore|innan)|foregaende ar|forra aret|i fjol)\b/

/** `1 400 tkr för 2024 och 1 500 tkr för 2025`: the year that follows the number itself. */
const ownYear = /^\s(?:(?:for|under|till|avser|ar) )?(20\d\d)\b/

/** `2,1 årsarbetare (2,4 under 2023)`: the year in the brackets is not that of the number before them. */
const withoutOtherBrackets = (letters: string, { start }: QuantityMention): string =>
  letters.replace(/\([^)]*\d[^)]*\b20\d\d\b[^)]*\)/g, (bracket, at: number) => (start > at && start < at + bracket.length ? bracket : ''))

/** The year a quantity is for: its own, the only one its sentence names, or the document's own where it says *årets*. */
function periodOf(sentence: Sentence, mention: QuantityMention, fiscalYear: number | undefined): Period | undefined {
  const own = ownYear.exec(sentence.letters.slice(mention.end))?.[1]
  if (own !== undefined) return calendarYear(Number(own))
  const years = [...new Set(withoutComparisons(withoutOtherBrackets(sentence.letters, mention)).match(/\b20\d\d\b/g) ?? [])]
  if (years.length === 0 && fiscalYear !== undefined && /\bi arets\b|\barets (?:budget|plan|verksamhetsplan)/.test(sentence.letters))
    return calendarYear(fiscalYear)
  if (years.length === 0 && fiscalYear !== undefined && yearBefore.test(sentence.letters)) return calendarYear(fiscalYear - 1)
  if (years.length !== 1) return undefined
  const year = Number(years[0])
  if (/\b(?:utgangen|slutet) av\b/.test(sentence.letters)) return yearEnd(year)
  return /\bingangen av\b/.test(sentence.letters) ? yearEnd(year - 1) : calendarYear(year)
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/tilldelning|sparr|medlemsbidrag|upptrappning|utrymme/, 'allotment'],
  [/\btak\b|far inte|hogst|overstiga|placeringspolicy|eget kapital|egna kapitalet/, 'policy'],
  [/malet|malsattning|volym|ska ha |\b(?:ska|skall|bor)\b[^.]*\b(?:deltagar|individ|person|elev)/, 'target'],
  [/\b(?:deltagar|individ|person|elev|kvinn|ungdom|medarbetar)\w*[^.]*\b(?:ska|skall|bor)\b/, 'target'],
]

/** What is said of a mention: the words before it from the last turn (`men`, `utfallet`), and those after it to the end of its clause. */
function saidOf(letters: string, { start, end }: QuantityMention): string {
  const before = letters.slice(Math.max(0, start - 80), start)
  const turn = [...before.matchAll(/\b(?:men|medan|utfall\w*|resultat\w*|blev)\b/g)].at(-1)?.index ?? 0
  const after = letters.slice(end, end + 60)
  return before.slice(turn) + letters.slice(start, end) + after.slice(0, /[,;:.(]| och mal| mot /.exec(after)?.index ?? after.length)
}

function kindOf(mention: QuantityMention, letters: string): string {
  if (/^(?:kr|tkr|mnkr)$/.test(mention.unit)) return 'amount'
  if (mention.unit === 'percent') return kinds.find(([pattern]) => pattern.test(letters))?.[1] ?? 'share'
  if (mention.unit === 'fte') return 'staffing'
  if (/budgeterad volym/.test(letters)) return 'volume'
  return /malet|malsattning/.test(letters) ? 'target' : 'statistic'
}

/** `fyra av tio`: ten is what a share is taken of. */
const isBase = new RegExp(`(?<![a-z\\d])(?:\\d{1,2}|en|ett|${numberWordPattern}) av $`)

/** A number word counts something only with a noun after it that is not a bare pronoun. */
function countsSomething(sentence: Sentence, mention: QuantityMention): boolean {
  if (!mention.word || mention.unit !== 'count') return true
  const next = sentence.letters.slice(mention.end).trimStart()
  return /^(?!av\s+(?:dem|de)\b)[a-z]{3,}/.test(next) && !/^(?:till|ganger|dagar)\b/.test(next)
}

const ownCapital = /\b(?:eget kapital|egna kapital(?:et)?)\b/

const subjectFor = (mention: QuantityMention, sentence: Sentence, context: FactContext): string =>
  mention.unit === 'participants' && context.subject === context.associationName
    ? context.topic
    : /^(?:Av|I|På|Det|Ca)\b/.test(sentence.text)
      ? context.topic
      : context.subject

const shortestTorn = 5
/** Cells of a table that ran together: without a verb or a mark, beginning in the middle; or long, without a stop, and full of capitals. */
function isTorn({ text, kind }: Sentence): boolean {
  const words = text.split(' ')
  if (words.length >= shortestTorn && /^\p{Ll}/u.test(text) && !/[.!?:;,]/.test(text) && kind === 'paragraph' && !tellsVerb(text))
    return true
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

/** `47 310 personer (Norrvik 24 912, Sund 11 820)`: a part told in brackets is of the same as the whole. */
function wholeOf(sentence: Sentence, mention: QuantityMention): QuantityMention | undefined {
  const { letters } = sentence
  const open = letters.lastIndexOf('(', mention.start)
  if (mention.unit !== 'count' || open < 0 || letters.slice(open, mention.start).includes(')')) return undefined
  const whole = findQuantities(letters.slice(0, open)).at(-1)
  return whole && /^(?:persons|participants)$/.test(whole.unit) && open - whole.end <= 2 ? whole : undefined
}

/** What a number in brackets is of: the same as the number that it is compared with. */
function comparedAttribute(sentence: Sentence, mention: QuantityMention, year: number): string {
  const main = findQuantities(sentence.letters.slice(0, mention.start)).findLast(
    ({ unit }) => unit === mention.unit || mention.unit === 'count',
  )
  return main ? `utfall ${year}, ${attributeAround(sentence, main)}` : attributeAround(sentence, mention)
}

const nameBefore = /(?<name>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)[\s:]*$/u

function attributeFor(sentence: Sentence, mention: Side, compared: number | undefined, whole: QuantityMention | undefined): string {
  if (compared !== undefined) return comparedAttribute(sentence, mention, compared)
  const name = whole && nameBefore.exec(sentence.text.slice(0, mention.start))?.groups?.name
  return name ? `${name}, ${attributeAround(sentence, whole)}` : attributeAround(sentence, mention.whole ?? mention)
}

/** `Deltagare: 46`, `Antal deltagare 2024: 46`: the label says what is counted. */
const isLabelledHeads = (letters: string, { unit, start }: QuantityMention): boolean =>
  unit === 'count' && /^(?:antal(?:et)?\s)?deltagare(?:\s\d{4})?\s?:\s*$/.test(letters.slice(0, start))

function toDraft(mention: Side, sentence: Sentence, context: FactContext): Draft {
  const { letters } = sentence
  const compared = comparedYear(letters, mention.start)
  const period = compared === undefined ? periodOf(sentence, mention, context.fiscalYear) : calendarYear(compared)
  const base = isBase.test(letters.slice(0, mention.start)) ? 'base' : undefined
  const qualifier = base ?? mention.qualifier ?? (isLaterSide(letters, mention) ? 'to' : mention.whole ? 'from' : undefined)
  const whole = wholeOf(sentence, mention)
  const said = saidOf(letters, mention)
  const kind = kindOf(mention, said)
  return {
    kind,
    subject: kind === 'policy' && ownCapital.test(said) ? 'Eget kapital' : subjectFor(mention, sentence, context),
    attribute: attributeFor(sentence, mention, compared, whole),
    value: mention.value,
    unit: whole?.unit ?? (isLabelledHeads(letters, mention) ? 'participants' : mention.unit),
    ...(qualifier ? { qualifier } : {}),
    ...(period ? { period } : {}),
    start: mention.start,
    end: mention.end,
  }
}

/** `mellan 30 och 44 år (30–44)`: the same ages again. */
const repeatsAge = ({ letters }: Sentence, { unit, value, start }: QuantityMention): boolean =>
  unit === 'count' &&
  typeof value === 'object' &&
  findQuantities(letters.slice(0, start)).some(
    ({ unit: before, value: ages }) => before === 'years' && JSON.stringify(ages) === JSON.stringify(value),
  )

/** Every quantity of a sentence, under the words around it. What a better extractor reads is left out by whoever gathers the facts. */
export const readQuantities: Extractor = (sentence, context) => {
  const isTitle = sentence.kind === 'heading' && !/\d\s?(?:%|kr|tkr|deltagare)/.test(sentence.letters)
  if (isTitle || isTorn(sentence)) return []
  const drafts = findQuantities(sentence.letters)
    .flatMap(mention => sides(sentence, mention))
    .filter(mention => countsSomething(sentence, mention) && !repeatsAge(sentence, mention))
    .map(mention => toDraft(mention, sentence, context))
  return drafts.map((draft, index) => withVerb(draft, drafts[index - 1]))
}
