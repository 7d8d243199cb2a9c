import type { Citation } from '../../answer/answer.ts'
import { plainSource } from '../../answer/plain-source.ts'
import type { DraftFact, DraftFigure } from '../draft.ts'
import { factQuery, run, type Scope } from '../scope.ts'
import type { KnownFact } from './fact-index.ts'
import { factLabel, valueWords } from './fact-words.ts'

export const citationOf = (fact: KnownFact): Citation => ({
  document: fact.document,
  ...(fact.source.page ? { page: fact.source.page } : {}),
  line: fact.source.line,
  text: plainSource(fact.source.text),
  ...(fact.source.place ? { place: fact.source.place } : {}),
})

interface Told {
  readonly fact: KnownFact
  readonly figures: readonly DraftFigure[]
  readonly facts: readonly DraftFact[]
}

/** A fact as figures where it is a number, else as a fact with its words. */
export const tell = (scope: Scope, fact: KnownFact): Told => {
  const label = factLabel(fact)
  const named: DraftFact = { label, value: valueWords(fact, scope.language), sources: [citationOf(fact)] }
  if (typeof fact.value === 'number') {
    const calculation = run(scope, factQuery(fact))
    return { fact, figures: calculation ? [{ calculation, label }] : [], facts: calculation ? [] : [named] }
  }
  if (typeof fact.value === 'object' && !Array.isArray(fact.value)) {
    const bounds = (['low', 'high'] as const).flatMap(bound => {
      const calculation = run(scope, factQuery(fact, bound))
      return calculation ? [{ calculation, label: `${label}, ${bound === 'low' ? 'från' : 'till'}` }] : []
    })
    return { fact, figures: bounds, facts: [named] }
  }
  return { fact, figures: [], facts: [named] }
}
