import type { ConceptId } from '../concepts/concept.ts'
import { conceptNames, isWithin } from '../concepts/concept-table.ts'
import type { Library } from '../library/library.ts'
import { refusal, success } from '../model/result.ts'
import type { Selector } from '../query/target.ts'
import { holdsAllCosts } from './all-costs.ts'
import type { Calculation } from './calculation.ts'
import { type Context, conceptQuery, type Outcome } from './context.ts'
import { changeOf, sumOf } from './operations.ts'
import { withDefaults } from './select.ts'
import { sumOfLines } from './sum-of-lines.ts'

/** A way to compute a concept that is not printed: what must be known, and what counts where it is. */
type Recipe =
  | {
      readonly sum: readonly ConceptId[]
      readonly also?: readonly ConceptId[]
      readonly note?: string
      /** Whether a sum is complete: one that leaves something of its tables out is none. */
      readonly complete?: (library: Library, sum: Calculation) => boolean
    }
  | { readonly from: ConceptId; readonly to: ConceptId }
  | { readonly lines: readonly ConceptId[] }
  | { readonly linesWithin: ConceptId }

const recipes: Partial<Record<ConceptId, readonly Recipe[]>> = {
  contributions: [
    { sum: ['contribution-state', 'contribution-region', 'contributions-municipalities'] },
    { sum: ['total-income'], note: 'total-income-as-contributions' },
  ],
  'contributions-municipalities': [{ lines: ['contribution-municipality'] }],
  'contribution-municipality': [{ sum: ['contributions-municipalities'] }],
  'total-income': [{ sum: ['contributions'], also: ['other-income', 'financial-income'] }],
  'available-funds': [{ sum: ['total-income'], also: ['brought-forward', 'transferred-in'] }],
  administration: [{ linesWithin: 'administration' }, { from: 'initiatives', to: 'total-costs' }],
  initiatives: [
    { sum: ['initiatives-individual', 'initiatives-structural'] },
    { lines: ['initiative'] },
    { from: 'administration', to: 'total-costs' },
  ],
  'total-costs': [{ sum: ['administration', 'initiatives'], complete: holdsAllCosts }],
  'net-cost': [{ from: 'total-costs', to: 'total-income' }],
  'current-assets': [{ lines: ['receivables', 'prepaid-costs', 'cash'] }],
  assets: [{ sum: ['equity-and-liabilities'] }, { sum: ['current-assets'] }],
  liabilities: [{ sum: ['current-liabilities'] }],
  'current-liabilities': [{ sum: ['liabilities'], note: 'liabilities-as-current' }],
  'equity-and-liabilities': [{ sum: ['equity', 'liabilities'] }],
  cash: [{ sum: ['closing-cash'] }],
  'closing-cash': [{ sum: ['cash'] }],
}

/** Concepts that several rows of one table may print apart, so that the rows add up to them. */
const printedApart: ReadonlySet<ConceptId> = new Set<ConceptId>([
  'contribution-state',
  'contribution-region',
  'other-income',
  'brought-forward',
  'transferred-in',
  'board',
  'office',
  'audit',
  'accounting',
  'information',
  'other-administration',
  'receivables',
  'prepaid-costs',
  'participants',
  'population',
])

function renamed(concept: ConceptId, calculation: Calculation, note?: string): Outcome {
  const notes = note ? [{ code: note, parameters: { concept } }, ...calculation.notes] : calculation.notes
  const leaf = calculation.operation === 'lookup'
  return success({ ...calculation, ...(leaf ? {} : { label: conceptNames(concept), concept }), notes })
}

function notComposed(concept: ConceptId): Outcome {
  const { sv, en } = conceptNames(concept)
  return refusal('not-printed', {
    sv: `Varken ”${sv}” eller det som det räknas ut av är tryckt.`,
    en: `Neither "${en}" nor what it is computed from is printed.`,
  })
}

function sumRecipe(context: Context, selector: Selector, concept: ConceptId, recipe: Extract<Recipe, { sum: unknown }>): Outcome {
  const inputs: Calculation[] = []
  for (const part of recipe.sum) {
    const input = context.run(conceptQuery(selector, part))
    if (!input.ok) return input
    inputs.push(input.value)
  }
  for (const part of recipe.also ?? []) {
    const input = context.run(conceptQuery(selector, part))
    if (input.ok) inputs.push(input.value)
  }
  const sum = inputs.length === 1 && inputs[0] ? success(inputs[0]) : sumOf(inputs, conceptNames(concept))
  if (sum.ok && recipe.complete?.(context.library, sum.value) === false) return notComposed(concept)
  return sum.ok ? renamed(concept, sum.value, recipe.note) : sum
}

function follow(context: Context, selector: Selector, concept: ConceptId, recipe: Recipe): Outcome {
  if ('sum' in recipe) return sumRecipe(context, selector, concept, recipe)
  if ('lines' in recipe)
    return sumOfLines(
      context,
      recipe.lines.flatMap(part => context.library.linesFor(selector.association, part)),
      selector,
      concept,
    )
  if ('linesWithin' in recipe) {
    const within = context.library
      .linesOf(selector.association)
      .filter(line => line.concept && isWithin(line.concept.id, recipe.linesWithin))
    return sumOfLines(context, within, selector, concept)
  }
  const from = context.run(conceptQuery(selector, recipe.from))
  if (!from.ok) return from
  const to = context.run(conceptQuery(selector, recipe.to))
  if (!to.ok) return to
  const difference = changeOf(from.value, to.value, 'amount')
  return difference.ok ? renamed(concept, difference.value) : difference
}

/**
 * Computes a concept that no line prints from those that are: contributions from the members' lines, costs from administration and initiatives.
 * The result says what it was added up from.
 */
export function compose(outer: Context, asked: Selector, concept: ConceptId): Outcome {
  if (outer.trail.includes(concept)) return notComposed(concept)
  const context = outer.within(concept)
  // Heads are counted at their own time, whatever year the money is of.
  const selector = concept === 'population' ? asked : withDefaults(context.library, asked)
  for (const recipe of recipes[concept] ?? (printedApart.has(concept) ? [{ lines: [concept] }] : [])) {
    const outcome = follow(context, selector, concept, recipe)
    if (outcome.ok) return outcome
  }
  return notComposed(concept)
}
