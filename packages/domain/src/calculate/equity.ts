import { conceptNames } from '../concepts/concept-table.ts'
import type { LibraryLine, Quantity } from '../library/library.ts'
import { given } from '../model/given.ts'
import { dayBefore, isCalendarYear, isInstant, type Period, yearOf } from '../model/period.ts'
import type { Scenario } from '../model/reading.ts'
import { refusal, success } from '../model/result.ts'
import type { Selector } from '../query/target.ts'
import { type Candidate, describe } from './candidates.ts'
import type { Context, Outcome } from './context.ts'
import { conceptQuery } from './context.ts'
import { leafOf } from './leaf.ts'
import { sumOf } from './operations.ts'
import { withDefaults } from './select.ts'

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/** The day at whose end a printed balance stands; an opening balance stands at the end of the day before. */
export function standingDay(line: LibraryLine, { period }: Quantity): string | undefined {
  if (!period) return undefined
  if (isInstant(period)) return period.at
  return line.concept?.id === 'opening-equity' || line.concept?.id === 'brought-forward' ? dayBefore(period.from) : period.to
}

const isBroughtForwardBalance = (line: LibraryLine): boolean => line.spellings.some(spelling => /balanser/i.test(spelling))

function balancesOn(
  { library }: Context,
  association: string,
  day: string,
  concepts: readonly ('equity' | 'closing-equity' | 'opening-equity' | 'brought-forward')[],
) {
  return concepts
    .flatMap(concept => library.linesFor(association, concept))
    .filter(line => line.concept?.id !== 'brought-forward' || isBroughtForwardBalance(line))
    .flatMap(line => line.quantities.filter(quantity => standingDay(line, quantity) === day).map(quantity => ({ line, quantity })))
}

const scenarioRank = (printed: Scenario, asked: Scenario | undefined): number => {
  if (printed === asked) return 0
  // What a balance differs by, or changed by within a period, is no balance.
  if (printed === 'variance') return Number.POSITIVE_INFINITY
  if (asked === undefined) return ['actual', 'budget', 'plan', 'forecast'].indexOf(printed)
  if ((printed === 'plan' && asked === 'budget') || (printed === 'budget' && asked === 'plan')) return 1
  return Number.POSITIVE_INFINITY
}

const finest = (candidates: readonly Candidate[], asked: Scenario | undefined): Candidate | undefined =>
  candidates
    .filter(({ quantity }) => quantity.value !== null && scenarioRank(quantity.scenario, asked) < Number.POSITIVE_INFINITY)
    .toSorted(
      (one, other) =>
        scenarioRank(one.quantity.scenario, asked) - scenarioRank(other.quantity.scenario, asked) ||
        one.quantity.high - one.quantity.low - (other.quantity.high - other.quantity.low),
    )[0]

function leaf(context: Context, found: Candidate, code?: string): Outcome {
  const notes = code ? [{ code, parameters: { line: found.line.label, scenario: found.quantity.scenario } }] : []
  return leafOf({ ...found, notes }, context.readings)
}

/** The first and last day of a year, half-year or the year up to an instant. */
const spanOf = (period: Period): { from: string; to: string } =>
  isInstant(period) ? { from: `${period.at.slice(0, 4)}-01-01`, to: period.at } : period

/** A new association starts with what it takes over from its predecessors. */
function fundsTakenOver(context: Context, selector: Selector): Outcome | undefined {
  const { formed } = context.library.association(selector.association) ?? {}
  if (!selector.period || formed?.slice(0, 4) !== String(yearOf(selector.period))) return undefined
  const transfers = context.run(conceptQuery(selector, 'transferred-in'))
  if (!transfers.ok) return undefined
  const note = { code: 'opening-from-transfers', parameters: { association: selector.association } }
  return success({ ...transfers.value, notes: [note, ...transfers.value.notes] })
}

/**
 * Equity at the start of a period: the opening balance printed for it, else last period's closing one.
 * An outcome answers for the opening of a budget or forecast where nothing nearer is printed.
 */
