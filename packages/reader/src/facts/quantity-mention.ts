import { findDates } from '../document/dates.ts'
import { numberWordPattern, parseNumber } from './number-words.ts'

/** A number of the prose with its unit and how it is meant. Offsets are those of the sentence. */
export interface QuantityMention {
  readonly value: number | { readonly from: number; readonly to: number }
  readonly unit: string
  readonly qualifier?: 'min' | 'max' | 'about' | 'above' | 'below'
  /** From the qualifier to the end of the unit. */
  readonly start: number
  readonly end: number
  /** True for a number written as a word. */
  readonly word: boolean
}

const number = '[-−–]?[1-9]\\d{0,2}(?:[ \\u00a0]\\d{3}){1,4}(?!\\d)(?:,\\d+)?|[-−–]?\\d+(?:[.,]\\d+)?'
const units: readonly (readonly [string, string])[] = [
  ['procentenheter|procentenhet', 'percentage_points'],
  ['%|procent|per ?cent', 'percent'],
  ['tkr|kkr|tusen kr(?:onor)?|tusen', 'tkr'],
  ['miljarder(?: kr(?:onor)?)?|mdkr', 'mdkr'],
  ['mnkr|mkr|msek|millions?(?: kronor| sek)?|miljon(?:er)?(?: kr(?:onor)?)?|milj\\.?(?: kr(?:onor)?)?', 'mnkr'],
  ['kronor|kr\\b|sek\\b|:-', 'kr'],
  ['arsarbetare|helarsekvivalenter|heltidstjanster|heltider|tjanster?', 'fte'],
  ['deltagare|deltagarplatser|participants?|arbetssokande|elever|projektdeltagare', 'participants'],
  [
    'personer|individer|persons|people|invanare|ledamoter|ersattare|medarbetare|anstallda|personal|ungdomar|handledare|larare|kvinnor|man',
    'persons',
  ],
  ['ars?\\b|-arig\\w*', 'years'],
  ['manader|manads?\\b', 'months'],
  ['veckor|veckas?\\b', 'weeks'],
  ['dagar|dags?\\b', 'days'],
  ['timmar', 'hours'],
  ['(?:(?:protokollforda|ordinarie|extra|digitala) )?(?:(?:styrelse)?moten|mote\\b|traffar|sammantraden)', 'meetings'],
  ['kontakter', 'contacts'],
]
const unitPattern = units.map(([words], index) => `(?<u${index}>${words})`).join('|')
const qualifiers: readonly (readonly [string, QuantityMention['qualifier']])[] = [
  ['minst|atminstone|lagst|fran och med|at least|som lagst', 'min'],
  ['hogst|maximalt|maximal|max|som mest|upp till|(?:inte|ej) overstiga|at most|up to', 'max'],
  ['ca\\.?|cirka|omkring|runt|ungefar|c:a|about|around|approximately', 'about'],
  ['drygt|over|mer an|fler an|more than', 'above'],
  ['knappt|narmare|nastan|under|mindre an|farre an|less than', 'below'],
]
const qualifierPattern = qualifiers.map(([words], index) => `(?<q${index}>${words})`).join('|')
const dash = '\\s?(?:[-–—]|till|och|respektive)\\s?'

/** The number may be a range; a unit may follow at once or after one describing word (`104 unika projektdeltagare`). */
const pattern = new RegExp(
  `(?:(?<![a-z])(?:${qualifierPattern})\\s+)?(?<![\\w,./{-])(?<first>${number}|(?:${numberWordPattern})(?![a-z]))(?:(?<dash>${dash})(?<second>${number}|(?:${numberWordPattern})(?![a-z])))?(?!\\d|[,.:/]\\d)(?:\\s?(?:${unitPattern})(?![a-z]))?(?![a-z])`,
  'gd',
)

