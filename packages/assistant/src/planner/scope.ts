import { type Calculation, evaluate, type Library, type Period, type Query, type Scenario, type Target } from '@finsam/domain'
import type { AssistantContext } from '../context.ts'
import type { Catalogue } from './catalogue.ts'
import type { Slot } from './choose-links.ts'
import type { Draft } from './draft.ts'
import type { Frame } from './frame.ts'
import type { Pick } from './pick-target.ts'

/** All that a way of asking needs to look at: the clause with what it inherits, and the associations it is about. */
export interface Scope {
  readonly context: AssistantContext
  readonly library: Library
  readonly catalogue: Catalogue
  readonly language: 'sv' | 'en'
  readonly text: string
  readonly frame: Frame
  /** The clause before, or the question before. */
  readonly prior?: Frame
  /** What the clause before came to. */
  readonly told?: Draft
  readonly associations: readonly string[]
  /** One mention of an association (or a shared name) that may mean several. */
  readonly open: boolean
  readonly every: boolean
}

/** The words of the clause as they were written. */
export const clauseText = ({ text, frame: { words, clause } }: Scope): string =>
  text.slice(words[clause.from]?.token.start ?? 0, words[clause.to - 1]?.token.end)

export const conceptId = (slot: Slot): string | undefined =>
  slot.links.flatMap(({ meaning }) => (meaning.kind === 'concept' ? [meaning.id] : []))[0]

export const hasConcept = (frame: Frame, id: string): boolean =>
  frame.targets.some(slot => slot.links.some(({ meaning }) => meaning.kind === 'concept' && meaning.id === id))

/** The query for a fact: ids are a document's own. */
export const factQuery = (fact: { readonly document: string; readonly id: string }, bound?: 'low' | 'high'): Query => ({
  op: 'fact',
  id: `${fact.document}/${fact.id}`,
  ...(bound ? { bound } : {}),
})

/** A query's result, or undefined where the library cannot give it. */
export const run = (scope: Scope, query: Query): Calculation | undefined => {
  const outcome = evaluate(scope.library, query)
  return outcome.ok ? outcome.value : undefined
}

export const lookup = (association: string, target: Target, scenario?: Scenario, period?: Period): Query => ({
  op: 'lookup',
  of: { association, target, ...(scenario ? { scenario } : {}), ...(period ? { period } : {}) },
})

/** The same concept or line at the very scenario and period of another figure. */
export const alike = (scope: Scope, slot: Slot, pick: Pick): Pick | undefined => {
  const leaf = firstLeaf(pick.calculation)
  const { scenario, period } = { scenario: pick.calculation.scenario ?? leaf.scenario, period: pick.calculation.period ?? leaf.period }
  if (!period) return undefined
  const targets = slot.links.flatMap(({ meaning }): readonly Target[] => {
    if (meaning.kind === 'concept') return [{ concept: meaning.id }]
    if (meaning.kind === 'measure') return [{ measure: meaning.id }]
    if (meaning.kind === 'lines')
      return meaning.names
        .filter(({ coverage }) => coverage > 0.8)
        .flatMap(({ name }) => name.keysIn(pick.association).map(key => ({ line: key })))
    return []
  })
  for (const target of targets) {
    const query = lookup(pick.association, target, scenario, period)
    const calculation = run(scope, query)
    if (calculation && calculation.result.unit === pick.calculation.result.unit)
      return { ...pick, query, calculation, certainty: 0.9, tokens: slot.tokens }
  }
  return undefined
}

export const firstLeaf = (calculation: Calculation): Calculation => {
  const [first] = calculation.inputs
  return first ? firstLeaf(first) : calculation
}
