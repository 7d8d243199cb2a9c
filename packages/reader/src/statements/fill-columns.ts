import type { ColumnRelation } from '../reconcile/column-relations.ts'
import type { ColumnPlan } from './column-plan.ts'
import type { DocumentTraits } from './document-traits.ts'
import type { KnownColumn } from './known-columns.ts'

/** Pairs of columns where the closing balance of one is the opening balance of the next. */
export type Chain = readonly (readonly [number, number])[]

/** What tells of a column besides its header: known columns with its figures, the chain of balances, what it is the difference of. */
interface Surroundings {
  readonly matches: readonly (KnownColumn | undefined)[]
  readonly chain: Chain
  readonly relations: readonly ColumnRelation[]
}

/**
 * Columns with the scenario and time that the header leaves open: those of a known column with the same figures, of the chain of balances,
 * of the columns beside.
 */
export function fillIn(
  plans: readonly ColumnPlan[],
  { matches, chain, relations }: Surroundings,
  traits: DocumentTraits,
): readonly ColumnPlan[] {
  let filled = plans.map((plan, column) => fromMatch(plan, matches[column]))
  for (let round = 0; round < plans.length; round += 1) {
    filled = filled.map((plan, column) => {
      if (plan.year !== undefined || plan.days.length > 0) return plan
      const after = chain.find(([from]) => from === column)
      const before = chain.find(([, to]) => to === column)
      const later = after ? filled[after[1]]?.year : undefined
      const earlier = before ? filled[before[0]]?.year : undefined
      const year = later !== undefined ? later - 1 : earlier !== undefined ? earlier + 1 : undefined
      return year === undefined
        ? plan
        : { ...plan, year, because: [...plan.because, 'closing balance of one column is the opening balance of the next'] }
    })
  }
  return byNeighbours(filled, traits, relations)
}

function fromMatch(plan: ColumnPlan, match: KnownColumn | undefined): ColumnPlan {
  if (!match || plan.scenario === 'variance') return plan
  const timeless = plan.year === undefined && plan.days.length === 0
  const added = (plan.scenario === undefined && match.scenario !== undefined) || timeless
  if (!added) return plan
  const scenario = plan.scenario ?? match.scenario
  return {
    ...plan,
    ...(scenario ? { scenario } : {}),
    ...(timeless && match.year !== undefined ? { year: match.year } : {}),
    days: timeless ? match.days : plan.days,
    because: [...plan.because, `the same figures stand in ${match.where}`],
  }
}

/** The later of the two columns before a variance, where both are of one scenario. */
function laterOfTwo(plans: readonly ColumnPlan[], column: number): Pick<ColumnPlan, 'year' | 'days'> | undefined {
  const [a, b] = [plans[column - 2], plans[column - 1]]
  if (!a || !b || a.scenario === 'variance' || a.scenario !== b.scenario) return undefined
  const [first, second] = [timeOf(a), timeOf(b)]
  if (first === '' || second === '' || first === second) return undefined
  const later = first > second ? a : b
  return { ...(later.year === undefined ? {} : { year: later.year }), days: later.days }
}

const timeOf = (plan: ColumnPlan): string => plan.days.at(-1) ?? (plan.year === undefined ? '' : `${plan.year}-12-31`)

/** Columns without a year take it from their neighbours: a budget beside a forecast is of its year, outcome and budget of a report of the year itself. */
function byNeighbours(plans: readonly ColumnPlan[], traits: DocumentTraits, relations: readonly ColumnRelation[]): readonly ColumnPlan[] {
  return plans.map((plan, column) => {
    if (plan.year !== undefined || plan.days.length > 0) return plan
    const compared = plan.scenario === 'variance' ? laterOfTwo(plans, column) : undefined
    if (compared) return { ...plan, ...compared, because: [...plan.because, 'the later of the columns it compares'] }
    const parts =
      relations.find(relation => relation.column === column && relation.kind === 'difference')?.of.map(part => plans[part]) ?? []
    const left = [plans[column - 1], plans[column - 2], plans[column + 1]]
    const near = plan.scenario !== 'variance' ? [plans[column + 1], plans[column - 1]] : parts.length > 0 ? [...parts].reverse() : left
    const sides = near.filter(side => side !== undefined)
    const beside = sides.find(
      side => side.year !== undefined && side.scenario !== undefined && side.scenario !== plan.scenario && side.scenario !== 'plan',
    )
    const days =
      plan.scenario === 'variance' && near[0]?.year === undefined ? near.find(side => side && side.days.length > 0)?.days : undefined
    if (days) return { ...plan, days, because: [...plan.because, 'the day of the column beside it'] }
    if (plan.scenario && beside?.year !== undefined && plans.length > 1) {
      return { ...plan, year: beside.year, because: [...plan.because, 'the year of the column beside it'] }
    }
    const dated = plans.find(other => other.days.length > 0)
    if (
      (plan.scenario === 'variance' || plan.scenario === 'budget') &&
      !plan.months &&
      dated &&
      traits.kind === 'report' &&
      plans.every(other => other.year === undefined)
    ) {
      return { ...plan, days: dated.days, because: [...plan.because, 'the day of the outcome beside it'] }
    }
    if (traits.fiscalYear === undefined) return plan
    return { ...plan, year: traits.fiscalYear, because: [...plan.because, 'the year of the document'] }
  })
}
