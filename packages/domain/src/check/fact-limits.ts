import type { Calculation, EvaluationFailure } from '../calculate/calculation.ts'
import type { Context } from '../calculate/context.ts'
import { factLeaf, factUnit } from '../calculate/fact.ts'
import { changeOf, shareOf } from '../calculate/operations.ts'
import type { Library } from '../library/library.ts'
import { calendarYear, yearOf } from '../model/period.ts'
import { failure, type Result, success } from '../model/result.ts'
import { fold } from '../text/fold.ts'
import { findingAt, type Rule, type Scope, verdictOf } from './rule.ts'
import { conceptIn, selectorOf } from './scope.ts'

type LibraryFact = Library['facts'][number]

const wordsOf = (fact: LibraryFact): string => fold(`${fact.subject} ${fact.attribute} ${fact.printed} ${fact.context}`)
const factsOf = ({ library }: Context, scope: Scope): readonly LibraryFact[] =>
  library.facts.filter(
    fact =>
      fact.association === scope.association && typeof fact.value === 'number' && (!scope.document || fact.document === scope.document),
  )

const namesCeiling = /\b(tak|hogst|maximalt|max|overstiga|overskrida|ceiling|at most)\b/

/** The association's own ceiling of equity: a percent of contributions or an amount, as a fact states it. */
function ceilingOf(context: Context, scope: Scope): LibraryFact | undefined {
  const candidates = factsOf(context, scope).filter(fact => {
    const words = wordsOf(fact)
    const unit = factUnit(fact.unit)
    return (
      /eget kapital|egna kapital|equity/.test(words) &&
      (fact.qualifier === 'max' || namesCeiling.test(words)) &&
      (unit === 'percent' || unit === 'kr' || unit === 'tkr' || unit === 'mnkr')
    )
  })
  return candidates.find(fact => factUnit(fact.unit) === 'percent') ?? candidates[0]
}

function against(context: Context, equity: Calculation, limit: Calculation, scope: Scope): Result<Calculation, EvaluationFailure> {
  if (limit.result.unit === 'kr') return success(equity)
  const selector = selectorOf(context, scope)
  const contributions = context.run(conceptIn(selector, 'contributions'))
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
    const fact = ceilingOf(context, scope)
    if (!fact) return failure('rule-not-applicable', `No document of "${scope.association}" states a ceiling for equity.`)
    const limit = factLeaf(context.library, fact.id, undefined, fact.document)
    if (!limit.ok) return limit
    const selector = selectorOf(context, scope)
    const equity = context.run(conceptIn(selector, 'closing-equity'))
    if (!equity.ok) return equity
    const measured = against(context, equity.value, limit.value, scope)
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

const namesLimit = /sparr|som mest (kan )?minska|hogst .* minskning|limit|at most .* decrease/
const namesDecrease = /minskning|minska|minskas|sankning|sanks|lagre|decrease|reduction/

/** The decrease of the state's contribution: from last year's amount where both are printed, else as a fact states it (the largest of several). */
function decreaseOf(context: Context, scope: Scope, limit: LibraryFact): Result<Calculation, EvaluationFailure> {
  const selector = selectorOf(context, scope)
  const now = context.run(conceptIn(selector, 'contribution-state'))
  if (now.ok && selector.period) {
    const before = context.run(
      conceptIn(
        { association: scope.association, target: selector.target, period: calendarYear(yearOf(selector.period) - 1) },
        'contribution-state',
      ),
    )
    if (before.ok) {
      const change = changeOf(before.value, now.value, 'percent')
      if (change.ok) {
        const { value, low, high } = change.value.result
        return success({ ...change.value, result: { value: -value, low: -high, high: -low, unit: 'percent' } })
      }
    }
  }
  const stated = factsOf(context, scope)
    .filter(
      fact =>
        fact.id !== limit.id &&
        factUnit(fact.unit) === 'percent' &&
        namesDecrease.test(wordsOf(fact)) &&
        !/sparr/.test(fold(`${fact.subject} ${fact.attribute}`)),
    )
    .toSorted((one, other) => Number(other.value) - Number(one.value))[0]
  if (!stated)
    return failure(
      'rule-not-applicable',
      `Neither last year's contribution of the state nor its decrease is printed for "${scope.association}".`,
    )
  return factLeaf(context.library, stated.id, undefined, stated.document)
}

/** The state's contribution falls by at most the limit of the allotment model, which is a fact of the document. */
export const tenPercentLimit: Rule = {
  id: 'ten-percent-limit',
  name: { sv: 'Tioprocentsspärren', en: 'Ten-percent limit' },
  states: {
    sv: 'Statens bidrag minskar med högst den andel per år som tilldelningsmodellen anger.',
    en: "The state's contribution falls by at most the share a year that the allotment model sets.",
  },
  source: { sv: 'Statens tilldelningsmodell, som dokumentet återger den', en: "The state's allotment model, as the document states it" },
  check: (context, scope) => {
    const fact = factsOf(context, scope).find(one => factUnit(one.unit) === 'percent' && namesLimit.test(wordsOf(one)))
    if (!fact) return failure('rule-not-applicable', `No document of "${scope.association}" states a limit for the yearly decrease.`)
    const limit = factLeaf(context.library, fact.id, undefined, fact.document)
    if (!limit.ok) return limit
    const decrease = decreaseOf(context, scope, fact)
    if (!decrease.ok) return decrease
    const inputs = [decrease.value, limit.value]
    const holds = decrease.value.result.low <= limit.value.result.value
    const findings = holds
      ? []
      : [findingAt('decrease-above-limit', 'warning', inputs, { decrease: decrease.value.result.value, limit: limit.value.result.value })]
    const label = { sv: 'Minskning av statens bidrag', en: "Decrease of the state's contribution" }
    return success(
      verdictOf('ten-percent-limit', label, decrease.value.result, inputs, {
        holds,
        findings,
        scope: { ...scope, ...selectorOf(context, scope) },
      }),
    )
  },
}
