import { associationWords } from '../../answer/wording.ts'
import { answered, type Draft } from '../draft.ts'
import { bestFact } from '../facts/best-fact.ts'
import { saidIn } from '../facts/expected.ts'
import type { FactQuestion } from '../facts/fact-question.ts'
import { factSentence } from '../facts/fact-sentence.ts'
import { valueWords } from '../facts/fact-words.ts'
import { findFacts } from '../facts/find-facts.ts'
import { tell } from '../facts/tell-fact.ts'
import type { Scope } from '../scope.ts'
import { lackingNote } from './lacking.ts'

const earliest = /\b(forst|forsta|aldst|aldsta|tidigast|first|oldest|earliest)\b/
const latest = /\b(sist|senast|yngst|yngsta|nyast|nyaste|last|newest|youngest|latest)\b/
const orderWord =
  /^(forst|forsta|aldst|aldsta|tidigast|sist|senast|yngst|yngsta|nyast|nyaste|first|oldest|earliest|last|newest|youngest|latest)$/i

/** `Vilket förbund bildades först?`: the day or year of the same event in several associations, the first or the last of them told. */
export const factsInTime = (scope: Scope, question: FactQuestion): Draft | undefined => {
  const said = saidIn(scope.frame)
  const isEarliest = earliest.test(said)
  if (scope.associations.length < 2 || (!isEarliest && !latest.test(said))) return undefined
  const words = question.words.filter(({ text }) => !orderWord.test(text.normalize('NFD').replace(/\p{M}/gu, '')))
  const ofLife = words.length === 0 && question.topics.length === 0
  const dated: FactQuestion = { ...question, words, expected: 'date', topics: ofLife ? ['formed'] : question.topics }
  if (words.length === 0 && dated.topics.length === 0) return undefined
  const rows = scope.associations.flatMap(association => {
    const { best, rivals } = bestFact(findFacts(scope, association, dated).found)
    return best && rivals.length === 0 ? [{ association, fact: best.fact }] : []
  })
  const sorted = rows.toSorted((one, other) => String(one.fact.value).localeCompare(String(other.fact.value)) * (isEarliest ? 1 : -1))
  const [first, second] = sorted
  const named = scope.frame.associations.length
  if (!first || !second || String(first.fact.value) === String(second.fact.value) || (named > 1 && rows.length < scope.associations.length))
    return undefined
  const { language, library } = scope
  const head = isEarliest ? { sv: 'Först', en: 'First' } : { sv: 'Sist', en: 'Last' }
  const others = sorted
    .slice(1)
    .map(({ association, fact }) => `${associationWords(library, association)} ${valueWords(fact, language)}`)
    .join('; ')
  const sentence = `${head[language]}: ${associationWords(library, first.association)}. ${factSentence(scope, first.association, first.fact)} ${language === 'sv' ? 'Därefter' : 'Then'}: ${others}.`
  return answered('facts-across', isEarliest ? sentence : sentence.replace('Därefter', 'Dessförinnan').replace('Then', 'Before'), [], {
    notes: lackingNote(
      scope,
      rows.map(({ association }) => association),
    ),
    facts: sorted.flatMap(({ fact }) => tell(scope, fact).facts),
    confidence: 0.8,
  })
}
