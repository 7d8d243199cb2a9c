import type { Finding } from '../model/finding.ts'
import { periodKey } from '../model/period.ts'
import type { LibraryLine, Quantity } from './library.ts'

function conflictFinding(line: LibraryLine, quantity: Quantity): (Finding & { readonly document: string }) | undefined {
  const [first, ...rest] = quantity.printings
  const other = rest.find(printing => first && (printing.low > first.high || printing.high < first.low))
  if (!first || !other || first.value === null || other.value === null) return undefined
  const inBase = (value: number): number => (quantity.unit === 'kr' ? value / 100 : value)
  return {
    code: 'printings-differ',
    severity: 'warning',
    document: first.document,
    parameters: {
      label: line.label,
      scenario: quantity.scenario,
      period: quantity.period ? periodKey(quantity.period) : '',
      value: inBase(first.value),
      other: inBase(other.value),
      difference: inBase(other.value - first.value),
      unit: quantity.unit,
    },
    at: first.source,
    others: [other.source],
  }
}

/** A finding for each amount that two tables or documents print differently, beyond what rounding allows. */
export const conflictFindings = (lines: readonly LibraryLine[]): readonly (Finding & { readonly document: string })[] =>
  lines.flatMap(line =>
    line.quantities.flatMap(quantity => {
      const finding = quantity.conflict ? conflictFinding(line, quantity) : undefined
      return finding ? [finding] : []
    }),
  )
