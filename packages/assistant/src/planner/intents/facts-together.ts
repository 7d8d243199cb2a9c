import { amountWords, associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft } from '../draft.ts'
import { sameValue } from '../facts/best-fact.ts'
import type { KnownFact } from '../facts/fact-index.ts'
import type { FactQuestion } from '../facts/fact-question.ts'
import { factSentence } from '../facts/fact-sentence.ts'
import { factLabel, valueWords } from '../facts/fact-words.ts'
import type { FoundFact } from '../facts/find-facts.ts'
import { citationOf } from '../facts/tell-fact.ts'
import { factQuery, run, type Scope } from '../scope.ts'

const together =
  /\b(sammanlagt|tillsammans|totalt|ihop|in total|together|combined|altogether|sammantaget|samtliga|alla|all|across|över|over|i de (två|tre|fyra|fem|sex|sju|åtta)|the (two|three|four|five|six|seven|eight))\b/i

/** A statement that the document makes twice counts once. */
const distinctFacts = (found: readonly FoundFact[]): readonly FoundFact[] =>
  found.filter(
    ({ fact }, at) =>
      found.findIndex(
        other => other.fact.subject === fact.subject && other.fact.attribute === fact.attribute && sameValue(other.fact, fact),
      ) === at,
  )

const isRole =
  /^(verksamhetsledar|socialkonsulent|konsulent|arbetskonsulent|kurator|arbetsformedl|handledar|koordinator|samordnar|forbundschef|utvecklingsledar|utvecklar|arbetsterapeut|ekonom|administrator|chef|processtod|handlaggar)/

const posts: ReadonlySet<string | undefined> = new Set(['fte', 'persons'])

const staffOf = ({ library }: Scope, best: KnownFact): readonly KnownFact[] =>
  library.facts.filter(
    fact =>
      fact.association === best.association &&
      fact.kind === 'staffing' &&
      fact.subject === best.subject &&
      fact.unit === best.unit &&
      !/varav|darav|tillsammans|var och en/.test(fold(fact.attribute)),
  )

/** The statements to add up: the same of several subjects where all together is asked for, or all posts of one team where no post is named. */
const addendsOf = (scope: Scope, question: FactQuestion, found: readonly FoundFact[]): readonly KnownFact[] => {
  const [best] = found
  if (!best || typeof best.fact.value !== 'number') return []
  const namesRole = question.words.some(({ text }) => isRole.test(fold(text))) || question.topics.includes('staffing-role')
  const all = together.test(fold(scope.text))
  if (all && namesRole) {
    const attribute = best.fact.attribute.split(',')[0] ?? ''
    const alike = distinctFacts(found).filter(
      ({ fact, score }) => fact.attribute.split(',')[0] === attribute && fact.unit === best.fact.unit && score > best.score - 0.2,
    )
    const subjects = new Set(alike.map(({ fact }) => fact.subject))
    return subjects.size > 1 && alike.length === subjects.size ? alike.map(({ fact }) => fact) : []
  }
  const ofOffice =
    question.topics.includes('employees') &&
    (fold(best.fact.subject) === 'kansli' || question.words.some(({ weight, topics }) => weight >= 1 && topics.length === 0))
  const asksStaff = question.expected === 'fte' || ofOffice
  return asksStaff && !namesRole && best.fact.kind === 'staffing' && posts.has(best.fact.unit) && !/^egna/.test(fold(best.fact.attribute))
    ? staffOf(scope, best.fact)
    : []
}

/** The same statement of several subjects added up: the employment officers of all teams, the posts of one team. */
export const sumOfAlike = (scope: Scope, association: string, question: FactQuestion, found: readonly FoundFact[]): Draft | undefined => {
  const [best] = found
  const chosen = addendsOf(scope, question, found)
  if (!best || chosen.length < 2) return undefined
  const { language, library } = scope
  const calculation = run(scope, { op: 'sum', of: chosen.map(fact => factQuery(fact)) })
  if (!calculation) return undefined
  const list = chosen.map(fact => factSentence(scope, association, fact)).join(' ')
  return answered(
    'fact',
    `${language === 'sv' ? 'Tillsammans' : 'Together'} ${amountWords(calculation, language)} (${associationWords(library, association)}). ${list}`,
    [{ calculation }],
    {
      facts: chosen.map(fact => ({ label: factLabel(fact), value: valueWords(fact, language), sources: [citationOf(fact)] })),
      confidence: Math.min(0.85, best.score),
    },
  )
}
