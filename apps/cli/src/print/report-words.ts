import type { RuleOutcome } from '@finsam/assistant'
import type { Finding, Language, SumCheck } from '@finsam/domain'

/** What a report says around its figures. */
export interface ReportWords {
  readonly rules: string
  readonly noRules: string
  /** What is said of a rule where a plain yes or no would say too much. */
  readonly states: Readonly<Record<NonNullable<RuleOutcome['state']>, string>>
  readonly sums: (tie: number, all: number) => string
  readonly percents: (tie: number, all: number) => string
  readonly findings: string
  readonly noFindings: string
  readonly changes: (title: string) => string
  readonly noChanges: string
  readonly personalNumbers: (lines: string) => string
  readonly severity: Readonly<Record<Finding['severity'], string>>
  readonly rounding: Readonly<Record<SumCheck['verdict'], string>>
  readonly page: string
  readonly line: string
}

const swedish: ReportWords = {
  rules: 'Regler',
  noRules: 'Ingen regel kan prövas på dokumentet.',
  states: { undecided: 'går inte att avgöra', information: 'för kännedom, inget krav', corrected: 'med rättade siffror' },
  sums: (tie, all) => `Summor: ${tie} av ${all} går ihop`,
  percents: (tie, all) => `Procenttal: ${tie} av ${all} stämmer med beloppen`,
  findings: 'Anmärkningar',
  noFindings: 'Inga anmärkningar.',
  changes: title => `Ändrat sedan ”${title}”`,
  noChanges: 'Inga belopp skiljer sig.',
  personalNumbers: lines => `Det ser ut att stå personnummer i dokumentet, rad ${lines}.`,
  severity: { error: 'fel', warning: 'varning', info: 'upplysning' },
  rounding: {
    likely: '',
    possible: ' (kan bara förklaras om alla avrundningar råkar gå åt samma håll)',
    ambiguous: ' (något av beloppen kan läsas på flera sätt)',
    beyond: '',
  },
  page: 'sida',
  line: 'rad',
}

const english: ReportWords = {
  rules: 'Rules',
  noRules: 'No rule can be tried on the document.',
  states: { undecided: 'cannot be decided', information: 'for information, not required', corrected: 'with corrected figures' },
  sums: (tie, all) => `Sums: ${tie} of ${all} tie`,
  percents: (tie, all) => `Percentages: ${tie} of ${all} tie to the amounts`,
  findings: 'Findings',
  noFindings: 'No findings.',
  changes: title => `Changed since “${title}”`,
  noChanges: 'No amounts differ.',
  personalNumbers: lines => `There seem to be personal identity numbers in the document, line ${lines}.`,
  severity: { error: 'error', warning: 'warning', info: 'note' },
  rounding: {
    likely: '',
    possible: ' (explained only if all roundings happen to go the same way)',
    ambiguous: ' (an amount can be read in several ways)',
    beyond: '',
  },
  page: 'page',
  line: 'line',
}

export const reportWords: Readonly<Record<Language, ReportWords>> = { sv: swedish, en: english }
