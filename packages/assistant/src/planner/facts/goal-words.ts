import type { Language } from '@finsam/domain'
import type { KnownFact } from './fact-index.ts'
import { valueWords } from './fact-words.ts'

const told = /^(måluppfyllelse|utfall), /

/** Whether a fact is what came of a goal, or what is said of it. */
export const tellsOfGoal = ({ attribute }: KnownFact): boolean => told.test(attribute)
/** What a goal measures, as its level, its outcome and what is said of it have it in common. */
export const measureOf = ({ attribute }: KnownFact): string => attribute.replace(told, '')

/** The level of a goal and what came out, as the same document tells them beside the judgement. */
export const levelsOf = (fact: KnownFact, all: readonly KnownFact[]): readonly KnownFact[] =>
  all.filter(
    other =>
      other.document === fact.document &&
      typeof other.value === 'number' &&
      Math.abs(other.source.line - fact.source.line) <= 1 &&
      (measureOf(other) === measureOf(fact) || other.kind === 'policy'),
  )

const names = { target: { sv: 'mål', en: 'target' }, outcome: { sv: 'utfall', en: 'outcome' } } as const

/** `mål 2025 högst 4 veckor`, `utfall 2025 7 veckor`. */
const levelWords = (fact: KnownFact, language: Language): string => {
  const year = fact.period && 'to' in fact.period ? ` ${fact.period.to.slice(0, 4)}` : ''
  return `${names[told.test(fact.attribute) ? 'outcome' : 'target'][language]}${year} ${valueWords(fact, language)}`
}

/** The sentence of a goal's level, in which its number alone is no part. */
const goalSentence = (levels: readonly KnownFact[]): string =>
  levels.find(level => !tellsOfGoal(level))?.context.replace(/^\W*(?:del)?mål(?:et)?(?: \d+)?\s?[:.]\s*/iu, '') ?? ''

const longest = 160
const bare = (measure: string): string => measure.replace(/^av (?=dem |de |deltagarna )/, 'andel av ')

/** A goal in the words of its own sentence, or of its measure where that is long or a table's row. */
export const goalWords = (fact: KnownFact, levels: readonly KnownFact[]): string => {
  const sentence = goalSentence(levels)
  return sentence === '' || sentence.length > longest || /[|\t]/.test(sentence) ? bare(measureOf(fact)) : sentence.replace(/[.\s]+$/, '')
}

/** ` (mål 2025 högst 4 veckor, utfall 2025 7 veckor)`, nothing where the document tells neither. */
export const levelsInBrackets = (levels: readonly KnownFact[], language: Language): string =>
  levels.length === 0 ? '' : ` (${levels.map(level => levelWords(level, language)).join(', ')})`
