import { type Column, conceptOf, mapStatements, periodWords, type Statement, scenarioWords } from '@finsam/domain'

/** A stretch of a document's lines, both ends included. */
interface Stretch {
  readonly line: number
  readonly lineTo: number
}

/** What a column holds, as its header has it and as it was understood: `Bokslut 2021`, `utfall`, `2021`. */
const columnWords = ({ label, scenario, period }: Column): readonly string[] => [
  label,
  scenarioWords(scenario).sv,
  ...(period ? [periodWords(period).sv] : []),
]

/**
 * Tells what the rows of tables in a passage say by where they stand: the tables' titles and columns, which may stand far above, and what their totals are, whatever
 * damage their labels have. Items keep to their own labels: prose about them is to be found before a table that lists them.
 *
 * @returns  words for a stretch of lines, none where it shows no row of a table
 * @example  tableWords(reading.statements)({ line: 252, lineTo: 272 }) // 'Resultatbudget\nBudget 2023\nbudget\n2023\nInsatskostnader'
 */
export function tableWords(statements: readonly Statement[]): (passage: Stretch) => string {
  const meanings = mapStatements(statements, [])
  return ({ line, lineTo }) => {
    const words = statements.flatMap((statement, at) => {
      const rows = statement.lines.filter(({ sourceLine }) => line <= sourceLine && sourceLine <= lineTo)
      if (rows.length === 0) return []
      const totals = rows.filter(({ role }) => role === 'total').map(({ id }) => meanings[at]?.get(id)?.concept)
      const named = totals.flatMap(concept => (concept ? [conceptOf(concept)?.sv.name ?? ''] : []))
      return [statement.title, ...statement.columns.flatMap(columnWords), ...named]
    })
    return [...new Set(words)].filter(Boolean).join('\n')
  }
}
