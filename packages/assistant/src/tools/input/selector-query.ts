import { evaluate, type Library, type Query, type Selector } from '@finsam/domain'
import { parseAssociation } from '../names/association-name.ts'
import { parseTarget } from '../names/line-name.ts'
import { parseWantedPeriod } from '../names/period-text.ts'
import type { SelectorInput } from './selector-fields.ts'

/** The same figure at each period that its text may mean: a year is a span for a cost and its last day for a balance. */
function candidates(library: Library, input: SelectorInput): readonly Selector[] {
  const association = parseAssociation(library, input.association)
  const selector: Selector = {
    association: association.id,
    target: parseTarget(library, association.id, input.line),
    ...(input.scenario ? { scenario: input.scenario } : {}),
  }
  return input.period === undefined ? [selector] : parseWantedPeriod(input.period).map(period => ({ ...selector, period }))
}

/**
 * The look-up that a caller's names mean. Where none of the possible periods has the figure, the first is kept: the engine tells what is missing.
 *
 * @example parseSelector(library, { association: 'Västmanland', line: 'Individinsatser', period: '2024' })
 */
export function parseSelector(library: Library, input: SelectorInput): Query {
  const lookups = candidates(library, input).map((of): Query => ({ op: 'lookup', of }))
  const [first] = lookups
  const found = lookups.length > 1 ? lookups.find(lookup => evaluate(library, lookup).ok) : first
  const query = found ?? first
  if (!query) throw new RangeError('a period text means at least one period')
  return query
}
