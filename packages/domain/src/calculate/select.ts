import { periodWords, scenarioWords } from '../explain/words.ts'
import { ownScenario } from '../library/document-order.ts'
import type { Library, LibraryLine, Quantity } from '../library/library.ts'
import { given } from '../model/given.ts'
import { calendarYear, isCalendarYear, isInstant, type Period, periodKey, yearOf } from '../model/period.ts'
import type { Column, DocumentInfo, Scenario } from '../model/reading.ts'
import { type Result, refusal, success } from '../model/result.ts'
import type { Selector } from '../query/target.ts'
import type { EvaluationFailure, Note } from './calculation.ts'
import { type Candidate, candidatesOf, describe, meant } from './candidates.ts'

/** The quantity that a selector means, and what was taken for granted in choosing it. */
export interface Selected extends Candidate {
  readonly notes: readonly Note[]
}

const sameScenario = (printed: Scenario, asked: Scenario): number =>
  printed === asked ? 2 : (printed === 'plan' && asked === 'budget') || (printed === 'budget' && asked === 'plan') ? 1 : 0

/** Whether the document itself calls an amount a budget or a plan: its column does, or its table where the column says neither. */
function isCalled(library: Library, { printings: [at] }: Quantity, asked: Scenario, printed: Scenario): boolean {
  const statement = at && library.reading(at.document)?.statements.find(({ id }) => id === at.statement)
  const column = statement?.columns.find(({ id }) => id === at?.column)
  const says = (text = '', scenario: Scenario): boolean => new RegExp(scenario, 'i').test(text)
  return says(column?.label, asked) || (!says(column?.label, printed) && says(statement?.title, asked))
}

/** The asked scenario; a later year's plan answers for its budget and the other way round, told in a note unless the document calls it both. */
function ofScenario(
  library: Library,
  candidates: readonly Candidate[],
  asked: Scenario,
): { readonly found: readonly Candidate[]; readonly notes: readonly Note[] } {
  const exact = candidates.filter(({ quantity }) => sameScenario(quantity.scenario, asked) === 2)
  if (exact.length > 0) return { found: exact, notes: [] }
  const alike = candidates.filter(({ quantity }) => sameScenario(quantity.scenario, asked) === 1)
  const [first] = alike
  const printed = first?.quantity.scenario
  const told = first && printed && !isCalled(library, first.quantity, asked, printed)
  return { found: alike, notes: told ? [{ code: 'plan-for-budget', parameters: { asked, printed } }] : [] }
}

/** The scenario to take when none is asked for: the year's own document's; else the only one there is. */
function byDefault(library: Library, association: string, candidates: readonly Candidate[], year: number | undefined) {
  const scenarios = [...new Set(candidates.map(({ quantity }) => quantity.scenario))].filter(scenario => scenario !== 'variance')
  const document = library.mainDocument(association, year)
  const own = document && ofScenario(library, candidates, ownScenario(document)).found
  const [only] = scenarios
  const chosen = own && own.length > 0 ? own : scenarios.length === 1 && only ? ofScenario(library, candidates, only).found : []
  const scenario = chosen[0]?.quantity.scenario
  return { chosen, notes: scenario ? [{ code: 'default-scenario', parameters: { scenario } }] : [] }
}

function notPrinted(candidates: readonly Candidate[], asked: Selector): Result<never, EvaluationFailure> {
  const near = candidates
    .toSorted((one, other) => Number(other.quantity.scenario === asked.scenario) - Number(one.quantity.scenario === asked.scenario))
    .map(describe)
  const name = candidates[0]?.line.label
  const when = asked.period && periodWords(asked.period)
  const what = asked.scenario && scenarioWords(asked.scenario)
  return refusal(
    'not-printed',
    {
      sv: `${name ?? 'Raden'} är inte tryckt${what ? ` som ${what.sv}` : ''}${when ? ` för ${when.sv}` : ''}; fråga efter något av de belopp som är det.`,
      en: `${name ?? 'The line'} is not printed${when ? ` for ${when.en}` : ''}${what ? ` as ${what.en}` : ''}; ask for one of the amounts that are.`,
    },
    [...new Set(near)].slice(0, 8),
  )
}

/** Amounts of no year, else those of the one period that the lines print at all: a population is counted once. */
function withoutYear(candidates: readonly Candidate[]): readonly Candidate[] {
  const undated = candidates.filter(({ quantity }) => quantity.period === null)
  const periods = new Set(candidates.map(({ quantity }) => (quantity.period ? periodKey(quantity.period) : '')))
  return undated.length > 0 ? undated : periods.size === 1 ? candidates : []
}

/** Without a period: the main document's own year, or its own span for an interim report. */
function ofOwnPeriod(library: Library, association: string, candidates: readonly Candidate[], scenario: Scenario | undefined) {
  const document = library.mainDocument(association)
  const year = document?.fiscalYear
  const wanted = scenario ?? (document && ownScenario(document))
  const ofYear = candidates.filter(({ quantity }) => quantity.period && (year === undefined || yearOf(quantity.period) === year))
  const suited = wanted ? ofScenario(library, ofYear, wanted).found : ofYear
  const pool = suited.length > 0 ? suited : ofYear.length > 0 ? ofYear : withoutYear(candidates)
  const whole = pool.filter(({ quantity }) => quantity.period && (isCalendarYear(quantity.period) || isInstant(quantity.period)))
  const chosen = whole.length > 0 ? whole : pool
  const period = chosen[0]?.quantity.period
  return { chosen, year, notes: period ? [{ code: 'default-period', parameters: { period: periodKey(period) } }] : [] }
}

