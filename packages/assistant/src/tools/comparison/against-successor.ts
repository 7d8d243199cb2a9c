import { type Calculation, evaluate, type Library } from '@finsam/domain'
import { parseAssociation } from '../names/association-name.ts'
import { parseWantedPeriod } from '../names/period-text.ts'
import { valueOr } from '../refusal.ts'
import { ToolError } from '../tool.ts'
import type { ComparisonInput } from './comparison-input.ts'

const refuse = (message: string): never => {
  throw new ToolError('invalid-arguments', message)
}

/** The associations that a caller names, else those that the successor was formed from: all of them, or none. */
function predecessorsOf(library: Library, successor: string, named: readonly string[] | undefined): string[] {
  const of = named?.map(name => parseAssociation(library, name).id) ?? library.association(successor)?.predecessors ?? []
  const known = new Set(library.documents.map(({ association }) => association))
  const unread = of.filter(id => !known.has(id))
  if (unread.length > 0) {
    const read = of.filter(id => known.has(id)).join(', ')
    refuse(
      `There are no documents of ${unread.join(', ')}, which ${successor} was formed from too. Name in associations those to count${read ? `, such as ${read}` : ''}.`,
    )
  }
  return of.length > 0 ? [...of] : refuse(`Say in associations what ${successor} is to be compared with: it has no known predecessors.`)
}

/** Each comparable concept: what the associations come to together, and the successor's own plan beside it. */
export function compareSuccessor(
  library: Library,
  name: string,
  { associations, scenario, periods = [], line }: ComparisonInput,
): Calculation {
  if (line !== undefined) refuse('Give line or successor, not both: a successor is compared concept by concept.')
  if (periods.length > 1) refuse('A successor is compared for one period.')
  const { id } = parseAssociation(library, name)
  const [period] = periods.flatMap(text => parseWantedPeriod(text).slice(0, 1))
  const when = { ...(scenario ? { scenario } : {}), ...(period ? { period } : {}) }
  return valueOr(
    evaluate(library, { op: 'merge', associations: predecessorsOf(library, id, associations), ...when, against: { association: id } }),
  )
}
