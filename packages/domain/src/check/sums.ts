import type { Calculation } from '../calculate/calculation.ts'
import { fullTrust } from '../calculate/trust.ts'
import { toBase, unitOf } from '../library/printing.ts'
import type { Finding } from '../model/finding.ts'
import type { Column, DocumentReading, Line, Statement } from '../model/reading.ts'
import { failure, success } from '../model/result.ts'
import { isMoney } from '../model/unit.ts'
import type { Rule } from './rule.ts'
import { readingsOf } from './scope.ts'

interface Addition {
  readonly statement: Statement
  readonly column: Column
  readonly total: Line
  readonly amount: number
  readonly addends: readonly { readonly line: Line; readonly weight: number; readonly amount: number }[]
}

function additionOf(statement: Statement, total: Line, column: Column): Addition | undefined {
  const amount = total.values[column.id]?.amount
  if (!total.sumOf || amount === null || amount === undefined) return undefined
  const addends: { line: Line; weight: number; amount: number }[] = []
  for (const { line: id, weight } of total.sumOf) {
    const line = statement.lines.find(one => one.id === id)
    const addend = line?.values[column.id]?.amount
    if (!line || addend === null || addend === undefined) return undefined
    addends.push({ line, weight, amount: addend })
  }
  return { statement, column, total, amount, addends }
}

const additionsOf = ({ statements }: DocumentReading): readonly Addition[] =>
  statements.flatMap(statement =>
    statement.lines.flatMap(total => statement.columns.flatMap(column => additionOf(statement, total, column) ?? [])),
  )

const stepOf = ({ total, column }: Addition): number => total.values[column.id]?.step ?? 1

/**
 * How far a sum of rounded addends may be from its rounded total: half a step each at the very most,
 * and three standard deviations of as many independent roundings in all likelihood.
 */
export function roundingBounds(terms: number, step: number): { readonly most: number; readonly likely: number } {
  const most = (terms * step) / 2
  return { most, likely: Math.min(most, Math.max(step, 3 * step * Math.sqrt(terms / 12))) }
}

const number = (amount: number): string => String(Math.round(amount * 1_000) / 1_000).replace('-', '−')

function arithmeticOf({ addends, amount }: Addition, sum: number): string {
  const terms = addends.map(({ amount: addend, weight }, index) => {
    const signed = weight * addend
    return index === 0 ? number(signed) : signed < 0 ? `− ${number(-signed)}` : `+ ${number(signed)}`
  })
  return `${terms.join(' ')} = ${number(sum)} ≠ ${number(amount)}`
}

function findingOf(document: string, addition: Addition): Finding | undefined {
  const { statement, column, total, amount, addends } = addition
  const sum = addends.reduce((known, { amount: addend, weight }) => known + weight * addend, 0)
  const difference = sum - amount
  const { most, likely } = roundingBounds(addends.length + 1, stepOf(addition))
  if (Math.abs(difference) <= likely + 1e-9) return undefined
  const unit = unitOf(statement, total, column)
  const place = (line: Line) => ({ document, line: line.sourceLine, text: line.text, ...(line.page ? { page: line.page } : {}) })
  return {
    code: 'sum-differs-from-total',
    severity: Math.abs(difference) > most + 1e-9 ? 'error' : 'warning',
    parameters: {
      label: total.label,
      column: column.label,
      sum,
      total: amount,
      difference,
      unit,
      kronor: isMoney(unit) ? toBase(difference, unit) / 100 : difference,
    },
    arithmetic: arithmeticOf(addition, sum),
    at: place(total),
    others: addends.map(({ line }) => place(line)),
  }
}

/** Printed rows add up to their printed totals, as far as rounding lets us tell. */
export const sums: Rule = {
  id: 'sums',
  name: { sv: 'Summor', en: 'Sums' },
  states: {
    sv: 'Rader och delsummor går ihop med sina tryckta summor, inom avrundning.',
    en: 'Rows and subtotals add up to their printed totals, within rounding.',
  },
  source: { sv: 'Dokumentets egna summor', en: "The document's own totals" },
  check: (context, scope) => {
    const checked = readingsOf(context, scope).flatMap(reading =>
      additionsOf(reading).map(addition => ({ document: reading.document.id, addition })),
    )
    if (checked.length === 0) return failure('rule-not-applicable', 'No table of the association prints a sum of its own rows.')
    const findings = checked.flatMap(({ document, addition }) => findingOf(document, addition) ?? [])
    const calculation: Calculation = {
      operation: 'check',
      label: { sv: `Fel bland ${checked.length} prövade summor`, en: `Errors among ${checked.length} checked sums` },
      result: { value: findings.length, low: findings.length, high: findings.length, unit: 'count' },
      inputs: [],
      association: scope.association,
      verdict: { holds: findings.length === 0, rule: 'sums' },
      findings,
      trust: fullTrust,
      notes: [{ code: 'sums-checked', parameters: { sums: checked.length } }],
    }
    return success(calculation)
  },
}
