import type { Calculation, EvaluationFailure } from '../calculate/calculation.ts'
import type { Context } from '../calculate/context.ts'
import { factLeaf, factUnit } from '../calculate/fact.ts'
import { changeOf } from '../calculate/operations.ts'
import { calendarYear, yearOf } from '../model/period.ts'
import { type Result, success } from '../model/result.ts'
import { fold } from '../text/fold.ts'
import { notApplicable } from './not-applicable.ts'
import { findingAt, type Rule, type Scope, verdictOf } from './rule.ts'
import { conceptIn, selectorOf } from './scope.ts'
import { factsOf, type LibraryFact, wordsOf } from './stated-facts.ts'

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
    return notApplicable(context, scope, name => ({
      sv: `Varken statens bidrag förra året eller minskningen är tryckt för ${name}.`,
      en: `Neither last year's contribution of the state nor its decrease is printed for ${name}.`,
    }))
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
    if (!fact)
      return notApplicable(context, scope, name => ({
        sv: `Inget dokument för ${name} anger en gräns för den årliga minskningen.`,
        en: `No document of ${name} states a limit for the yearly decrease.`,
      }))
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
