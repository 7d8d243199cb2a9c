import type { MeasureId } from '../concepts/concept.ts'
import { namesOf } from '../concepts/concept-table.ts'
import { measureNamed, measureOf } from '../concepts/measure-table.ts'
import { success } from '../model/result.ts'
import type { Query } from '../query/query.ts'
import type { Selector } from '../query/target.ts'
import type { Calculation } from './calculation.ts'
import { type Context, conceptQuery, type Outcome } from './context.ts'
import { contributionsOfYear } from './full-year.ts'
import { leafOf } from './leaf.ts'
import { selectQuantity, withDefaults } from './select.ts'

/** The ways to compute each measure, the best first; each is a query of its own, so that it explains itself. */
function ways(id: MeasureId, selector: Selector, context: Context): readonly Query[] {
  const concept = (name: string): Query => conceptQuery(selector, name)
  switch (id) {
    case 'year-result':
      return [concept('result')]
    case 'contributions-total':
      return [concept('contributions')]
    case 'administration-share':
      return [{ op: 'share', part: concept('administration'), whole: concept('total-costs') }]
    case 'individual-share':
      return [{ op: 'share', part: concept('initiatives-individual'), whole: concept('initiatives') }]
    case 'structural-share':
      return [{ op: 'share', part: concept('initiatives-structural'), whole: concept('initiatives') }]
    case 'equity-ratio':
      return [{ op: 'share', part: concept('equity'), whole: concept('assets') }]
    case 'equity-to-contributions':
      return [{ op: 'share', part: concept('closing-equity'), whole: contributionsOfYear(context, selector) }]
    case 'current-ratio':
      return [
        { op: 'ratio', numerator: concept('current-assets'), denominator: concept('current-liabilities') },
        { op: 'ratio', numerator: concept('assets'), denominator: concept('current-liabilities') },
      ]
    case 'cost-per-participant':
      return [{ op: 'ratio', numerator: concept('initiatives'), denominator: concept('participants') }]
    case 'contribution-per-inhabitant':
      return [{ op: 'ratio', numerator: concept('contributions-municipalities'), denominator: populationQuery(selector) }]
    case 'contribution-per-member':
      return [{ op: 'ratio', numerator: concept('contributions'), denominator: membersQuery(selector, context) }]
    case 'own-funds-used':
      return [{ op: 'scale', of: concept('result'), factor: -1 }]
    case 'budget-use':
      return [
        {
          op: 'share',
          part: conceptQuery({ ...selector, scenario: 'actual' }, 'total-costs'),
          whole: conceptQuery({ ...selector, scenario: 'budget' }, 'total-costs'),
        },
      ]
  }
}

/** Population is counted at its own time: what the document prints is taken, whatever year the money is of. */
const populationQuery = ({ association }: Selector): Query => ({ op: 'lookup', of: { association, target: { concept: 'population' } } })

const membersQuery = ({ association }: Selector, { library }: Context): Query => ({
  op: 'constant',
  value: library.association(association)?.members.length ?? 0,
  unit: 'count',
  label: 'medlemmar / members',
})

function named(id: MeasureId, calculation: Calculation): Calculation {
  const measure = measureOf(id)
  if (!measure || calculation.operation === 'lookup') return calculation
  return { ...calculation, label: namesOf(measure), concept: id }
}

/** The measure as a document prints it, in percent; its author knew the amounts before they were rounded. */
function printedMeasure({ library, readings }: Context, id: MeasureId, selector: Selector): Outcome | undefined {
  if (measureOf(id)?.unit !== 'percent') return undefined
  const lines = library.linesOf(selector.association).filter(({ label, unit }) => unit === 'percent' && measureNamed(label) === id)
  const selected = lines.length > 0 ? selectQuantity(library, lines, selector) : undefined
  return selected?.ok ? leafOf(selected.value, readings) : undefined
}

/** A measure: as it is printed, else the first of its ways that the documents allow. */
export function evaluateMeasure(context: Context, id: MeasureId, asked: Selector): Outcome {
  const selector = withDefaults(context.library, asked)
  const printed = printedMeasure(context, id, selector)
  if (printed?.ok) return printed
  let first: Outcome | undefined
  for (const query of ways(id, selector, context)) {
    const outcome = context.run(query)
    if (outcome.ok) return success(named(id, outcome.value))
    first ??= outcome
  }
  if (!first) throw new Error(`measure ${id} has no way to be computed`)
  return first
}
