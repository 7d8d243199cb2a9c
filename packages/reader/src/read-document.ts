import { createHash } from 'node:crypto'
import { type DocumentReading, failure, type Registry, type Result, success } from '@finsam/domain'
import { type Block, findBlocks, stripMarks } from './document/blocks.ts'
import { type DecodeFailureCode, decodeBytes } from './document/decode-bytes.ts'
import { describeDocument } from './document/document-info.ts'
import { parseFileName } from './document/file-id.ts'
import { findHeadings } from './document/headings.ts'
import { identifyAssociation } from './document/identify-association.ts'
import { findPassages, type Passage } from './document/passages.ts'
import { readFacts } from './facts/read-facts.ts'
import { findSentences } from './facts/sentence.ts'
import { readFindings } from './findings/read-findings.ts'
import { gatherKnowledge, type LabelKnowledge } from './labels/knowledge.ts'
import { restoreLabel } from './labels/restore-label.ts'
import { restoreStatements } from './labels/restore-statements.ts'
import { readMeter } from './meter/read-meter.ts'
import { readStatements } from './statements/read-statements.ts'
import type { EaseAt } from './statements/whole-problem.ts'
import { parseTextDocument, type TextDocument } from './text/text-document.ts'

/** A file to be read, with what is known of associations. */
export interface FileToRead {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly registry: Registry
}

/** A document read: figures, facts and findings, its lines, and its passages for search. */
export interface DocumentRead {
  readonly reading: DocumentReading
  readonly document: TextDocument
  readonly passages: readonly Passage[]
}

export type ReadFailureCode = DecodeFailureCode | 'file-type-unsupported'

const extensions = ['txt', 'md', 'markdown', 'text']

function tableLinesOf(statements: DocumentReading['statements']): ReadonlySet<number> {
  return new Set(statements.flatMap(statement => [...statement.headerLines, ...statement.lines.map(line => line.sourceLine)]))
}

function describe(
  document: TextDocument,
  blocks: readonly Block[],
  knowledge: LabelKnowledge,
  file: FileToRead,
): DocumentReading['document'] {
  const lines = document.lines.map(line => restoreLabel(stripMarks(line.text.slice(0, 20_000)), knowledge)).filter(line => line !== '')
  const headings = findHeadings(blocks, knowledge)
  const identity = identifyAssociation(lines.join('\n'), file.registry)
  const about = describeDocument(
    lines,
    headings.map(heading => heading.title),
    file.fileName,
  )
  const pages = document.pages === undefined ? {} : { pages: document.pages }
  return { id: document.id, hash: document.hash, ...identity, ...about, ...pages, lines: document.lines.length }
}

/**
 * Reads a text or Markdown file: whose it is, its statements with every figure, the facts of its prose, what is odd in it,
 * and the passages to search.
 *
 * @returns  the reading, or a coded failure with one sentence that says what to do
 * @example  readDocument({ bytes, fileName: 'budget-2024.txt', registry: { associations: [] } })
 */
export function readDocument(file: FileToRead): Result<DocumentRead, ReadFailureCode> {
  const { id, extension } = parseFileName(file.fileName)
  if (!extensions.includes(extension))
    return failure('file-type-unsupported', `Files of type “.${extension}” are not read; save the document as .txt or .md first.`, [
      '.txt',
      '.md',
    ])
  const decoded = decodeBytes(file.bytes)
  if (!decoded.ok) return decoded
  return success(readText(decoded.value, id, file))
}

/** Reads a document's text, however it was got out of the file; `easeAt` tells where it was hard to make out, and where easy. */
export function readText(text: string, id: string, file: FileToRead, easeAt?: EaseAt): DocumentRead {
  const hash = createHash('sha256').update(file.bytes).digest('hex')
  const document = parseTextDocument(text, { id, hash })
  const knowledge = gatherKnowledge(text, file.registry)
  const first = describe(document, findBlocks(document, new Set()), knowledge, file)
  const tables = readStatements(document, {
    kind: first.kind,
    ...(first.fiscalYear === undefined ? {} : { fiscalYear: first.fiscalYear }),
    ...(easeAt ? { easeAt } : {}),
  })
  const statements = restoreStatements(tables.statements, knowledge)
  const blocks = findBlocks(document, tableLinesOf(statements))
  const sentences = findSentences(blocks, knowledge)
  const about = {
    document,
    associationName: first.associationName,
    fiscalYear: first.fiscalYear,
    registry: file.registry,
    statements,
    title: first.title,
  }
  const facts = readFacts(sentences, about)
  const checked = readFindings({ document, statements, facts, sentences, fiscalYear: first.fiscalYear })
  const reading: DocumentReading = {
    document: first,
    statements,
    facts: [...facts, ...checked.facts],
    findings: [...tables.findings, ...checked.findings],
    headings: findHeadings(blocks, knowledge),
    meter: readMeter(document, { tables: tables.accounted, facts: [...facts, ...checked.facts] }),
  }
  return { reading, document, passages: findPassages(blocks, knowledge) }
}
