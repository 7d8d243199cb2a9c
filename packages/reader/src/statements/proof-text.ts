import { formatAmount } from '../number/format-amount.ts'
import type { CellId, Equation } from '../reconcile/equation.ts'

const sign = (weight: number): string => (weight < 0 ? '−' : '+')
const scaled = (weight: number, value: number): string => formatAmount(Math.abs(weight) === 1 ? value : value * Math.abs(weight))
const bracketed = (text: string): string => (text.startsWith('−') ? `(${text})` : text)

/** An equation solved for one of its cells, with figures: `919 − 75 − 50 − 39 − 38 = 717`. */
export function proofOf(equation: Equation, id: CellId, values: readonly (number | null)[]): string {
  const own = equation.terms.find(term => term.cell === id)
  const value = values[id] ?? 0
  if (!own) return ''
  const others = equation.terms
    .filter(term => term !== own)
    .map(term => ({ weight: -term.weight / own.weight, value: values[term.cell] ?? 0 }))
  return `${sumText(others)} = ${formatAmount(value)}`
}

/** The sum of an equation as it was tried: `591 + 250 + 36 = 3 078 ≠ 3 072`. */
export function differenceText(equation: Equation, values: readonly (number | null)[]): string {
  const [total, ...parts] = equation.terms
  const terms = parts.map(term => ({ weight: term.weight / -(total?.weight ?? -1), value: values[term.cell] ?? 0 }))
  const sum = terms.reduce((all, term) => all + term.weight * term.value, 0)
  return `${sumText(terms)} = ${formatAmount(Math.round(sum * 1e6) / 1e6)} ≠ ${formatAmount(values[total?.cell ?? 0] ?? 0)}`
}

function sumText(terms: readonly { readonly weight: number; readonly value: number }[]): string {
  const shown = terms.filter(term => term.value !== 0)
  const list = [...(shown.length > 0 ? shown : terms.slice(0, 2))].sort((a, b) => b.weight - a.weight)
  const text = list.map((term, index) => {
    const amount = scaled(term.weight, term.value)
    if (index === 0) return term.weight < 0 ? `−${bracketed(amount)}` : amount
    return `${sign(term.weight)} ${bracketed(amount)}`
  })
  return text.length > 40 ? `${text.slice(0, 38).join(' ')} + … (${text.length} terms)` : text.join(' ')
}
