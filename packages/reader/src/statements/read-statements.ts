import type { Finding, Statement } from '@finsam/domain'
import type { TextDocument } from '../text/text-document.ts'

/** A numeric token of the text that went into a cell, a header, a note reference or a code: `start` and `end` are offsets in the line's text. */
export interface NumericToken {
  readonly line: number
  readonly start: number
  readonly end: number
}

/** What is known of a document before its tables are read. */
export interface StatementContext {
  readonly fiscalYear?: number
}

/** All statements of a document, what was odd in them, and which of its numbers they account for. */
export interface StatementsReading {
  readonly statements: Statement[]
  readonly findings: Finding[]
  readonly accounted: NumericToken[]
}

/** Reads every table of a text into statements. */
export function readStatements(_document: TextDocument, _context: StatementContext): StatementsReading {
  return { statements: [], findings: [], accounted: [] }
}
