import type { Calculation } from '../calculate/calculation.ts'
import { fullTrust } from '../calculate/trust.ts'
import type { Finding } from '../model/finding.ts'
import { yearOf } from '../model/period.ts'
import type { DocumentReading, Statement } from '../model/reading.ts'
import { success } from '../model/result.ts'
import { isMoney } from '../model/unit.ts'
import { notApplicable } from './not-applicable.ts'
import type { Rule, Scope } from './rule.ts'
import { readingsOf } from './scope.ts'

/** Years that a plan looks ahead, the budget year the first. */
const planned = 3

const isBudget = ({ document: { kind, fiscalYear } }: DocumentReading): boolean =>
  fiscalYear !== undefined && (kind === 'plan' || kind === 'budget' || kind === 'plan-and-budget')

/** Tables that plan money: a column of a later year in a table of participants plans no economy. */
const plansMoney = ({ kind, unit }: Statement): boolean => isMoney(unit) && kind !== 'volume-targets' && kind !== 'distribution-key'

/** The years, the document's own and later, for which it plans money. */
function yearsAhead({ document: { fiscalYear = 0 }, statements }: DocumentReading): readonly number[] {
  const years = statements
    .filter(plansMoney)
    .flatMap(({ columns, lines }) =>
      columns
        .filter(({ id, scenario }) => (scenario === 'budget' || scenario === 'plan') && lines.some(({ values }) => values[id]))
        .flatMap(({ period }) => (period ? [yearOf(period)] : [])),
    )
  return [...new Set(years)].filter(year => year >= fiscalYear).toSorted()
}

/** How many of the years from the budget year on follow each other without a gap. */
function unbroken(years: readonly number[], first: number): number {
  let count = 0
  while (years.includes(first + count)) count++
  return count
}

const deadline = (fiscalYear: number): string => `${fiscalYear - 1}-11-30`

function findingsOf({ document, statements }: DocumentReading, years: number): readonly Finding[] {
  const { fiscalYear = 0, decided, id, hash, status } = document
  const table = statements.find(plansMoney)
  const at = {
    document: id,
    ...(hash ? { hash } : {}),
    line: table?.headerLines[0] ?? table?.lines[0]?.sourceLine ?? 1,
    text: table?.title ?? document.title,
  }
  const short: readonly Finding[] =
    years >= planned ? [] : [{ code: 'plan-too-short', severity: 'info', parameters: { years, firstYear: fiscalYear }, at }]
  const late: readonly Finding[] =
    decided === undefined || status === 'proposal' || decided <= deadline(fiscalYear)
      ? []
      : [{ code: 'budget-decided-late', severity: 'info', parameters: { decided, deadline: deadline(fiscalYear) }, at }]
  return [...short, ...late]
}

/** The plan that speaks for the scope: the one asked for, else that of the latest year. */
function planOf(readings: readonly DocumentReading[], { period }: Scope): DocumentReading | undefined {
  const plans = readings.filter(isBudget).filter(({ document }) => !period || document.fiscalYear === yearOf(period))
  return plans.toSorted((one, other) => (other.document.fiscalYear ?? 0) - (one.document.fiscalYear ?? 0))[0]
}

/** A plan looks three years ahead, its first year the budget year, and is decided before that year begins. */
export const planYears: Rule = {
  id: 'plan-years',
  name: { sv: 'Treårig plan', en: 'Three-year plan' },
  states: {
    sv: 'Planen gäller ekonomin för tre år med budgetåret som det första, och budgeten beslutas senast den 30 november året före.',
    en: 'The plan covers the finances of three years, the budget year first, and the budget is decided by 30 November of the year before.',
  },
  source: {
    sv: '11 kap. kommunallagen, som förbunden brukar följa',
    en: 'Chapter 11 of the Local Government Act, which associations usually follow',
  },
  check: (context, scope) => {
    const plan = planOf(readingsOf(context, scope), scope)
    if (!plan)
      return notApplicable(context, scope, name => ({
        sv: `Ingen plan eller budget med årtal är känd för ${name}.`,
        en: `No plan or budget of ${name} with a year is known.`,
      }))
    const years = unbroken(yearsAhead(plan), plan.document.fiscalYear ?? 0)
    if (years === 0)
      return notApplicable(context, scope, name => ({
        sv: `Planen för ${name} har ingen tabell med belopp för sitt eget år.`,
        en: `The plan of ${name} has no table of money for its own year.`,
      }))
    const findings = findingsOf(plan, years)
    const outcome: Calculation = {
      operation: 'check',
      label: { sv: 'År som planen omfattar, från budgetåret', en: 'Years that the plan covers, from the budget year' },
      result: { value: years, low: years, high: years, unit: 'count' },
      inputs: [],
      association: scope.association,
      verdict: findings.length === 0 ? { holds: true, rule: 'plan-years' } : { holds: false, rule: 'plan-years', state: 'information' },
      findings,
      trust: fullTrust,
      notes: [],
    }
    return success(outcome)
  },
}
