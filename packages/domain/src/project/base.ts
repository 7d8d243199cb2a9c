import type { Calculation, EvaluationFailure } from '../calculate/calculation.ts'
import type { Context } from '../calculate/context.ts'
import { given } from '../model/given.ts'
import { calendarYear, type Period, yearOf } from '../model/period.ts'
import type { Scenario } from '../model/reading.ts'
import type { Result } from '../model/result.ts'
import { success } from '../model/result.ts'
import type { Target } from '../query/target.ts'

/** What a projection starts from: an association's base year and scenario. */
export interface Ground {
  readonly context: Context
  readonly association: string
  readonly base: Period
  readonly scenario?: Scenario
}

const printedIn = ({ context, association, base, scenario }: Ground, target: Target, year: number) => {
  const isBase = year === yearOf(base)
  const period = isBase ? base : calendarYear(year)
  const asked = isBase ? scenario : (scenario ?? 'budget')
  const first = context.run({ op: 'lookup', of: { association, target, period, ...given({ scenario: asked }) } })
  if (first.ok || isBase || asked === 'budget') return first
  return context.run({ op: 'lookup', of: { association, target, period, scenario: 'budget' } })
}

/**
 * The amount of a year without any assumption: printed for the year (a plan counts), else that of the year before, told in a note.
 * Fails where not even the base year prints it.
 */
export function unchanged(ground: Ground, target: Target, year: number): Result<Calculation, EvaluationFailure> {
  const printed = printedIn(ground, target, year)
  if (printed.ok || year <= yearOf(ground.base)) return printed
  const before = unchanged(ground, target, year - 1)
  if (!before.ok) return before
  const repeated = before.value.notes.find(({ code }) => code === 'repeated-year')
  const from = repeated ? Number(repeated.parameters.from) : year - 1
  const others = before.value.notes.filter(({ code }) => code !== 'repeated-year')
  return success({ ...before.value, notes: [...others, { code: 'repeated-year', parameters: { year, from } }] })
}
