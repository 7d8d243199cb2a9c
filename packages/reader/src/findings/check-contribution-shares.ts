import type { Column, Finding, Statement } from '@finsam/domain'
import { placeOf, shown } from './amounts.ts'
import { contributionsIn, type Payer } from './contributions.ts'
import { type Check, type FindingContext, found } from './finding-context.ts'

const law: Readonly<Record<Payer, number>> = { state: 50, region: 25, municipality: 25 }
const order: readonly Payer[] = ['state', 'region', 'municipality']

function checkColumn(statement: Statement, column: Column, context: FindingContext): Finding[] {
  const contributions = contributionsIn(statement, column)
  if (!contributions || column.scenario === 'variance') return []
  const { paid, total, lines } = contributions
  const steps = lines.map(line => line.values[column.id]?.step ?? 1)
  const slack = (100 * steps.reduce((sum, step) => sum + step / 2, 0)) / total
  const worst = Math.max(...order.map(payer => Math.abs((100 * paid[payer]) / total - law[payer])))
  const [first] = lines
  if (worst <= slack + 0.1 || !first) return []
  const shares = order.map(payer => shown((100 * paid[payer]) / total, 2))
  return [
    {
      code: 'contribution-shares-differ-from-law',
      severity: 'warning',
      parameters: {
        statement: statement.id,
        column: column.id,
        state: paid.state,
        region: paid.region,
        municipalities: paid.municipality,
        total,
      },
      arithmetic: `${order.map(payer => shown(paid[payer])).join(' + ')} = ${shown(total)}: ${shares.join(' / ')} % ≠ 50 / 25 / 25 %`,
      at: placeOf(first, context.document),
      others: lines.slice(1).map(line => placeOf(line, context.document)),
    },
  ]
}

/**
 * Compares contributions with the law's half, quarter and quarter, as far as rounding lets us tell. Members may agree on more,
 * so a difference is a warning.
 *
 * @source  lag (2003:1210) 5 §
 */
export const checkContributionShares: Check = context =>
  found(context.statements.flatMap(statement => statement.columns.flatMap(column => checkColumn(statement, column, context))))
