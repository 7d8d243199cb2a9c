import type { Column, Unit } from '@finsam/domain'
import type { DraftStatement } from './draft-statement.ts'
import { idMaker } from './slug.ts'

/** The unit of what a column measures, where that is no money. */
export const columnUnits: Partial<Record<string, Unit>> = {
  population: 'persons',
  share: 'percent',
  participants: 'participants',
  occasions: 'meetings',
  count: 'count',
}

/** Measures that say nothing beside the column's time: the amount itself, and what it was or did. */
const plainMeasures: ReadonlySet<string> = new Set(['', 'amount', 'opening', 'closing', 'change'])

/** The columns of a statement, each with an id of its own. */
export function columnsOf(draft: DraftStatement): Column[] {
  const nextId = idMaker()
  return draft.columns.map(column => {
    const unit = column.unit ?? (column.measure ? columnUnits[column.measure] : undefined)
    const time =
      column.period === null
        ? ''
        : 'at' in column.period
          ? column.period.at
          : column.period.to.endsWith('12-31')
            ? column.period.to.slice(0, 4)
            : column.period.to
    return {
      id: nextId(`${column.scenario} ${time} ${plainMeasures.has(column.measure ?? '') ? '' : column.measure}`.trim()),
      label: column.label === '' ? `${column.scenario} ${time}`.trim() : column.label,
      scenario: column.scenario,
      period: column.period,
      ...(unit ? { unit } : {}),
      ...(column.measure && !plainMeasures.has(column.measure) ? { measure: column.measure } : {}),
      ...(column.inferredFrom ? { inferredFrom: column.inferredFrom } : {}),
    }
  })
}
