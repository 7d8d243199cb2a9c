import type { Cell, Line, Statement } from '@finsam/domain'

/** The cell of a line in a column, as one name. */
export const cellKey = (line: string, column: string): string => `${line}/${column}`

/** A sum of one column that comes out. */
interface Sum {
  readonly cells: readonly string[]
  /** Those of its cells whose values were read from sums rather than printed. */
  readonly changed: readonly string[]
}

/** Slack of a sum of rounded amounts: half a step for each of them. */
const slackOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + (cell.step ?? 1) / 2, 0)

const isChanged = ({ status }: Cell): boolean => status === 'repaired' || status === 'derived' || status === 'ambiguous'

interface Term {
  readonly line: string
  readonly weight: number
  readonly cell: Cell
}

const termsOf = (total: Line, lines: ReadonlyMap<string, Line>, column: string): Term[] | undefined => {
  const parts = [{ line: total.id, weight: -1 }, ...(total.sumOf ?? [])]
  const terms = parts.flatMap(({ line, weight }) => {
    const cell = lines.get(line)?.values[column]
    return cell && cell.amount !== null ? [{ line, weight, cell }] : []
  })
  return terms.length === parts.length ? terms : undefined
}

/** The sums that come out. One addend proves nothing: its total may repeat the misreading. */
function sumsOf(statement: Statement): Sum[] {
  const byId = new Map(statement.lines.map(line => [line.id, line]))
  return statement.lines.flatMap(total =>
    statement.columns.flatMap(({ id }) => {
      const terms = (total.sumOf ?? []).length < 2 ? undefined : termsOf(total, byId, id)
      if (!terms) return []
      const difference = terms.reduce((rest, { weight, cell }) => rest + weight * (cell.amount ?? 0), 0)
      if (Math.abs(difference) > slackOf(terms.map(({ cell }) => cell).filter(cell => (cell.step ?? 1) > 1))) return []
      const keyOf = ({ line }: Term): string => cellKey(line, id)
      return [{ cells: terms.map(keyOf), changed: terms.filter(({ cell }) => isChanged(cell)).map(keyOf) }]
    }),
  )
}

/**
 * The cells that the sums of a statement prove. A sum that a cell's value was read from proves nothing by itself, since that value takes up
 * whatever else is misread in it: such a cell needs a second sum that comes out, and each of the two no other such cell.
 */
export function provedCells(statement: Statement): ReadonlySet<string> {
  const sums = sumsOf(statement)
  const settled = new Set<string>()
  for (let found = true; found; ) {
    found = false
    const alone = sums.flatMap(({ changed }) => {
      const open = changed.filter(cell => !settled.has(cell))
      return open.length === 1 ? open : []
    })
    for (const cell of alone)
      if (!settled.has(cell) && alone.filter(other => other === cell).length >= 2) {
        settled.add(cell)
        found = true
      }
  }
  return new Set(sums.filter(({ changed }) => changed.every(cell => settled.has(cell))).flatMap(({ cells }) => cells))
}
