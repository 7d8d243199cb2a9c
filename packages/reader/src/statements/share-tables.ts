import { isInstant, kronorPer, type Period } from '@finsam/domain'
import type { Term } from '../reconcile/equation.ts'
import type { ShareRow, ShareTable } from '../shares/share-table.ts'
import { chosenCell } from './chosen-cell.ts'
import type { DraftColumn } from './draft-column.ts'
import type { DraftStatement } from './draft-statement.ts'
import type { WholeProblem } from './whole-problem.ts'

/** Of longer tables the first rows are looked at. */
const mostRows = 400

/** The tables that hold percents beside what they may be shares of; rows that name their own year stand apart from each other and are left out. */
export function shareTables(drafts: readonly DraftStatement[], problem: WholeProblem): readonly ShareTable[] {
  const balances = drafts.flatMap((draft, statement) => balanceTotals(draft, statement))
  return drafts.flatMap((draft, statement): readonly ShareTable[] => {
    if (draft.columnOfRow && !draft.names) return []
    const shares = Array.from({ length: draft.sheet.grid.columns }, (_, column) => holdsShares(draft, column))
    const rows = draft.sheet.grid.rows.slice(0, mostRows).map((_, row) => rowOf(draft, row, column => problem.idOf(statement, row, column)))
    if (!shares.includes(true) && !rows.some(row => row.share)) return []
    const columns = draft.names ? [] : draft.columns
    return [
      {
        rows,
        shares,
        times: shares.map((_, column) => timeOf(columns[column])),
        beyond: balances
          .filter(total => total.statement !== statement && columns.length > 0)
          .map(total => besideColumns(columns, draft, total, problem)),
      },
    ]
  })
}

const holdsShares = (draft: DraftStatement, column: number): boolean =>
  draft.names ? draft.names[column]?.meaning.nature === 'share' : draft.columns[column]?.measure === 'share'

function rowOf(draft: DraftStatement, row: number, idOf: (column: number) => number): ShareRow {
  const role = draft.sheet.grid.rows[row]?.role
  return {
    label: draft.sheet.grid.rows[row]?.label ?? '',
    cells: Array.from({ length: draft.sheet.grid.columns }, (_, column) => ({ cell: idOf(column), weight: 1 })),
    share: !draft.names && draft.meanings[row]?.nature === 'share',
    total: role?.total !== 'none',
    apart: role?.apart === true && !draft.names,
  }
}

const endOf = (period: Period): string => (isInstant(period) ? period.at : period.to)
const timeOf = (column: DraftColumn | undefined): string =>
  column?.period ? `${column.scenario} ${endOf(column.period)}` : (column?.scenario ?? '')

interface BalanceTotal {
  readonly statement: number
  readonly row: number
  readonly label: string
  readonly draft: DraftStatement
}

const balanceTotals = (draft: DraftStatement, statement: number): readonly BalanceTotal[] =>
  draft.columnOfRow ? [] : draft.sheet.grid.rows.flatMap(({ role, label }, row) => (role.balance ? [{ statement, row, label, draft }] : []))

/** A total of assets or of claims in another table's columns, and in its unit. */
function besideColumns(
  columns: readonly DraftColumn[],
  draft: DraftStatement,
  { statement, row, label, draft: other }: BalanceTotal,
  problem: WholeProblem,
): ShareRow {
  const weight = (kronorPer(other.unit.unit) ?? 1) / (kronorPer(draft.unit.unit) ?? 1)
  const cells = columns.map((column): Term | undefined => {
    const at = other.columns.findIndex(each => column.period !== null && timeOf(each) === timeOf(column))
    return at >= 0 && chosenCell(other, row, at)?.base ? { cell: problem.idOf(statement, row, at), weight } : undefined
  })
  return { label, cells, share: false, total: true, apart: false }
}
