import type { Column, Line, Statement } from '@finsam/domain'
import { lettersOf } from './amounts.ts'

/** Who pays a line of contributions, told by its label. */
export type Payer = 'state' | 'region' | 'municipality'

const payers: readonly (readonly [RegExp, Payer])[] = [
  [/\bstaten\b|forsakringskass|arbetsformedl|\bfk\b|\baf\b/, 'state'],
  [/\bregion|regionen\b|landsting/, 'region'],
  [/kommun|\bstad\b/, 'municipality'],
]

export function payerOf(line: Line): Payer | undefined {
  if (line.nature !== 'income') return undefined
  const letters = lettersOf(line)
  if (/overfor|fors over|balanserat|summa|totalt|insats|projekt/.test(letters)) return undefined
  return payers.find(([pattern]) => pattern.test(letters))?.[1]
}

const amountIn = (line: Line, column: Column): number | undefined => line.values[column.id]?.amount ?? undefined

export interface Contributions {
  readonly column: Column
  readonly paid: Readonly<Record<Payer, number>>
  readonly total: number
  readonly lines: readonly Line[]
}

/** What each kind of member pays in a column, where all three are named and legible. */
export function contributionsIn(statement: Statement, column: Column): Contributions | undefined {
  if (statement.kind === 'distribution-key' || statement.kind === 'note') return undefined
  const lines = statement.lines.filter(line => payerOf(line) !== undefined)
  const paid: Record<Payer, number> = { state: 0, region: 0, municipality: 0 }
  const found = new Set<Payer>()
  for (const line of lines) {
    const payer = payerOf(line)
    const amount = amountIn(line, column)
    if (payer === undefined || amount === undefined) return undefined
    paid[payer] += amount
    if (amount > 0) found.add(payer)
  }
  const total = paid.state + paid.region + paid.municipality
  return found.size === 3 && total > 0 ? { column, paid, total, lines } : undefined
}
