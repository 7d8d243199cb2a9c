import type { Finding, Statement } from '@finsam/domain'
import { columnName, monthsOf, placeOf } from './amounts.ts'
import { type Check, type FindingContext, found } from './finding-context.ts'

const isFlow = (statement: Statement): boolean =>
  statement.lines.some(line => line.nature === 'income' || line.nature === 'cost' || line.nature === 'result')

/** Outcome columns of part of a year, of unequal length, side by side. */
function checkStatement(statement: Statement, context: FindingContext): Finding[] {
  const [first] = statement.lines
  if (!first || !isFlow(statement)) return []
  const parts = statement.columns
    .filter(column => column.scenario === 'actual')
    .map(column => ({ column, months: monthsOf(column.period) }))
    .flatMap(({ column, months }) => (months !== undefined && months > 1 && months < 12 ? [{ column, months }] : []))
  const lengths = [...new Set(parts.map(part => part.months))]
  const [shortest, other] = [
    parts.find(part => part.months === Math.min(...lengths)),
    parts.find(part => part.months === Math.max(...lengths)),
  ]
  if (lengths.length < 2 || !shortest || !other) return []
  return [
    {
      code: 'periods-not-comparable',
      severity: 'warning',
      parameters: {
        statement: statement.id,
        column: shortest.column.id,
        months: shortest.months,
        otherColumn: other.column.id,
        otherMonths: other.months,
      },
      arithmetic: `${columnName(shortest.column)}: ${shortest.months} mån; ${columnName(other.column)}: ${other.months} mån`,
      at: placeOf(first, context.document),
    },
  ]
}

/** Finds comparisons that mislead because their periods are of unequal length, such as six months beside eight. */
export const checkComparability: Check = context => found(context.statements.flatMap(statement => checkStatement(statement, context)))
