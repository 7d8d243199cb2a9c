import type { LibraryLine, Quantity, Query } from '@finsam/domain'

/** What a line prints in one of its columns; of a line's plain amount, `column` is left out. */
export const queryOfColumn = (line: LibraryLine, quantity: Quantity, column?: string): Query => ({
  op: 'lookup',
  of: {
    association: line.association,
    target: { line: line.key },
    scenario: quantity.scenario,
    ...(quantity.period ? { period: quantity.period } : {}),
    unit: quantity.unit,
    ...(column === undefined ? {} : { columnMeasure: column }),
  },
})
