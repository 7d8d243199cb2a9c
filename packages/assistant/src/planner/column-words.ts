import { isInstant, type Language, type Scenario } from '@finsam/domain'
import { associationWords, genitive, pointWords } from '../answer/wording.ts'
import { pickLabel } from './intents/look-up.ts'
import type { Pick } from './pick-target.ts'
import type { Scope } from './scope.ts'

const definite: Readonly<Record<Scenario, Readonly<Record<Language, string>>>> = {
  actual: { sv: 'utfallet', en: 'the outcome' },
  budget: { sv: 'budgeten', en: 'the budget' },
  forecast: { sv: 'prognosen', en: 'the forecast' },
  plan: { sv: 'planen', en: 'the plan' },
  variance: { sv: 'avvikelsen', en: 'the variance' },
}
const bare: Readonly<Record<Scenario, Readonly<Record<Language, string>>>> = {
  actual: { sv: 'utfall', en: 'outcome' },
  budget: { sv: 'budget', en: 'budget' },
  forecast: { sv: 'prognos', en: 'forecast' },
  plan: { sv: 'plan', en: 'plan' },
  variance: { sv: 'avvikelse', en: 'variance' },
}

const pointOf = ({ calculation }: Pick, language: Language): string => pointWords(calculation, language)
const periodOf = ({ calculation }: Pick, language: Language): string => pointWords({ period: calculation.period }, language)
const standsAtInstant = ({ calculation }: Pick): boolean => calculation.period !== undefined && isInstant(calculation.period)

/** A pick's label without its scenario and time: `Summa kostnader`. */
export const bareLabel = (scope: Scope, pick: Pick): string => {
  const point = pointOf(pick, scope.language)
  return point === '' ? pickLabel(scope, pick) : pickLabel(scope, pick).replaceAll(`, ${point}`, '')
}

/** Whether picks stand in one column: an association's figures of one scenario and time. */
export const inOneColumn = (scope: Scope, picks: readonly Pick[]): boolean => {
  const [first] = picks
  if (!first || pointOf(first, scope.language) === '') return false
  const point = pointOf(first, scope.language)
  return picks.every(
    pick => pick.association === first.association && pointOf(pick, scope.language) === point && !bareLabel(scope, pick).includes(point),
  )
}

/** Whether picks are of one line of an association at several points. */
export const ofOneLine = (scope: Scope, picks: readonly Pick[]): boolean => {
  const [first] = picks
  return (
    first !== undefined &&
    picks.every(
      pick =>
        pick.association === first.association &&
        bareLabel(scope, pick) === bareLabel(scope, first) &&
        pointOf(pick, scope.language) !== '',
    )
  )
}

/** The column of a pick at the start of a sentence: `I Västmanlands budget för 2024`, `In Västmanland's budget for 2024,`. */
export const columnWords = (scope: Scope, pick: Pick): string => {
  const { language, library } = scope
  const association = associationWords(library, pick.association)
  const period = periodOf(pick, language)
  const { scenario } = pick.calculation
  const sv = language === 'sv'
  if (scenario === undefined || standsAtInstant(pick)) return sv ? `I ${association} ${period}` : `In ${association} at ${period},`
  const whose = genitive(association, language)
  return sv ? `I ${whose} ${bare[scenario].sv} för ${period}` : `In ${whose} ${bare[scenario].en} for ${period},`
}

/** The scenario and time of a pick inside a sentence: `i budgeten för 2024`, `at 2022-06-30`. */
export const pointPhrase = (scope: Scope, pick: Pick): string => {
  const { language } = scope
  const period = periodOf(pick, language)
  const { scenario } = pick.calculation
  const sv = language === 'sv'
  if (scenario === undefined || (standsAtInstant(pick) && scenario === 'actual')) return sv ? period : `at ${period}`
  return sv ? `i ${definite[scenario].sv} för ${period}` : `in ${definite[scenario].en} for ${period}`
}
