import type { Member } from '../model/association.ts'
import type { Statement } from '../model/reading.ts'
import { matchConcept } from './match-name.ts'
import { nameLines } from './name-lines.ts'
import { knowsInitiatives, readTotals } from './read-totals.ts'
import type { LineMeaning, Sheet } from './sheet.ts'
import { settleAssumed, settleBesideManagement, sortCosts } from './sort-costs.ts'

const flowless: ReadonlySet<Statement['kind']> = new Set([
  'volume-targets',
  'shares',
  'distribution-key',
  'balance',
  'cash-flow',
  'equity-rollforward',
])

/**
 * What each line of a document's statements stands for: by its name first, then by what adds it up or what it adds up.
 * Totals whose name says nothing (`Totalt`, `Summa`) are read from their addends.
 *
 * @returns one map a statement, in their order, from line id to meaning
 * @example mapStatements(reading.statements, members)[0]?.get('line-1') // { concept: 'contributions', mapping: 'exact' }
 */
export function mapStatements(
  statements: readonly Statement[],
  members: readonly Member[],
  match: Sheet['match'] = matchConcept,
): readonly ReadonlyMap<string, LineMeaning>[] {
  const sheets = statements.map((statement): Sheet => ({ statement, members, match, meanings: new Map() }))
  for (const sheet of sheets) nameLines(sheet)
  const flows = sheets.filter(({ statement }) => !flowless.has(statement.kind))
  for (const sheet of flows) {
    sortCosts(sheet)
    settleBesideManagement(sheet)
  }
  settleAssumed(flows)
  const initiativesKnown = flows.some(knowsInitiatives)
  for (const sheet of flows) readTotals(sheet, initiativesKnown)
  return sheets.map(({ meanings }) => meanings)
}
