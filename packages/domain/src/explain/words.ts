import type { Language, Words } from '../model/language.ts'
import { isCalendarYear, isInstant, type Period } from '../model/period.ts'
import type { Scenario } from '../model/reading.ts'

/** The locale whose number and date formats a language is written in. */
export const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

const scenarios: Readonly<Record<Scenario, Words>> = {
  actual: { sv: 'utfall', en: 'actual' },
  budget: { sv: 'budget', en: 'budget' },
  forecast: { sv: 'prognos', en: 'forecast' },
  plan: { sv: 'plan', en: 'plan' },
  variance: { sv: 'avvikelse', en: 'variance' },
}
/** Whether a word is a scenario's name in code. */
export const isScenario = (word: string): word is Scenario => word in scenarios
/**
 * The scenario in words: `prognos` / `forecast`.
 * @example scenarioWords('forecast').sv // 'prognos'
 */
export const scenarioWords = (scenario: Scenario): Words => scenarios[scenario]

const months = {
  sv: ['jan', 'feb', 'mars', 'april', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const
const monthOf = (day: string, language: Language): string => months[language][Number(day.slice(5, 7)) - 1] ?? day

/**
 * A period in words: `2024`, `jan–juni 2022`, `2022-06-30`.
 * @example periodWords({ from: '2022-01-01', to: '2022-06-30' }).sv // 'jan–juni 2022'
 */
export function periodWords(period: Period): Words {
  if (isInstant(period)) return { sv: period.at, en: period.at }
  if (isCalendarYear(period)) return { sv: period.from.slice(0, 4), en: period.from.slice(0, 4) }
  const sameYear = period.from.slice(0, 4) === period.to.slice(0, 4)
  if (!sameYear) return { sv: `${period.from}–${period.to}`, en: `${period.from}–${period.to}` }
  const word = (language: Language): string => `${monthOf(period.from, language)}–${monthOf(period.to, language)} ${period.to.slice(0, 4)}`
  return { sv: word('sv'), en: word('en') }
}

/** The same words in both languages. */
export const bothLanguages = (text: string): Words => ({ sv: text, en: text })
