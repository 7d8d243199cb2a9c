import type { Calculation } from '../calculate/calculation.ts'
import { weakestStatus } from '../calculate/trust.ts'
import { toBase, unitOf } from '../library/printing.ts'
import type { Finding } from '../model/finding.ts'
import { given } from '../model/given.ts'
import type { Words } from '../model/language.ts'
import type { Line } from '../model/reading.ts'
import { refusal, success } from '../model/result.ts'
import { isMoney } from '../model/unit.ts'
import { type Addition, additionStatus, additionsOf, additionText, roundingVerdict, sumOf } from './additions.ts'
import type { Rule } from './rule.ts'
import { readingsOf } from './scope.ts'

function findingOf(document: string, addition: Addition): Finding | undefined {
  const { statement, column, total, amount, addends } = addition
  const place = (line: Line) => ({ document, line: line.sourceLine, text: line.text, ...given({ page: line.page }) })
  if (additionStatus(addition) === 'ambiguous') {
    const parameters = { label: total.label, column: column.label }
    return { code: 'sum-undecided', severity: 'info', parameters, arithmetic: additionText(addition, 'sv'), at: place(total) }
  }
  const explained = roundingVerdict(addition)
  if (explained === 'likely') return undefined
  const sum = sumOf(addition)
  const difference = sum - amount
  const unit = unitOf(statement, total, column)
  return {
    code: 'sum-differs-from-total',
    severity: explained === 'beyond' ? 'error' : 'warning',
    parameters: {
      label: total.label,
      column: column.label,
      sum,
      total: amount,
      difference,
      unit,
      kronor: isMoney(unit) ? toBase(difference, unit) / 100 : difference,
    },
    arithmetic: additionText(addition, 'sv'),
    at: place(total),
    others: addends.map(({ line }) => place(line)),
  }
}

function labelOf(checked: number, open: number): Words {
  const words = { sv: `Fel bland ${checked} prövade summor`, en: `Errors among ${checked} checked sums` }
  if (open === 0) return words
  return { sv: `${words.sv}, ${open} som inte går att avgöra`, en: `${words.en}, ${open} undecided` }
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
    if (checked.length === 0)
      return refusal('rule-not-applicable', {
        sv: 'Ingen tabell för förbundet har en summa av sina egna rader.',
        en: 'No table of the association prints a sum of its own rows.',
      })
    const findings = checked.flatMap(({ document, addition }) => findingOf(document, addition) ?? [])
    const open = findings.filter(({ code }) => code === 'sum-undecided').length
    const errors = findings.length - open
    const calculation: Calculation = {
      operation: 'check',
      label: labelOf(checked.length, open),
      result: { value: errors, low: errors, high: errors + open, unit: 'count' },
      inputs: [],
      association: scope.association,
      verdict: { holds: findings.length === 0, rule: 'sums', ...(errors === 0 && open > 0 ? { state: 'undecided' } : {}) },
      findings,
      trust: { status: weakestStatus(checked.map(({ addition }) => additionStatus(addition))), mapping: 'confirmed' },
      notes: [{ code: 'sums-checked', parameters: { sums: checked.length } }],
    }
    return success(calculation)
  },
}
