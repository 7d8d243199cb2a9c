import { fullTrust } from '../calculate/trust.ts'
import { toBase, unitOf } from '../library/printing.ts'
import type { Finding } from '../model/finding.ts'
import { given } from '../model/given.ts'
import { type Period, periodKey } from '../model/period.ts'
import type { Column, DocumentReading, Line, Statement } from '../model/reading.ts'
import { success } from '../model/result.ts'
import { roundingBounds } from './additions.ts'
import { notApplicable } from './not-applicable.ts'
import type { Rule } from './rule.ts'
import { readingsOf } from './scope.ts'

const samePeriod = (one: Period | null, other: Period | null): boolean =>
  one === null || other === null || periodKey(one) === periodKey(other)
const amountMeasures: ReadonlySet<string | undefined> = new Set([undefined, 'net', 'amount', 'cost'])

/** A statement's outcome, budget and printed variance of one period. */
function comparedColumns({
  columns,
}: Statement): { readonly outcome: Column; readonly budget: Column; readonly variance: Column } | undefined {
  const variance = columns.find(({ scenario }) => scenario === 'variance')
  if (!variance) return undefined
  const of = (scenario: Column['scenario']): Column | undefined => {
    const same = columns.filter(
      column => column.scenario === scenario && amountMeasures.has(column.measure) && samePeriod(column.period, variance.period),
    )
    return same.find(({ measure }) => measure === 'net' || measure === undefined) ?? same[0]
  }
  const [outcome, budget] = [of('actual'), of('budget')]
  return outcome && budget ? { outcome, budget, variance } : undefined
}

interface Row {
  readonly line: Line
  readonly outcome: number
  readonly budget: number
  readonly variance: number
}

function rowsOf(statement: Statement): readonly Row[] {
  const columns = comparedColumns(statement)
  if (!columns) return []
  return statement.lines.flatMap(line => {
    const amount = (column: Column): number | null => line.values[column.id]?.amount ?? null
    const [outcome, budget, variance] = [amount(columns.outcome), amount(columns.budget), amount(columns.variance)]
    return outcome === null || budget === null || variance === null ? [] : [{ line, outcome, budget, variance }]
  })
}

/** Documents print budget − outcome or outcome − budget; a row agrees with whichever its statement keeps to. */
function findingsOf({ document }: DocumentReading, statement: Statement): { readonly rows: number; readonly findings: readonly Finding[] } {
  const rows = rowsOf(statement)
  const gap = ({ outcome, budget, variance }: Row, sign: number): number => variance - sign * (budget - outcome)
  const fits = (row: Row, sign: number): boolean => Math.abs(gap(row, sign)) <= roundingBounds(3, 1).most
  const ownSign = (line: Line): number => {
    const alike = rows.filter(row => (row.line.nature === 'income') === (line.nature === 'income'))
    return alike.filter(row => fits(row, 1)).length >= alike.filter(row => fits(row, -1)).length ? 1 : -1
  }
  const [column] = statement.columns
  const findings = rows.flatMap((row): readonly Finding[] => {
    const sign = ownSign(row.line)
    const difference = gap(row, sign)
    if (difference === 0 || !column) return []
    const unit = unitOf(statement, row.line, column)
    const [first, second] = sign === 1 ? [row.budget, row.outcome] : [row.outcome, row.budget]
    return [
      {
        code: fits(row, sign) ? 'variance-off-by-rounding' : 'variance-differs',
        severity: fits(row, sign) ? 'info' : 'error',
        parameters: {
          label: row.line.label,
          printed: row.variance,
          computed: first - second,
          difference,
          unit,
          kronor: toBase(difference, unit) / 100,
        },
        arithmetic: `${first} − ${second} = ${first - second} ≠ ${row.variance}`,
        at: { document: document.id, line: row.line.sourceLine, text: row.line.text, ...given({ page: row.line.page }) },
      },
    ]
  })
  return { rows: rows.length, findings }
}

/** Printed variances are the difference of the printed budget and outcome, within rounding. */
export const printedVariance: Rule = {
  id: 'variance',
  name: { sv: 'Tryckta avvikelser', en: 'Printed variances' },
  states: {
    sv: 'En tryckt avvikelse är skillnaden mellan tryckt budget och tryckt utfall, inom avrundning.',
    en: 'A printed variance is the difference of printed budget and outcome, within rounding.',
  },
  source: { sv: 'Dokumentets egna kolumner', en: "The document's own columns" },
  check: (context, scope) => {
    const checked = readingsOf(context, scope).flatMap(reading => reading.statements.map(statement => findingsOf(reading, statement)))
    const rows = checked.reduce((sum, one) => sum + one.rows, 0)
    if (rows === 0)
      return notApplicable(context, scope, name => ({
        sv: `Ingen tabell för ${name} har budget, utfall och avvikelse sida vid sida.`,
        en: `No table of ${name} prints budget, outcome and variance side by side.`,
      }))
    const findings = checked.flatMap(one => one.findings)
    const errors = findings.filter(({ severity }) => severity === 'error').length
    return success({
      operation: 'check',
      label: { sv: `Fel bland ${rows} prövade avvikelser`, en: `Errors among ${rows} checked variances` },
      result: { value: errors, low: errors, high: errors, unit: 'count' },
      inputs: [],
      association: scope.association,
      verdict: { holds: errors === 0, rule: 'variance' },
      findings,
      trust: fullTrust,
      notes: [],
    })
  },
}
