import type { Calculation, EvaluationFailure } from '../calculate/calculation.ts'
import type { Context, Outcome } from '../calculate/context.ts'
import { unknownAssociation } from '../calculate/failures.ts'
import { joinNotes } from '../calculate/trust.ts'
import { given } from '../model/given.ts'
import { yearOf } from '../model/period.ts'
import { type Result, refusal, success } from '../model/result.ts'
import type { Query } from '../query/query.ts'
import { amountIn } from './amounts.ts'
import { assumptionNote, knownAssumptions } from './assumption-notes.ts'
import type { Ground } from './base.ts'
import { withKeptSplit } from './kept-split.ts'

const mostYears = 60

/** What a what-if stands on; refused for an association that is unknown or a year outside its reach. */
export function groundOf(
  context: Context,
  query: Pick<Extract<Query, { op: 'project' }>, 'association' | 'base' | 'scenario'>,
  through: number,
): Result<Ground, EvaluationFailure> {
  const { association, base, scenario } = query
  if (!context.library.association(association)) return unknownAssociation(context.library, association)
  const first = yearOf(base)
  if (through < first || through > first + mostYears)
    return refusal('rule-not-applicable', {
      sv: `En framräkning går från sitt första år (${first}) till högst ${mostYears} år senare; ${through} ligger utanför.`,
      en: `A projection runs from its base year (${first}) to at most ${mostYears} years later; ${through} is outside.`,
    })
  return success({ context, association, base, ...given({ scenario }) })
}

/**
 * What a target becomes under assumptions, year by year from the base to `through`: printed plans where they are, the year before repeated where not.
 * The result is the last year's; `ordered` holds all years; every assumption is among the notes.
 */
export function evaluateProject(context: Context, query: Extract<Query, { op: 'project' }>): Outcome {
  const { of, through, name } = query
  const ground = groundOf(context, query, through)
  if (!ground.ok) return ground
  const known = knownAssumptions(ground.value, query.assumptions)
  if (!known.ok) return known
  const { assumptions, notes } = withKeptSplit(ground.value, known.value, of)
  const years: Calculation[] = []
  for (let year = yearOf(query.base); year <= through; year++) {
    const outcome = amountIn(ground.value, assumptions, of, year)
    if (!outcome.ok) return outcome
    years.push(outcome.value)
  }
  const last = years.at(-1)
  if (!last) throw new Error('a projection without years')
  const told = [...query.assumptions.map(assumption => assumptionNote(ground.value, assumption)), ...notes]
  return success({ ...last, ...(name ? { name } : {}), operation: 'project', ordered: years, notes: joinNotes(years, told) })
}
