import type { Calculation, EvaluationFailure, Note } from '../calculate/calculation.ts'
import { addIntervals, type Interval, subtractIntervals, valueIn } from '../calculate/interval.ts'
import { changeOf, scaleBy, shareOf, sumOf } from '../calculate/operations.ts'
import { fullTrust, joinNotes, weakestTrust } from '../calculate/trust.ts'
import { conceptOf, namesOf } from '../concepts/concept-table.ts'
import { measureOf } from '../concepts/measure-table.ts'
import { bothLanguages } from '../explain/words.ts'
import { given } from '../model/given.ts'
import type { Words } from '../model/language.ts'
import { calendarYear, yearOf } from '../model/period.ts'
import { type Result, refusal, success } from '../model/result.ts'
import type { Supposition } from '../query/assumption.ts'
import type { Target } from '../query/target.ts'
import { deltaFor, deltaOfResult } from './assumption.ts'
import { type Ground, unchanged } from './base.ts'

type Outcome = Result<Calculation, EvaluationFailure>

/** What a target is called. */
export function targetWords(ground: Ground, target: Target): Words {
  const { library } = ground.context
  if ('line' in target) return bothLanguages(library.line(target.line)?.label ?? target.line)
  if ('member' in target) return bothLanguages(library.member(target.member)?.name ?? target.member)
  const named = 'concept' in target ? (conceptOf(target.concept) ?? measureOf(target.concept)) : measureOf(target.measure)
  return named ? namesOf(named) : bothLanguages(JSON.stringify(target))
}

const ofYear = (words: Words, year: number): Words => ({ sv: `${words.sv} ${year}, antaget`, en: `${words.en} ${year}, assumed` })

/** A projected amount is never taken for a printed one: its operation, its label and its notes say so. */
function projected(
  label: Words,
  year: number,
  base: Calculation,
  inputs: readonly Calculation[],
  notes: readonly Note[] = [],
): Calculation {
  return {
    operation: 'project',
    label: ofYear(label, year),
    result: base.result,
    inputs,
    ...given({ association: base.association }),
    period: calendarYear(year),
    trust: weakestTrust(inputs),
    notes: joinNotes(inputs, notes),
  }
}

/** What the assumptions add, as an operand. */
const assumedChange = (result: Calculation['result']): Calculation => ({
  operation: 'constant',
  label: { sv: 'Antagen ändring', en: 'Assumed change' },
  result,
  inputs: [],
  trust: fullTrust,
  notes: [],
})

/** An amount of a year with what the assumptions add to it. */
function changedBy(label: Words, year: number, base: Calculation, delta: Interval, notes?: readonly Note[]): Calculation {
  const { unit } = base.result
  const inputs = delta.value === 0 ? [base] : [base, assumedChange(valueIn(delta, unit))]
  return { ...projected(label, year, base, inputs, notes), result: valueIn(addIntervals([base.result, delta]), unit) }
}

/** A printed target with what the assumptions add to it. */
function changedAmount(ground: Ground, assumptions: readonly Supposition[], target: Target, year: number): Outcome {
  const base = unchanged(ground, target, year)
  if (!base.ok) return base
  const added = deltaFor(ground, assumptions, target, year)
  return added.ok ? success(changedBy(targetWords(ground, target), year, base.value, added.value.delta, added.value.notes)) : added
}

function yearResult(ground: Ground, assumptions: readonly Supposition[], year: number): Outcome {
  const income = amountIn(ground, assumptions, { concept: 'total-income' }, year)
  if (!income.ok) return income
  const costs = amountIn(ground, assumptions, { concept: 'total-costs' }, year)
  if (!costs.ok) return costs
  const difference = changeOf(costs.value, income.value, 'amount')
  if (!difference.ok) return difference
  const added = deltaOfResult(ground, assumptions, year)
  return added.ok ? success(changedBy(targetWords(ground, { measure: 'year-result' }), year, difference.value, added.value)) : added
}

