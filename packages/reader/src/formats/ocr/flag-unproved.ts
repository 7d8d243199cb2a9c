import type { Cell, Line, Statement } from '@finsam/domain'

/** Slack of a sum of rounded amounts: half a step for each of them. */
const slackOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + (cell.step ?? 1) / 2, 0)

const amountsOf = (lines: readonly (Line | undefined)[], column: string): readonly Cell[] | undefined => {
  const cells = lines.map(line => line?.values[column])
  return cells.every((cell): cell is Cell => cell !== undefined && cell.amount !== null) ? cells : undefined
}

/** The cells of a column that stand in a sum which comes out, as `line/column`. One addend proves nothing: its total may repeat the misreading. */
function provedIn(statement: Statement): Set<string> {
  const byId = new Map(statement.lines.map(line => [line.id, line]))
  const proved = new Set<string>()
  for (const total of statement.lines) {
    const parts = total.sumOf ?? []
    if (parts.length < 2) continue
    for (const column of statement.columns) {
      const cells = amountsOf([total, ...parts.map(part => byId.get(part.line))], column.id)
      if (!cells) continue
      const [sum, ...addends] = cells
      const difference =
        addends.reduce((rest, cell, index) => rest + (parts[index]?.weight ?? 1) * (cell.amount ?? 0), 0) - (sum?.amount ?? 0)
      if (Math.abs(difference) <= slackOf(cells.filter(cell => (cell.step ?? 1) > 1)))
        for (const line of [total.id, ...parts.map(part => part.line)]) proved.add(`${line}/${column.id}`)
    }
  }
  return proved
}

/** Figures that text recognition read are `ambiguous` until a sum of the statement proves them: a misread digit looks like any other. */
export function flagUnproved(statement: Statement, recognisedLines: ReadonlySet<number>): Statement {
  if (recognisedLines.size === 0) return statement
  const proved = provedIn(statement)
  const flagged = (line: Line, column: string, cell: Cell): Cell =>
    cell.status !== 'printed' || cell.amount === null || proved.has(`${line.id}/${column}`)
      ? cell
      : { ...cell, status: 'ambiguous', alternatives: [cell.amount] }
  return {
    ...statement,
    lines: statement.lines.map(line =>
      recognisedLines.has(line.sourceLine)
        ? {
            ...line,
            values: Object.fromEntries(Object.entries(line.values).map(([column, cell]) => [column, flagged(line, column, cell)])),
          }
        : line,
    ),
  }
}
