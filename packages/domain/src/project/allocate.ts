import { allOf } from '../calculate/all.ts'
import type { Calculation } from '../calculate/calculation.ts'
import type { Context, Outcome } from '../calculate/context.ts'
import { distributeBy } from '../calculate/distribute.ts'
import { unknownAssociation, unknownMember } from '../calculate/failures.ts'
import { constantLeaf, leafOf } from '../calculate/leaf.ts'
import { selectQuantity } from '../calculate/select.ts'
import type { Member } from '../model/association.ts'
import { given } from '../model/given.ts'
import { refusal, success } from '../model/result.ts'
import type { Query } from '../query/query.ts'

type Allocate = Extract<Query, { op: 'allocate' }>

/** A municipality's population: the asker's, else the printed one. */
function populationOf(context: Context, { association, populations }: Allocate, member: Member): Outcome {
  const given = populations?.[member.id]
  if (given !== undefined) {
    const leaf = constantLeaf(given, 'persons', member.name)
    return success({ ...leaf, notes: [{ code: 'population-assumed', parameters: { member: member.name, population: given } }] })
  }
  const lines = context.library.linesFor(association, 'population').filter(line => line.member === member.id)
  const selected = selectQuantity(context.library, lines, { association, target: { concept: 'population' } })
  if (!selected.ok)
    return refusal('not-printed', {
      sv: `Invånarantalet för ${member.name} är inte tryckt; ange det bland invånarantalen.`,
      en: `The population of "${member.name}" is not printed; give it among the populations.`,
    })
  const leaf = leafOf(selected.value, context.readings)
  return leaf.ok ? success({ ...leaf.value, label: { sv: member.name, en: member.name } }) : leaf
}

function amountOf(context: Context, { association, amount, scenario, period }: Allocate): Outcome {
  const target = { concept: 'contributions-municipalities' }
  return context.run(amount ?? { op: 'lookup', of: { association, target, ...given({ scenario, period }) } })
}

/** Who shares: the municipalities with people; one whose population is set to 0 pays nothing and is left out of nothing. */
const municipalitiesOf = (members: readonly Member[]): readonly Member[] => members.filter(({ kind }) => kind === 'municipality')

/**
 * What the municipalities pay together, split among them by population (*fördelning efter invånare*): each one's part as `ordered`, named after
 * the municipality; the parts sum to the amount exactly. Populations that are given replace the printed ones, and a note tells each.
 *
 * Fails with `not-printed` where a population is neither printed nor given, with `unknown-member` for a population of nobody's.
 *
 * @example evaluate(library, { op: 'allocate', association: 'a', populations: { norrby: 12_000 } })
 */
export function evaluateAllocate(context: Context, query: Allocate): Outcome {
  const { association, populations = {} } = query
  const known = context.library.association(association)
  if (!known) return unknownAssociation(context.library, association)
  const members = municipalitiesOf(known.members)
  if (members.length === 0)
    return refusal('not-printed', {
      sv: `Ingen kommun är känd som medlem i ${known.shortName}.`,
      en: `No municipality is known to be a member of ${known.shortName}.`,
    })
  const stranger = Object.keys(populations).find(id => !members.some(member => member.id === id))
  if (stranger !== undefined) return unknownMember(context.library, association, stranger)
  const amount = amountOf(context, query)
  if (!amount.ok) return amount
  const weights = allOf(members, member => populationOf(context, query, member))
  if (!weights.ok) return weights
  const split = distributeBy(amount.value, weights.value)
  return split.ok ? success(asAllocation(split.value, association)) : split
}

const asAllocation = (split: Calculation, association: string): Calculation => ({ ...split, operation: 'allocate', association })
