import { associationWords } from '../../answer/wording.ts'
import { answered, asksBack, type Draft, refused } from '../draft.ts'
import { bestFact, otherEnd } from '../facts/best-fact.ts'
import { sentenceOfFact } from '../facts/evidence.ts'
import { type Expected, saidIn } from '../facts/expected.ts'
import type { KnownFact } from '../facts/fact-index.ts'
import type { FactQuestion } from '../facts/fact-question.ts'
import { factSentence, quotation, quoted } from '../facts/fact-sentence.ts'
import { valueWords } from '../facts/fact-words.ts'
import { type FoundFact, findFacts } from '../facts/find-facts.ts'
import { ofEdgeAsked, ofYearAsked } from '../facts/of-time-asked.ts'
import { tell } from '../facts/tell-fact.ts'
import type { Scope } from '../scope.ts'
import { sumOfAlike } from './facts-together.ts'
import { asksWhichGoals, isOfGoal } from './goals-reached.ts'

const severalFit = (scope: Scope, association: string, fitting: readonly KnownFact[]): Draft => {
  const head = scope.language === 'sv' ? 'Flera uppgifter passar. Vilken menas?' : 'Several statements fit. Which is meant?'
  const told = fitting.map(fact => tell(scope, fact))
  return asksBack(
    'fact',
    `${head} ${fitting.map(fact => factSentence(scope, association, fact)).join(' ')}`,
    told.flatMap(({ figures }) => figures),
    { facts: told.flatMap(({ facts: named }) => named) },
  )
}

/** One thing said in several ways, a vision or a purpose: all of them are told. */
const allSaid = (scope: Scope, association: string, ways: readonly KnownFact[]): Draft =>
  answered('fact', ways.map(fact => factSentence(scope, association, fact)).join(' '), [], {
    facts: ways.flatMap(fact => tell(scope, fact).facts),
    confidence: 0.75,
  })

/** What stands in the document is a goal, a limit or an application, and the question asks for something else. */
const meantOtherwise = (scope: Scope, association: string, fact: KnownFact): Draft => {
  const told = tell(scope, fact)
  const head =
    scope.language === 'sv'
      ? 'Det framgår inte av dokumenten. Närmast finns en annan uppgift:'
      : 'The documents do not tell. The nearest is another statement:'
  return refused('fact', 'not-in-documents', `${head} ${factSentence(scope, association, fact)}`, { inputs: told.figures, confidence: 0.6 })
}

const oneEnd = /\b(borja\w*|start\w*|slut\w*|upphor\w*|avslut\w*|begin\w*|began|ends?|ended|finish\w*)\b/

/** From when to when, in the words of the sentence. */
const span = (scope: Scope, association: string, ends: readonly KnownFact[]): Draft => {
  const inOrder = ends.toSorted((one, other) => String(one.value).localeCompare(String(other.value)))
  const [first] = inOrder
  const words = inOrder.map(fact => valueWords(fact, scope.language)).join('–')
  const sentence = first
    ? `${words} (${associationWords(scope.library, association)}): ${quoted(quotation(sentenceOfFact(first)), scope.language)}`
    : words
  return answered('fact', sentence, [], { facts: inOrder.flatMap(fact => tell(scope, fact).facts), confidence: 0.75 })
}

const isSeveral = /(?:er|erna|ar|arna)$/

/** All who hold an office that several hold: `Revisorer`. */
const holdersWith = ({ fact }: FoundFact, found: readonly FoundFact[]): readonly KnownFact[] =>
  fact.attribute === 'namn' && isSeveral.test(fact.subject)
    ? found
        .map(one => one.fact)
        .filter(
          (one, at, all) =>
            one.attribute === 'namn' && one.subject === fact.subject && all.findIndex(other => other.value === one.value) === at,
        )
    : []

/** The second half of a question is told by the sentence that told the first, where that tells it. */
const besideTold = ({ told }: Scope, found: readonly FoundFact[]): readonly FoundFact[] => {
  const places = (told?.figures ?? []).flatMap(({ calculation }) => (calculation.fact ? [calculation.fact.context] : []))
  const beside = found.filter(({ fact }) => places.includes(fact.context))
  return beside.length > 0 ? beside : found
}

const mostReadings = 4

/** What an association's statements come to for one question: one of them, both ends of a span, a sum, or several that fit. */
export const factsFound = (scope: Scope, association: string, question: FactQuestion): Draft | undefined => {
  const { found: all, otherwise } = findFacts(scope, association, question)
  const ofGoals = asksWhichGoals(scope)
  const found = besideTold(
    scope,
    all.filter(one => ofYearAsked(scope, one) && ofEdgeAsked(scope, one.fact) && (!ofGoals || isOfGoal(one.fact))),
  )
  const summed = sumOfAlike(scope, association, question, found)
  if (summed) return summed
  const { best, rivals } = bestFact(found)
  if (!best) {
    const [nearest] = otherwise
    return nearest && nearest.score >= 0.75 && ofYearAsked(scope, nearest) ? meantOtherwise(scope, association, nearest.fact) : undefined
  }
  const other = oneEnd.test(saidIn(scope.frame)) ? undefined : otherEnd(best, found)
  if (other) return span(scope, association, [best.fact, other])
  const same = rivals.filter(
    ({ fact }) => typeof fact.value === 'string' && fact.subject === best.fact.subject && fact.attribute === best.fact.attribute,
  )
  const holders = question.expected === 'name' ? holdersWith(best, found) : []
  if (holders.length > 1) return allSaid(scope, association, holders)
  if (rivals.length > 0 && same.length === rivals.length)
    return allSaid(
      scope,
      association,
      [best, ...same].map(({ fact }) => fact),
    )
  if (rivals.length > 0)
    return severalFit(
      scope,
      association,
      [best, ...rivals].slice(0, mostReadings).map(({ fact }) => fact),
    )
  const told = tell(scope, best.fact)
  return answered(isNamed(question, told.figures) ? 'fact-named' : 'fact', factSentence(scope, association, best.fact), told.figures, {
    facts: told.facts,
    confidence: Math.min(0.9, best.score),
  })
}

const byName: ReadonlySet<Expected> = new Set(['name', 'body', 'place', 'former-name'])

/** A person, a body or a place was asked for and is told: nothing of the question is left to be worked out. */
const isNamed = ({ expected }: FactQuestion, figures: readonly unknown[]): boolean => byName.has(expected) && figures.length === 0
