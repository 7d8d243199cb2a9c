import type { Calculation, EvaluationFailure, Note } from '../calculate/calculation.ts'
import type { Context } from '../calculate/context.ts'
import { unknownAssociation } from '../calculate/failures.ts'
import { step, sumOf } from '../calculate/operations.ts'
import { wholeYear } from '../calculate/select.ts'
import type { ConceptId } from '../concepts/concept.ts'
import { conceptOf } from '../concepts/concept-table.ts'
import { failure, type Result, success } from '../model/result.ts'
import type { Query } from '../query/query.ts'

/** Concepts that every association has in some form, so that they add up over associations. */
export const mergeable: readonly ConceptId[] = [
  'contributions',
  'contribution-state',
  'contribution-region',
  'contributions-municipalities',
  'administration',
  'initiatives',
  'total-costs',
  'result',
  'closing-equity',
]

/** The addends of a merged amount; a merged amount is taken apart, so that the order of merging makes no difference. */
const addendsOf = (calculation: Calculation): readonly Calculation[] =>
  calculation.operation === 'sum' && calculation.notes.some(({ code }) => code === 'merged') ? calculation.inputs : [calculation]

const keyOf = ({ association = '', label, quantity }: Calculation): string => `${association} ${quantity?.id ?? label.sv}`

/** The sum of the same concept over associations, or over sums of such, with the notes of all; the order does not matter. */
export function mergeAmounts(concept: ConceptId, amounts: readonly Calculation[]): Result<Calculation, EvaluationFailure> {
  const addends = amounts.flatMap(addendsOf).toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  const words = conceptOf(concept)
  const sum = sumOf(addends, words && { sv: words.sv.name, en: words.en.name })
  if (!sum.ok) return sum
  const merged: Note = { code: 'merged', parameters: { concept, count: addends.length } }
  return success({ ...sum.value, concept, notes: [merged, ...sum.value.notes.filter(({ code }) => code !== 'merged')] })
}

function mergeConcept(
  context: Context,
  query: Extract<Query, { op: 'merge' }>,
  concept: ConceptId,
): Result<Calculation, EvaluationFailure> {
  const { associations, period, scenario } = query
  const amounts: Calculation[] = []
  for (const association of associations) {
    const asked = { association, target: { concept }, ...(period ? { period } : {}), ...(scenario ? { scenario } : {}) }
    const amount = context.run({ op: 'lookup', of: wholeYear(context.library, asked) })
    if (!amount.ok) return amount
    amounts.push(amount.value)
  }
  return mergeAmounts(concept, amounts)
}

/**
 * What several associations are together: each comparable concept added up, as `ordered`, with the notes that tell where they count differently.
 * A concept that one of them does not print is left out with a note. Without a period each is taken for the whole year of its own main document.
 */
export function evaluateMerge(context: Context, query: Extract<Query, { op: 'merge' }>): Result<Calculation, EvaluationFailure> {
  const unknown = query.associations.find(id => !context.library.association(id))
  if (unknown !== undefined) return unknownAssociation(context.library, unknown)
  const merged = mergeable.map(concept => ({ concept, outcome: mergeConcept(context, query, concept) }))
  const ordered = merged.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []))
  const missing = merged.flatMap(({ concept, outcome }): readonly Note[] =>
    outcome.ok ? [] : [{ code: 'concept-left-out', parameters: { concept, message: outcome.failure.message } }],
  )
  const costs = ordered.find(({ concept }) => concept === 'total-costs') ?? ordered[0]
  if (!costs) return failure('not-printed', 'The associations have no concept in common that is printed for all of them.')
  return success(step('merge', costs.label, costs.result, ordered, { ordered }, missing))
}