/** Closing equity of the base year as printed, with what the assumptions add to funds and take from costs. */
function closingOfBase(ground: Ground, assumptions: readonly Supposition[], year: number): Outcome {
  const target: Target = { concept: 'closing-equity' }
  const printed = unchanged(ground, target, year)
  if (!printed.ok) return printed
  const added = deltaOfFunds(ground, assumptions, year)
  return added.ok ? success(changedBy(targetWords(ground, target), year, printed.value, added.value.delta, added.value.notes)) : added
}

/** Closing equity: that of the base year, then each year's result on top of the year before. */
function closingEquity(ground: Ground, assumptions: readonly Supposition[], year: number): Outcome {
  if (year === yearOf(ground.base)) return closingOfBase(ground, assumptions, year)
  const before = closingEquity(ground, assumptions, year - 1)
  if (!before.ok) return before
  const result = yearResult(ground, assumptions, year)
  if (!result.ok) return result
  const words = targetWords(ground, { concept: 'closing-equity' })
  const sum = sumOf([before.value, result.value], words)
  if (!sum.ok) return sum
  const ranOut = before.value.result.value >= 0 && sum.value.result.value < 0
  return success(projected(words, year, sum.value, sum.value.inputs, ranOut ? [{ code: 'equity-runs-out', parameters: { year } }] : []))
}

/**
 * What the assumptions add to a year's funds less what they add to its costs: the plan's own amounts cancel out, and their rounding with them.
 * Funds taken over or brought forward count here, though they are no income of the year.
 */
function deltaOfFunds(ground: Ground, assumptions: readonly Supposition[], year: number) {
  const funds = deltaFor(ground, assumptions, { concept: 'available-funds' }, year)
  if (!funds.ok) return funds
  const costs = deltaFor(ground, assumptions, { concept: 'total-costs' }, year)
  if (!costs.ok) return costs
  const result = deltaOfResult(ground, assumptions, year)
  if (!result.ok) return result
  const delta = subtractIntervals(addIntervals([funds.value.delta, result.value]), costs.value.delta)
  return success({ delta, notes: [...funds.value.notes, ...costs.value.notes] })
}

const shares: Readonly<Record<string, readonly [part: string, whole: string]>> = {
  'administration-share': ['administration', 'total-costs'],
  'individual-share': ['initiatives-individual', 'initiatives'],
  'structural-share': ['initiatives-structural', 'initiatives'],
  'equity-to-contributions': ['closing-equity', 'contributions'],
}

function measureIn(ground: Ground, assumptions: readonly Supposition[], measure: string, year: number): Outcome {
  if (measure === 'year-result') return yearResult(ground, assumptions, year)
  if (measure === 'contributions-total') return amountIn(ground, assumptions, { concept: 'contributions' }, year)
  if (measure === 'own-funds-used') {
    const result = yearResult(ground, assumptions, year)
    return result.ok ? scaleBy(result.value, -1) : result
  }
  const pair = shares[measure]
  if (!pair) {
    const { sv, en } = targetWords(ground, { measure })
    return refusal('rule-not-applicable', {
      sv: `”${sv}” går inte att räkna fram i tiden; fråga efter beloppen som det räknas ut av.`,
      en: `"${en}" cannot be projected; ask for the amounts it is computed from.`,
    })
  }
  const part = amountIn(ground, assumptions, { concept: pair[0] }, year)
  if (!part.ok) return part
  const whole = amountIn(ground, assumptions, { concept: pair[1] }, year)
  if (!whole.ok) return whole
  const share = shareOf(part.value, whole.value)
  return share.ok ? success(projected(targetWords(ground, { measure }), year, share.value, share.value.inputs)) : share
}

/** A target's amount in a year under the assumptions, as a projection that tells from what it is computed. */
export function amountIn(ground: Ground, assumptions: readonly Supposition[], target: Target, year: number): Outcome {
  if ('measure' in target) return measureIn(ground, assumptions, target.measure, year)
  const concept = 'concept' in target ? target.concept : undefined
  if (concept === 'result' || concept === 'net-cost') return yearResult(ground, assumptions, year)
  if (concept === 'closing-equity' || concept === 'equity') return closingEquity(ground, assumptions, year)
  if (concept === 'opening-equity' && year > yearOf(ground.base)) return closingEquity(ground, assumptions, year - 1)
  return changedAmount(ground, assumptions, target, year)
}
