import { calendarYear } from '@finsam/domain'
import type { Draft, Extractor } from './draft.ts'
import { isGoal } from './goals.ts'
import { numberWordPattern, parseNumber } from './number-words.ts'
import { attributeAround } from './phrases.ts'

const shares: Readonly<Record<string, number>> = {
  halften: 50,
  'en tredjedel': 33.3,
  'tva tredjedelar': 66.7,
  'en fjardedel': 25,
  'tre fjardedelar': 75,
  'en femtedel': 20,
}
/** `nio av tio samverkansaktörer`. */
const ofTen = `(?<parts>${numberWordPattern}) av (?<whole>tio)`
const fraction = new RegExp(
  `(?<qualifier>minst |atminstone |hogst |mer an |over |drygt |knappt |omkring |cirka |ca )?\\b(?<share>${Object.keys(shares).join('|')}|${ofTen}) (?:av (?=[a-z])|(?=ska\\b|skulle\\b|skall\\b|har\\b|hade\\b|gick\\b|vars\\b)|(?=[a-z]{4,} (?:ska|skall|skulle|har|hade|tycker|upplever|anger)\\b))`,
  'g',
)
const qualifiers: readonly (readonly [RegExp, string])[] = [
  [/minst|atminstone/, 'min'],
  [/hogst/, 'max'],
  [/mer an|over|drygt/, 'above'],
  [/knappt/, 'below'],
  [/./, 'about'],
]

/**
 * Shares told in words: `hälften av deltagarna` → 50 %. Fractions without a whole number of percent are told to one decimal and
 * marked `about`.
 */
export const readFractions: Extractor = (sentence, context) => {
  if (sentence.kind === 'heading') return []
  const goal = isGoal(sentence)
  return [...sentence.letters.matchAll(fraction)].map((match): Draft => {
    const { parts, whole, share = '' } = match.groups ?? {}
    const value = whole === undefined ? (shares[share] ?? 0) : 10 * (parseNumber(parts ?? '') ?? 0)
    const said = qualifiers.find(([pattern]) => pattern.test(match.groups?.qualifier ?? ''))?.[1]
    const qualifier = said ?? (Number.isInteger(value) ? (goal ? 'exact' : undefined) : 'about')
    const [start, end] = [match.index, match.index + match[0].trimEnd().replace(/ av$/, '').length]
    return {
      kind: goal ? 'target' : 'share',
      subject: context.subject === context.associationName ? context.topic : context.subject,
      attribute: attributeAround(sentence, { start, end, unit: 'percent' }),
      value,
      unit: 'percent',
      ...(qualifier ? { qualifier } : {}),
      ...(goal && context.fiscalYear !== undefined ? { period: calendarYear(context.fiscalYear) } : {}),
      start,
      end,
    }
  })
}
