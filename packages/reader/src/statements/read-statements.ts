import type { DocumentInfo, Finding, Statement } from '@finsam/domain'
import { solve } from '../reconcile/solve.ts'
import { blockTables } from '../tables/block-tables.ts'
import { findTables } from '../tables/find-tables.ts'
import { kindLines } from '../tables/kinded-text.ts'
import type { KindedLine } from '../tables/line-kinds.ts'
import type { TextDocument } from '../text/text-document.ts'
import { isTable } from './accepted.ts'
import { accountedTokens } from './accounted.ts'
import { assembleStatements } from './assemble.ts'
import { confirmByShares } from './confirm-by-shares.ts'
import { traitsOf } from './document-traits.ts'
import { doubtTables } from './doubtful-tables.ts'
import { draftStatements } from './draft-statement.ts'
import { joinParted } from './join-parted.ts'
import { readLabelled } from './labelled/read-labelled.ts'
import { openPlacements } from './open-placements.ts'
import { readShares } from './read-shares.ts'
import { shareFindings } from './share-findings.ts'
import { statementFindings } from './statement-findings.ts'
import { type EaseAt, wholeProblem } from './whole-problem.ts'

/** A numeric token of the text that went into a cell, a header, a note reference or a code: `start` and `end` are offsets in the line's text. */
export interface NumericToken {
  readonly line: number
  readonly start: number
  readonly end: number
}

/** What is known of a document before its tables are read. */
export interface StatementContext {
  readonly fiscalYear?: number
  readonly kind?: DocumentInfo['kind']
  /** How sure recognition was of what it read; the same everywhere for texts that need none. */
  readonly easeAt?: EaseAt
}

/** All statements of a document, what was odd in them, and which of its numbers they account for. */
export interface StatementsReading {
  readonly statements: Statement[]
  readonly findings: Finding[]
  readonly accounted: NumericToken[]
}

/**
 * Reads every table of a text into statements. Amounts are in the printed unit of the line, column or statement, signed as
 * printed after repair; what was changed, derived or left open is in the cells' status and in the findings.
 *
 * @example readStatements(parseTextDocument('Bokslut 2023\nIntäkter 10\nKostnader 8\nResultat 2', id), {}).statements[0]?.lines.length // → 3
 */
export function readStatements(document: TextDocument, context: StatementContext): StatementsReading {
  const traits = traitsOf(document, context)
  const kinded = kindLines(document)
  const labelled = readLabelled(document, kinded.lines, traits)
  const { lines, unjoined } = joinParted(withoutLabelled(kinded.lines, labelled.statements))
  const tables = findTables(lines).flatMap(blockTables).filter(isTable)
  const drafts = draftStatements(document, tables, traits)
  const problem = wholeProblem(drafts, context.easeAt)
  const solved = solve(problem)
  const placed = openPlacements(drafts, problem, { ...solved, violated: [...solved.violated, ...problem.aside] })
  const shares = readShares(drafts, problem, placed)
  const confirmed = confirmByShares(problem, placed, shares)
  const solution = doubtTables(drafts, problem, confirmed.solution)
  const settled = { drafts, problem, solution, values: solution.cells.map(cell => cell.value), shareProofs: confirmed.proofs }
  const statements = assembleStatements(settled)
  return {
    statements: [...statements, ...labelled.statements],
    findings: [
      ...statementFindings(document, settled, statements),
      ...shareFindings({
        document,
        settled,
        statements,
        relations: shares.relations,
        provedBySums: id => placed.cells[id]?.checked === true,
      }),
      ...unjoinedFindings(document, unjoined),
      ...limitFindings(document, kinded.stoppedAt, solution.exhausted),
    ],
    accounted: [...accountedTokens(drafts), ...labelled.accounted],
  }
}

/** Labelled amounts are statements of their own, and no rows of a table. */
function withoutLabelled(lines: readonly KindedLine[], labelled: readonly Statement[]): readonly KindedLine[] {
  const taken = new Set(labelled.flatMap(statement => statement.lines.map(line => line.sourceLine)))
  return lines.map(line => (taken.has(line.line.number) ? { ...line, kind: 'prose' as const, rows: [], atoms: [] } : line))
}

const placeOf = (document: TextDocument, line: number) => ({
  document: document.id,
  hash: document.hash,
  line,
  text: (document.lines[line - 1]?.text ?? '').slice(0, 200),
})

/** Amounts whose labels stand in another block and could not be told apart. */
const unjoinedFindings = (document: TextDocument, lines: readonly number[]): Finding[] =>
  lines.map(line => ({ code: 'labels-apart', severity: 'warning', parameters: { line }, at: placeOf(document, line) }))

/** What was left unread or unproved because a work limit was met: nothing of it is silent. */
function limitFindings(document: TextDocument, stoppedAt: number | undefined, exhausted: boolean): Finding[] {
  const at = (line: number) => placeOf(document, line)
  return [
    ...(stoppedAt === undefined
      ? []
      : [{ code: 'reading-stopped', severity: 'warning' as const, parameters: { line: stoppedAt }, at: at(stoppedAt) }]),
    ...(exhausted ? [{ code: 'search-stopped', severity: 'info' as const, parameters: {}, at: at(1) }] : []),
  ]
}