const rankOf = { confirmed: -1, printed: 0, repaired: 1, derived: 2, ambiguous: 3 } as const

/** One of several lines that say the same; several that say different things are for the asker to choose from. */
function single(candidates: readonly Candidate[], notes: readonly Note[]): Result<Selected, EvaluationFailure> {
  const ordered = candidates.toSorted(
    (one, other) =>
      rankOf[one.quantity.status] - rankOf[other.quantity.status] ||
      one.quantity.high - one.quantity.low - (other.quantity.high - other.quantity.low),
  )
  const [first] = ordered
  if (!first)
    return refusal('not-printed', {
      sv: 'Beloppet är inte tryckt; fråga efter en annan period eller ett annat slag.',
      en: 'The amount is not printed; ask for another period or scenario.',
    })
  // Of one scenario, rounding may part two printings of an amount; a budget and a forecast are one amount only where they are equal.
  const same = ({ value, low, high, scenario }: Quantity): boolean =>
    value === first.quantity.value || (scenario === first.quantity.scenario && low <= first.quantity.high && high >= first.quantity.low)
  const differs = ordered.some(({ quantity }) => !same(quantity))
  if (differs)
    return refusal(
      'several-match',
      {
        sv: 'Flera belopp passar; ange vilken rad, vilket slag eller vilken period som menas.',
        en: 'Several amounts match; say which line, scenario or period is meant.',
      },
      [...new Set(candidates.map(describe))],
    )
  return success({ ...first, notes })
}

/**
 * Chooses the quantity that a selector means among lines that may stand for it.
 * A scenario or period that is left out is the main document's own, told in a note; a year is never answered with a half-year.
 */
export function selectQuantity(library: Library, lines: readonly LibraryLine[], asked: Selector): Result<Selected, EvaluationFailure> {
  const { period, scenario } = asked
  const refused = (): Result<never, EvaluationFailure> => notPrinted(meant(candidatesOf(lines), asked), asked)
  const own = period ? undefined : ofOwnPeriod(library, asked.association, meant(candidatesOf(lines), asked), scenario)
  const inPeriod = period ? meant(candidatesOf(lines, period), asked) : (own?.chosen ?? [])
  const notes = own?.notes ?? []
  if (inPeriod.length === 0) return refused()
  if (scenario) {
    const { found, notes: told } = ofScenario(library, inPeriod, scenario)
    return found.length === 0 ? refused() : single(found, [...notes, ...told])
  }
  const { chosen, notes: told } = byDefault(library, asked.association, inPeriod, period ? yearOf(period) : own?.year)
  return single(chosen.length > 0 ? chosen : inPeriod, [...notes, ...told])
}

const columnsOf = (library: Library, document: DocumentInfo): readonly Column[] =>
  library.reading(document.id)?.statements.flatMap(statement => statement.columns) ?? []

/** The span that a document's own columns cover: the year, or the part of it that an interim report reports on. */
function ownPeriod(library: Library, document: DocumentInfo): Period | undefined {
  const { fiscalYear } = document
  if (fiscalYear === undefined) return undefined
  if (document.kind !== 'interim-report') return calendarYear(fiscalYear)
  const part = columnsOf(library, document).find(
    ({ scenario, period }) =>
      scenario === 'actual' && period && !isInstant(period) && !isCalendarYear(period) && yearOf(period) === fiscalYear,
  )
  return part?.period ?? calendarYear(fiscalYear)
}

/** The scenario of a document's own year: that of its kind where its columns have it, else the one that they have. */
function printedScenario(library: Library, document: DocumentInfo, year: number | undefined): Scenario {
  const own = ownScenario(document)
  const ofYear = columnsOf(library, document).filter(({ period }) => period && (year === undefined || yearOf(period) === year))
  const printed = (['actual', 'budget', 'plan', 'forecast'] as const).filter(scenario =>
    ofYear.some(column => column.scenario === scenario),
  )
  const [only] = printed
  return printed.length === 1 && only && sameScenario(only, own) === 0 ? only : own
}

/** A selector with scenario and period filled in from the association's main document, for what is composed of several amounts. */
export function withDefaults(library: Library, asked: Selector): Selector {
  if (asked.scenario && asked.period) return asked
  const document = library.mainDocument(asked.association, asked.period ? yearOf(asked.period) : undefined)
  const period = asked.period ?? (document && ownPeriod(library, document))
  const scenario = asked.scenario ?? (document && printedScenario(library, document, period && yearOf(period)))
  return { ...asked, ...given({ scenario, period }) }
}

/**
 * A selector for the whole year of the association's main document, for comparisons with others: an interim report's year is its
 * forecast's, else its budget's.
 * @example wholeYear(library, { association: 'a', target: { concept: 'administration' } }) // … with period 2022 and scenario forecast
 */
export function wholeYear(library: Library, asked: Selector): Selector {
  const document = library.mainDocument(asked.association, asked.period ? yearOf(asked.period) : undefined)
  if (asked.period || document?.kind !== 'interim-report' || document.fiscalYear === undefined) return withDefaults(library, asked)
  const columns = columnsOf(library, document)
  const { fiscalYear } = document
  const ofYear = columns.filter(({ period }) => period && isCalendarYear(period) && yearOf(period) === fiscalYear)
  const scenario = (['forecast', 'budget', 'plan'] as const).find(wanted => ofYear.some(column => column.scenario === wanted))
  return { ...asked, period: calendarYear(fiscalYear), ...(asked.scenario || !scenario ? {} : { scenario }) }
}
