import { answered, type Draft } from '../draft.ts'
import { bestFact } from '../facts/best-fact.ts'
import type { Expected } from '../facts/expected.ts'
import type { KnownFact } from '../facts/fact-index.ts'
import { factQuestionOf } from '../facts/fact-question.ts'
import { factSentence } from '../facts/fact-sentence.ts'
import { findFacts } from '../facts/find-facts.ts'
import { tell } from '../facts/tell-fact.ts'
import type { Scope } from '../scope.ts'

const kinds: ReadonlySet<Expected> = new Set(['money', 'count', 'percent', 'date', 'duration', 'frequency', 'name', 'body'])

/** The sentences by which the clause before was answered. */
const toldAt = ({ told }: Scope): ((fact: KnownFact) => boolean) => {
  const places = (told?.intent.startsWith('fact') ? (told.facts ?? []) : []).flatMap(({ sources }) => sources)
  return ({ source, context }) =>
    places.some(
      ({ document, line, text }) =>
        document === source.document &&
        line === source.line &&
        (text === source.text || context.includes(text) || text.includes(source.text)),
    )
}

/** `Vem utvärderar X och vad kostar utvärderingen?`: the sentence that told the first half tells the second, before any line of a table. */
export const factsBeside = (scope: Scope): Draft | undefined => {
  const question = factQuestionOf(scope)
  const [association] = scope.associations
  if (!scope.told || association === undefined || scope.associations.length !== 1 || !kinds.has(question.expected)) return undefined
  const isTold = toldAt(scope)
  const { best, rivals } = bestFact(findFacts(scope, association, question).found.filter(({ fact }) => isTold(fact)))
  if (!best || rivals.length > 0) return undefined
  const told = tell(scope, best.fact)
  return answered('fact', factSentence(scope, association, best.fact), told.figures, {
    facts: told.facts,
    confidence: Math.min(0.85, best.score),
  })
}
