import type { Calculation, EvaluationFailure } from '../calculate/calculation.ts'
import type { Context } from '../calculate/context.ts'
import { factLeaf, factUnit } from '../calculate/fact.ts'
import { contributionsOfYear } from '../calculate/full-year.ts'
import { shareOf } from '../calculate/operations.ts'
import { isInstant, type Period } from '../model/period.ts'
import { type Result, success } from '../model/result.ts'
import type { Selector } from '../query/target.ts'
import { notApplicable } from './not-applicable.ts'
import { findingAt, type Rule, type Scope, verdictOf } from './rule.ts'
import { conceptIn, selectorOf } from './scope.ts'
import { factsOf, type LibraryFact, wordsOf } from './stated-facts.ts'

const namesCeiling = /\b(tak|hogst|maximalt|max|overstiga|overskrida|ceiling|at most)\b/

/**
 * The association's own ceiling of equity: a percent of contributions or an amount, as a fact states it. Where it states both, the percent holds for
 * a year's end, and the amount, which needs no year's contributions, within a year.
 */
function ceilingOf(context: Context, scope: Scope, duringYear: boolean): LibraryFact | undefined {
  const candidates = factsOf(context, scope).filter(fact => {
    const words = wordsOf(fact)
    const unit = factUnit(fact.unit)
    return (
      /eget kapital|egna kapital|equity/.test(words) &&
      fact.qualifier !== 'min' &&
      fact.value !== 0 &&
      (fact.qualifier === 'max' || namesCeiling.test(words)) &&
      (unit === 'percent' || unit === 'kr' || unit === 'tkr' || unit === 'mnkr')
    )
  })
  const percent = candidates.find(fact => factUnit(fact.unit) === 'percent')
  const amount = candidates.find(fact => fact !== percent && factUnit(fact.unit) !== 'percent')
  return (duringYear ? (amount ?? percent) : (percent ?? amount)) ?? candidates[0]
}

/** The ceiling as an amount or percent that cites its sentence; none is assumed where no document states one. */
export function ceilingLeaf(context: Context, scope: Scope, duringYear = false): Result<Calculation, EvaluationFailure> {
  const fact = ceilingOf(context, scope, duringYear)
  if (!fact)
    return notApplicable(context, scope, name => ({
      sv: `Inget dokument för ${name} anger ett tak för eget kapital.`,
      en: `No document of ${name} states a ceiling for equity.`,
    }))
  return factLeaf(context.library, fact.id, undefined, fact.document)
}

const endsYear = (period: Period): boolean => (isInstant(period) ? period.at : period.to).endsWith('-12-31')

function against(context: Context, equity: Calculation, limit: Calculation, selector: Selector): Result<Calculation, EvaluationFailure> {
  if (limit.result.unit === 'kr') return success(equity)
  const contributions = context.run(contributionsOfYear(context, selector))
  return contributions.ok ? shareOf(equity, contributions.value) : contributions
}

/** Equity at the end of the year is within the association's own ceiling. No ceiling is assumed where none is stated. */
export const equityCeiling: Rule = {
  id: 'equity-ceiling',
  name: { sv: 'Tak för eget kapital', en: 'Equity ceiling' },
  states: {
    sv: 'Eget kapital vid årets slut är högst så stort som förbundet självt har bestämt.',
    en: 'Equity at the end of the year is at most what the association itself has set.',
  },
  source: { sv: 'Förbundets eget mål, där dokumentet anger ett', en: "The association's own goal, where its document states one" },
  check: (context, scope) => {
    const selector = selectorOf(context, scope)
    const limit = ceilingLeaf(context, scope, selector.period !== undefined && !endsYear(selector.period))
    if (!limit.ok) return limit
    const equity = context.run(conceptIn(selector, 'closing-equity'))
    if (!equity.ok) return equity
    const measured = against(context, equity.value, limit.value, selector)
    if (!measured.ok) return measured
    const holds = measured.value.result.low <= limit.value.result.value
    const inputs = [measured.value, limit.value]
    const parameters = {
      equity: equity.value.result.value / 100,
      limit: limit.value.result.unit === 'kr' ? limit.value.result.value / 100 : limit.value.result.value,
      unit: limit.value.result.unit,
    }
    const findings = holds ? [] : [findingAt('equity-above-ceiling', 'warning', [equity.value, limit.value], parameters)]
    return success(
      verdictOf('equity-ceiling', measured.value.label, measured.value.result, inputs, {
        holds,
        findings,
        scope: { ...scope, ...selector },
      }),
    )
  },
}