export function openingEquity(context: Context, asked: Selector): Outcome {
  const selector = withDefaults(context.library, asked)
  if (!selector.period)
    return refusal('not-printed', {
      sv: 'Förbundet har inget dokument med ett år; ange vilken period det egna kapitalet gäller.',
      en: 'The association has no document with a year; give the period of the equity.',
    })
  const day = dayBefore(spanOf(selector.period).from)
  const printed = balancesOn(context, selector.association, day, ['opening-equity', 'brought-forward'])
  const own = finest(printed, selector.scenario)
  if (own) return leaf(context, own)
  const before =
    finest(balancesOn(context, selector.association, day, ['equity', 'closing-equity']), selector.scenario) ??
    finest([...balancesOn(context, selector.association, day, ['equity', 'closing-equity']), ...printed], 'actual')
  if (before) return leaf(context, before, 'opening-from-earlier-closing')
  const takenOver = fundsTakenOver(context, selector)
  if (takenOver) return takenOver
  return refusal('not-printed', {
    sv: `Inget eget kapital är tryckt för periodens början (${dayAfter(day)}).`,
    en: `No equity is printed for the start of the period (${dayAfter(day)}).`,
  })
}

/** Opening equity plus the result of the period: what equity will be if that result holds. */
function equityFromResult(context: Context, selector: Selector): Outcome {
  const opening = openingEquity(context, selector)
  if (!opening.ok) return opening
  const result = context.run(conceptQuery(selector, 'result'))
  if (!result.ok) return result
  const sum = sumOf([opening.value, result.value], conceptNames('closing-equity'))
  if (!sum.ok) return sum
  const notes = [
    { code: 'equity-from-result', parameters: { scenario: selector.scenario ?? '' } },
    ...sum.value.notes.filter(({ code }) => !code.startsWith('mixed')),
  ]
  const { scenario, period } = selector
  return success({ ...sum.value, concept: 'closing-equity', ...given({ scenario, period }), notes })
}

/** Equity at the end of a period: a printed balance of that day, else opening equity plus the period's result, else next period's opening balance. */
export function closingEquity(context: Context, asked: Selector): Outcome {
  const selector = withDefaults(context.library, asked)
  if (!selector.period)
    return refusal('not-printed', {
      sv: 'Förbundet har inget dokument med ett år; ange vilken period det egna kapitalet gäller.',
      en: 'The association has no document with a year; give the period of the equity.',
    })
  const day = spanOf(selector.period).to
  const balances = balancesOn(context, selector.association, day, ['equity', 'closing-equity'])
  const ownYear = asked.period === undefined || context.library.mainDocument(selector.association, yearOf(selector.period)) !== undefined
  const own =
    finest(balances, asked.scenario ?? (ownYear ? selector.scenario : undefined)) ?? (asked.scenario ? undefined : onlyScenario(balances))
  if (!asked.scenario && !ownYear && scenariosOf(balances).length > 1) return severalBalances(balances)
  if (own) return leaf(context, own)
  if (!isInstant(selector.period) && isCalendarYear(selector.period)) {
    const computed = equityFromResult(context, selector)
    if (computed.ok) return computed
  }
  const next = finest(balancesOn(context, selector.association, day, ['opening-equity', 'brought-forward']), asked.scenario)
  if (next) return leaf(context, next, 'closing-from-later-opening')
  const known = [
    ...new Set(
      context.library
        .linesOf(selector.association)
        .filter(line => line.nature === 'equity')
        .map(line => line.label),
    ),
  ]
  return refusal(
    'not-printed',
    {
      sv: `Inget eget kapital är tryckt för ${day}, och inget ingående kapital med ett resultat att räkna det av.`,
      en: `No equity is printed for ${day}, and no opening equity with a result to compute it from.`,
    },
    known,
  )
}

const scenariosOf = (candidates: readonly Candidate[]): readonly Scenario[] => [
  ...new Set(candidates.map(({ quantity }) => quantity.scenario)),
]

const onlyScenario = (candidates: readonly Candidate[]): Candidate | undefined =>
  scenariosOf(candidates).length === 1 ? finest(candidates, undefined) : undefined

const severalBalances = (candidates: readonly Candidate[]): Outcome =>
  refusal(
    'several-match',
    {
      sv: 'Flera belopp för eget kapital passar; ange om budget, prognos eller utfall menas.',
      en: 'Several amounts of equity match; say which scenario is meant.',
    },
    [...new Set(candidates.map(describe))],
  )
