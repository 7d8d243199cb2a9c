import type { Calculation } from '../calculate/calculation.ts'
import type { Context, Outcome } from '../calculate/context.ts'
import { divideIntervals, valueIn } from '../calculate/interval.ts'
import { constantLeaf } from '../calculate/leaf.ts'
import { changeOf, sumOf } from '../calculate/operations.ts'
import { step } from '../calculate/step.ts'
import { ceilingLeaf } from '../check/equity-ceiling.ts'
import { formatAmount } from '../explain/format-amount.ts'
import type { Words } from '../model/language.ts'
import { calendarYear } from '../model/period.ts'
import { refusal, success } from '../model/result.ts'
import type { Supposition } from '../query/assumption.ts'
import type { Goal } from '../query/goal.ts'
import type { Query } from '../query/query.ts'
import { amountIn } from './amounts.ts'
import { assumptionNote, knownAssumptions } from './assumption-notes.ts'
import type { Ground } from './base.ts'
import { withKeptSplit } from './kept-split.ts'
import { groundOf } from './project.ts'

const kr = (amount: number): Calculation => constantLeaf(Math.round(amount * 100), 'kr', 'mål / goal')

const contributions = { concept: 'contributions' } as const

function labelOf(goal: Goal, limit: Calculation, year: number): Words {
  const amount = (language: 'sv' | 'en'): string => formatAmount(limit.result.value, limit.result.unit, language)
  const what =
    'result' in goal
      ? { sv: `årets resultat ${amount('sv')}`, en: `a result of ${amount('en')}` }
      : limit.result.unit === 'percent'
        ? { sv: `eget kapital på ${amount('sv')} av bidragen`, en: `equity at ${amount('en')} of the contributions` }
        : { sv: `eget kapital på ${amount('sv')}`, en: `equity of ${amount('en')}` }
  return { sv: `Medlemsbidrag ${year} som ger ${what.sv}`, en: `Member contributions ${year} that give ${what.en}` }
}

/** What is to be reached: an amount, or a percent of the contributions themselves. */
function limitOf({ context, association }: Ground, goal: Goal): Outcome {
  if ('result' in goal) return success(kr(goal.result))
  if ('equityPercent' in goal) return success(constantLeaf(goal.equityPercent, 'percent', 'mål / goal'))
  return goal.equity === 'ceiling' ? ceilingLeaf(context, { association }) : success(kr(goal.equity))
}

/** Contributions, and what is lacking to the goal: every krona of contributions is a krona of result and of equity. */
function solvedByDifference(now: Calculation, reached: Calculation, limit: Calculation, label: Words): Outcome {
  const lacking = changeOf(reached, limit, 'amount')
  if (!lacking.ok) return lacking
  const sum = sumOf([now, lacking.value], label)
  return sum.ok ? success(step('solve', label, sum.value.result, sum.value.inputs)) : sum
}

/**
 * Equity grows with the contributions, and so does what it is measured against. With contributions C, equity E and a part p of the
 * contributions, E + (x − C) = p · x gives x = (C − E) / (1 − p).
 */
function solvedByPart(now: Calculation, equity: Calculation, part: Calculation, label: Words): Outcome {
  const own = changeOf(equity, now, 'amount')
  const rest = changeOf(part, constantLeaf(100, 'percent', '100 %'), 'amount')
  if (!own.ok || !rest.ok) return own.ok ? rest : own
  if (part.result.value >= 100)
    return refusal('rule-not-applicable', {
      sv: 'Inget bidrag ger ett eget kapital som är minst lika stort som bidragen själva; ange mindre än 100 procent.',
      en: 'Equity at the whole of the contributions or more has no such contribution; give less than 100 percent.',
    })
  const result = valueIn(divideIntervals(own.value.result, rest.value.result, 100), 'kr')
  return success(step('solve', label, result, [own.value, rest.value]))
}

function solved(ground: Ground, assumptions: readonly Supposition[], goal: Goal, year: number): Outcome {
  const limit = limitOf(ground, goal)
  if (!limit.ok) return limit
  const now = amountIn(ground, assumptions, contributions, year)
  if (!now.ok) return now
  const reached = amountIn(ground, assumptions, { concept: 'result' in goal ? 'result' : 'closing-equity' }, year)
  if (!reached.ok) return reached
  const label = labelOf(goal, limit.value, year)
  return limit.value.result.unit === 'percent'
    ? solvedByPart(now.value, reached.value, limit.value, label)
    : solvedByDifference(now.value, reached.value, limit.value, label)
}

/**
 * The contributions of a year that bring about a goal, all else as printed and assumed: the year's result at zero, or equity at an amount,
 * at a percent of the contributions or at the association's own ceiling, which is cited. The amount is in öre and is no printed one.
 *
 * Fails with `rule-not-applicable` where no document states a ceiling, and where not even no contribution at all would do.
 *
 * @example evaluate(library, { op: 'solve', association: 'a', base: calendarYear(2026), year: 2027, goal: { result: 0 }, assumptions: [] })
 */
export function evaluateSolve(context: Context, query: Extract<Query, { op: 'solve' }>): Outcome {
  const { goal, year } = query
  const ground = groundOf(context, query, year)
  if (!ground.ok) return ground
  const known = knownAssumptions(ground.value, query.assumptions)
  if (!known.ok) return known
  const { assumptions, notes } = withKeptSplit(ground.value, known.value, contributions)
  const outcome = solved(ground.value, assumptions, goal, year)
  if (!outcome.ok) return outcome
  if (outcome.value.result.value < 0)
    return refusal('rule-not-applicable', {
      sv: `Inte ens utan något bidrag ${year} nås målet: beloppet skulle bli mindre än noll.`,
      en: `Not even without any contribution in ${year} is the goal reached: the amount would be below zero.`,
    })
  const told = [...query.assumptions.map(assumption => assumptionNote(ground.value, assumption)), ...notes]
  return success({ ...outcome.value, period: calendarYear(year), concept: 'contributions', notes: [...told, ...outcome.value.notes] })
}
