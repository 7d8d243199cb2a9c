import { associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft, type DraftFact } from '../draft.ts'
import { bestFact } from '../facts/best-fact.ts'
import type { KnownFact } from '../facts/fact-index.ts'
import type { FactQuestion } from '../facts/fact-question.ts'
import { factLabel, valueWords } from '../facts/fact-words.ts'
import { findFacts } from '../facts/find-facts.ts'
import { citationOf, tell } from '../facts/tell-fact.ts'
import { hasCue } from '../frame.ts'
import { factQuery, run, type Scope } from '../scope.ts'
import { lackingNote } from './lacking.ts'

const upperBound = (fact: KnownFact): number =>
  typeof fact.value === 'number' ? fact.value : typeof fact.value === 'object' && !Array.isArray(fact.value) ? fact.value.to : Number.NaN
const lowerBound = (fact: KnownFact): number =>
  typeof fact.value === 'object' && !Array.isArray(fact.value) ? fact.value.from : upperBound(fact)

interface Row {
  readonly association: string
  readonly fact: KnownFact
  readonly score: number
}

/** Only what is counted in the same unit stands side by side: that of the fact that fits best. */
const ofOneKind = (rows: readonly Row[]): readonly Row[] => {
  const [first] = rows.toSorted((one, other) => other.score - one.score)
  return rows.filter(({ fact }) => fact.unit === first?.fact.unit && Array.isArray(fact.value) === Array.isArray(first?.fact.value))
}

const firstWords = {
  count: { highest: { sv: 'Flest', en: 'Most' }, lowest: { sv: 'Minst antal', en: 'Fewest' } },
  level: { highest: { sv: 'Högst', en: 'Highest' }, lowest: { sv: 'Lägst', en: 'Lowest' } },
} as const

/** The same fact of several associations side by side, the highest or lowest picked where that is asked. */
export const factsAcross = (scope: Scope, question: FactQuestion): Draft | undefined => {
  const rows = ofOneKind(
    scope.associations.flatMap(association => {
      const { best } = bestFact(findFacts(scope, association, question).found)
      return best ? [{ association, fact: best.fact, score: best.score }] : []
    }),
  )
  if (rows.length < 2) return undefined
  const { language, library } = scope
  const list = rows.map(({ association, fact }) => `${associationWords(library, association)} ${valueWords(fact, language)}`).join('; ')
  const highest = hasCue(scope.frame, 'highest')
  if (!highest && !hasCue(scope.frame, 'lowest')) {
    const [first] = rows
    const told = rows.map(
      ({ association, fact }): DraftFact => ({
        label: `${associationWords(library, association)}: ${factLabel(fact)}`,
        value: valueWords(fact, language),
        sources: [citationOf(fact)],
      }),
    )
    return answered('facts-across', `${first ? factLabel(first.fact) : ''}: ${list}.`, [], { facts: told, confidence: 0.8 })
  }
  const lower = /\b(undre|nedre|lagsta grans|lower)\b/i.test(fold(scope.text))
  const bound = lower ? lowerBound : upperBound
  const numeric = rows.filter(({ fact }) => !Number.isNaN(bound(fact)))
  const [first] = numeric.toSorted((one, other) => (highest ? bound(other.fact) - bound(one.fact) : bound(one.fact) - bound(other.fact)))
  if (!first) return undefined
  const range = typeof first.fact.value === 'object'
  const calculation = run(scope, factQuery(first.fact, range ? (lower ? 'low' : 'high') : undefined))
  if (!calculation) return undefined
  const word = firstWords[question.expected === 'count' ? 'count' : 'level'][highest ? 'highest' : 'lowest'][language]
  return answered(
    'facts-across',
    `${word}: ${associationWords(library, first.association)}, ${valueWords(first.fact, language)}. ${list}.`,
    [{ calculation }],
    {
      notes: lackingNote(
        scope,
        numeric.map(({ association }) => association),
      ),
      facts: rows.flatMap(({ fact }) => tell(scope, fact).facts),
      confidence: 0.8,
    },
  )
}
