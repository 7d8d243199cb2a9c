import { allOf } from '../calculate/all.ts'
import type { Calculation, Note } from '../calculate/calculation.ts'
import type { Context, Outcome } from '../calculate/context.ts'
import { unknownAssociation } from '../calculate/failures.ts'
import { changeOf, sumOf } from '../calculate/operations.ts'
import { wholeYear } from '../calculate/select.ts'
import { step } from '../calculate/step.ts'
import type { ConceptId } from '../concepts/concept.ts'
import { conceptNames } from '../concepts/concept-table.ts'
import { given } from '../model/given.ts'
import { yearOf } from '../model/period.ts'
import { refusal, success } from '../model/result.ts'
import type { Query } from '../query/query.ts'

/**
 * Concepts that every association has in some form, so that they add up over associations.
 * @example mergeable.includes('total-costs') // true
 */
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

/**
 * The sum of the same concept over associations, or over sums of such, with the notes of all; the order does not matter.
 * Fails with `units-differ` where an amount is no money.
 * @example mergeAmounts('total-costs', [costsOfNorr, costsOfSyd]) // their sum in öre, the same in whatever order
 */
export function mergeAmounts(concept: ConceptId, amounts: readonly Calculation[]): Outcome {
  const addends = amounts.flatMap(addendsOf).toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  const sum = sumOf(addends, conceptNames(concept))
  if (!sum.ok) return sum
  const merged: Note = { code: 'merged', parameters: { concept, count: addends.length } }
  return success({ ...sum.value, concept, notes: [merged, ...sum.value.notes.filter(({ code }) => code !== 'merged')] })
}

type Merge = Extract<Query, { op: 'merge' }>
type Whose = Pick<Merge, 'scenario' | 'period'>

/** An association's own amount of a concept: of the asked scenario and period, else of the whole year of its main document. */
function ownAmount(context: Context, association: string, concept: ConceptId, { scenario, period }: Whose): Outcome {
  const asked = { association, target: { concept }, ...given({ period, scenario }) }
  return context.run({ op: 'lookup', of: wholeYear(context.library, asked) })
}

function mergeConcept(context: Context, query: Merge, concept: ConceptId): Outcome {
  const amounts = allOf(query.associations, association => ownAmount(context, association, concept, query))
  return amounts.ok ? mergeAmounts(concept, amounts.value) : amounts
}

/** What the successor plans less what the associations come to together: above zero where it plans more. */
function againstSuccessor(context: Context, query: Merge, concept: ConceptId, merged: Calculation): Outcome {
  if (!query.against) return success(merged)
  const own = ownAmount(context, query.against.association, concept, query.against)
  if (!own.ok) return own
  const difference = changeOf(merged, own.value, 'amount')
  return difference.ok ? success({ ...difference.value, label: merged.label, concept }) : difference
}

const yearsOf = (calculation: Calculation): readonly number[] => [
  ...(calculation.period ? [yearOf(calculation.period)] : []),
  ...calculation.inputs.flatMap(yearsOf),
]

const listed = (years: readonly number[]): string => [...new Set(years)].toSorted().join(', ')

/** Predecessors and successor seldom print one year; the reader is told which years stand against each other. */
function yearsNote(differences: readonly Calculation[]): readonly Note[] {
  const pairs = differences.map(({ inputs: [merged, own] }) => ({
    of: merged ? yearsOf(merged) : [],
    own: own ? yearsOf(own) : [],
  }))
  const [of, own] = [listed(pairs.flatMap(pair => pair.of)), listed(pairs.flatMap(pair => pair.own))]
  return of === own ? [] : [{ code: 'merge-years', parameters: { of, own } }]
}

/**
 * What several associations are together: each comparable concept added up, as `ordered`, with the notes that tell where they count differently.
 * A concept that one of them does not print is left out with a note. Without a period each is taken for the whole year of its own main document.
 * With `against`, each concept is the successor's own plan less that sum, the two as inputs, so that the difference stands concept by concept.
 *
 * @example evaluate(library, { op: 'merge', associations: ['a', 'b'], against: { association: 'ab' } })
 */
export function evaluateMerge(context: Context, query: Merge): Outcome {
  const { against } = query
  const unknown = [...query.associations, ...(against ? [against.association] : [])].find(id => !context.library.association(id))
  if (unknown !== undefined) return unknownAssociation(context.library, unknown)
  const concepts = mergeable.map(concept => {
    const merged = mergeConcept(context, query, concept)
    return { concept, outcome: merged.ok ? againstSuccessor(context, query, concept, merged.value) : merged }
  })
  const ordered = concepts.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []))
  const missing = concepts.flatMap(({ concept, outcome }): readonly Note[] =>
    outcome.ok ? [] : [{ code: 'concept-left-out', parameters: { concept, message: outcome.failure.message } }],
  )
  const costs = ordered.find(({ concept }) => concept === 'total-costs') ?? ordered[0]
  if (!costs)
    return refusal('not-printed', {
      sv: 'Förbunden har inget begrepp gemensamt som är tryckt för alla.',
      en: 'The associations have no concept in common that is printed for all of them.',
    })
  return success(step('merge', costs.label, costs.result, ordered, { ordered }, [...missing, ...(against ? yearsNote(ordered) : [])]))
}