/** Numbers that are names of something: laws, dates, telephone numbers, addresses, references. */
const namesOfThings: readonly RegExp[] = [
  /(?<=(?:lag|sfs|forordning|balk)[^.]{0,110})\(?\d{4}:\s?\d{1,4}\)?|\bsfs \d{4}:\d+|(?<=\()\d{4}(?=:\s?\d{1,4}(?:[ ),]|$))/g,
  /\d+(?:\s?(?:,|och|-)\s?\d+)?\s?§+(?:\s\d+)?|§+\s?\d+/g,
  /(?<!\d)\d{3} ?\d{3} ?[-–—] ?\d{4}(?!\d)/g,
  /(?<![\d-])0\d{1,3}[-/ ]\s?\d[\d ]{4,9}\d(?!\d)/g,
  /(?<!\d)\d{3} ?\d{2}\s+(?=[a-z]{3,}(?:\s*$|[,.]))/g,
  /\b(?:not|bilaga|punkt|fraga|sida|sid\.?|s\.|kapitel|kap\.?|avsnitt|version|fas|del|mal|steg|#)\s?\d+(?:\.\d+)*/g,
  /(?:^|\s)\d{1,2}(?:\.\d{1,2}){1,4}\.?(?=\s(?!million|miljon|mnkr|mkr|milj)|$)/g,
  /^\s*\d{1,2}[.)]\s|(?<=\s)\d{1,2}\)\s/g,
  /(?<!\d)\d{6}\s?[-–]\s?\d{6}(?!\d)/g,
  /^\W*\d{1,2}\s?[–—-]\s/g,
  /\S+@\S+|www\.\S+|https?:\S+/g,
  /(?<!\d)(?:\d{1,2}\s?[-–]\s?)?\d{1,2}\s(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b/g,
  /(?:gatan|vagen|torget|\bvag|\bgata|\bbox)\s\d+[a-z]?\b/g,
  /\bkl\.?\s?\d{1,2}[.:]\d\d/g,
]

/** Stretches of a sentence whose numbers count nothing. */
export function findNames(letters: string): readonly { readonly start: number; readonly end: number }[] {
  const spans = namesOfThings.flatMap(each =>
    [...letters.matchAll(each)].map(match => ({ start: match.index, end: match.index + match[0].length })),
  )
  return [...spans, ...findDates(letters).map(({ start, end }) => ({ start, end }))]
}

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text)

function pickGroup<Name>(
  groups: Record<string, string | undefined>,
  prefix: string,
  names: readonly (readonly [string, Name])[],
): Name | undefined {
  const index = names.findIndex((_, each) => groups[`${prefix}${each}`] !== undefined)
  return names[index]?.[1]
}

function mentionOf(match: RegExpExecArray): QuantityMention | undefined {
  const groups = match.groups ?? {}
  const first = groups.first ?? ''
  const from = parseNumber(first)
  const to = groups.second === undefined ? undefined : parseNumber(groups.second)
  const unit = pickGroup(groups, 'u', units)
  if (from === undefined || (isYear(first) && (unit === undefined || unit === 'years'))) return undefined
  if (
    to !== undefined &&
    isYear(first) &&
    /^\s?(?:till|och)\s?$/.test(groups.dash ?? '') &&
    /\b(?:for|ar|under|i)\s+$/.test(match.input.slice(Math.max(0, match.index - 8), match.index))
  )
    return undefined
  const between = /\bmellan\s+$/.test(match.input.slice(Math.max(0, match.index - 10), match.index))
  const spoken = /\brespektive\b/.test(groups.dash ?? '') || (/\boch\b/.test(groups.dash ?? '') && !between)
  if (to !== undefined && (spoken || to <= from)) return undefined
  const scale = unit === 'mdkr' ? 1_000 : 1
  const qualifier = pickGroup(groups, 'q', qualifiers)
  const value = to === undefined ? from * scale : { from: from * scale, to: to * scale }
  const shown = unit === 'mdkr' ? 'mnkr' : (unit ?? 'count')
  const start = match.index
  return { value, unit: shown, ...(qualifier ? { qualifier } : {}), start, end: start + match[0].length, word: /^[a-z]/.test(first) }
}

/**
 * The quantities of a sentence, in order: `minst 85 %`, `ca 50-55 deltagare`, `drygt 1,3 miljoner`, `4,0`, `sju medlemmar`.
 * Years, dates and numbers that name something are not among them.
 *
 * @param letters  the sentence without diacritics
 */
export function findQuantities(letters: string): readonly QuantityMention[] {
  const names = findNames(letters)
  const found: QuantityMention[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(letters); match; match = pattern.exec(letters)) {
    const mention = mentionOf(match)
    const at = match.indices?.groups?.first?.[0] ?? match.index
    if (mention && !names.some(name => at < name.end && at >= name.start)) found.push(mention)
    else if (match.groups?.second !== undefined) pattern.lastIndex = (match.indices?.groups?.first?.[1] ?? match.index) + 1
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}
