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

/** Every quantity of a sentence, under the words around it. What a better extractor reads is left out by whoever gathers the facts. */
export const readQuantities: Extractor = (sentence, context) => {
  if (sentence.kind === 'heading' && !/\d\s?(?:%|kr|tkr|deltagare)/.test(sentence.letters)) return []
  if (isTorn(sentence)) return []
  const period = periodOf(sentence, context.fiscalYear)
  return findQuantities(sentence.letters)
    .flatMap(mention => sides(sentence, mention))
    .filter(mention => countsSomething(sentence, mention))
    .map((mention): Draft => {
      const side =
        / till /.test(sentence.letters.slice(mention.start - 8, mention.end + 8)) &&
        /\bfran /.test(sentence.letters.slice(0, mention.start + 1))
      const compared = comparedYear(sentence.letters, mention.start)
      const when = compared === undefined ? period : calendarYear(compared)
      const near = sentence.letters.slice(Math.max(0, mention.start - 80), mention.end + 60)
      return {
        kind: kindOf(mention, near),
        subject: subjectFor(mention, sentence, context),
        attribute: attributeAround(sentence, mention),
        value: mention.value,
        unit: mention.unit,
        ...(mention.qualifier
          ? { qualifier: mention.qualifier }
          : side && /^till/.test(sentence.letters.slice(mention.start))
            ? { qualifier: 'to' }
            : {}),
        ...(when ? { period: when } : {}),
        start: mention.start,
        end: mention.end,
      }
    })
}
