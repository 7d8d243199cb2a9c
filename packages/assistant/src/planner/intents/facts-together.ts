import { amountWords, associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft } from '../draft.ts'
import { sameValue } from '../facts/best-fact.ts'
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

/** The same statement of several subjects added up: the employment officers of all teams, the posts of one team. */
export const sumOfAlike = (scope: Scope, association: string, best: FoundFact, found: readonly FoundFact[]): Draft | undefined => {
  if (!together.test(fold(scope.text)) || typeof best.fact.value !== 'number') return undefined
  const { language, library } = scope
  const attribute = best.fact.attribute.split(',')[0] ?? ''
  const alike = distinctFacts(found).filter(
    ({ fact, score }) => fact.attribute.split(',')[0] === attribute && fact.unit === best.fact.unit && score > best.score - 0.2,
  )
  const subjects = new Set(alike.map(({ fact }) => fact.subject))
  const staff = library.facts.filter(
    fact =>
      fact.association === association &&
      fact.kind === 'staffing' &&
      fact.subject === best.fact.subject &&
      fact.unit === best.fact.unit &&
      !/varav|tillsammans/.test(fact.attribute),
  )
  const chosen =
    subjects.size > 1 && alike.length === subjects.size
      ? alike.map(({ fact }) => fact)
      : best.fact.kind === 'staffing' && best.fact.unit === 'fte'
        ? staff
        : []
  if (chosen.length < 2) return undefined
  const calculation = run(scope, { op: 'sum', of: chosen.map(fact => factQuery(fact)) })
  if (!calculation) return undefined
  const list = chosen.map(fact => `${fact.subject}, ${fact.attribute}: ${valueWords(fact, language)}`).join('; ')
  return answered(
    'fact',
    `${language === 'sv' ? 'Tillsammans' : 'Together'} ${amountWords(calculation, language)} (${associationWords(library, association)}): ${list}.`,
    [{ calculation }],
    {
      facts: chosen.map(fact => ({ label: factLabel(fact), value: valueWords(fact, language), sources: [citationOf(fact)] })),
      confidence: Math.min(0.85, best.score),
    },
  )
}
