import { createHash } from 'node:crypto'
import type { PageSpan } from '@finsam/assistant'
import { type DocumentReading, failure, type Registry, type Result, success } from '@finsam/domain'
import * as z from 'zod'
import { passagesOf } from './passages.ts'
import { type IndexedPassage, writeIndex } from './text-index.ts'

/** What a snapshot takes of a stored document. */
export interface SnapshotContent {
  readonly reading: DocumentReading
  readonly lines: readonly string[]
  readonly pages: readonly PageSpan[]
}

const format = 'finsam-snapshot-1'

/** The first line of the file: what it is, and the SHA-256 of the lines after it. */
const headSchema = z.object({ format: z.literal(format), sha256: z.string().length(64) })

/** The second line. The third is the text index, as its library writes it; its ids are `document:line`. */
interface Body {
  readonly registry: Registry
  readonly documents: readonly SnapshotContent[]
}

export interface Snapshot extends Body {
  /** Not parsed before the first search. */
  readonly index: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The passages of a stored document, under the ids of the index. */
export function indexedPassages({ reading: { document, headings }, lines, pages }: SnapshotContent): readonly IndexedPassage[] {
  return passagesOf({ lines, pages, headings }).map(passage => ({
    ...passage,
    id: `${document.id}:${passage.line}`,
    document: document.id,
    association: document.association,
  }))
}

/**
 * Everything that the tools need, as one text: readings, texts and a small text index. Serves assistants without the store's engine.
 *
 * @example await writeFile('snapshot.json', writeSnapshot(await store.contents(), registry))
 */
export function writeSnapshot(contents: readonly SnapshotContent[], registry: Registry): string {
  const body: Body = { registry, documents: contents.map(({ reading, lines, pages }) => ({ reading, lines, pages })) }
  const rest = `${JSON.stringify(body)}\n${writeIndex(contents.flatMap(indexedPassages))}\n`
  return `${JSON.stringify({ format, sha256: sha256(rest) })}\n${rest}`
}

const notASnapshot = failure('not-a-snapshot', 'The file is no snapshot of finsam, or damaged. Write one with: finsam export --all FILE')

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Reads a snapshot's text; refused in one sentence where it is none, of another format, or damaged. What the hash vouches for was checked
 * when it was written, so that opening it does not check each reading again.
 */
export function parseSnapshot(text: string): Result<Snapshot, 'not-a-snapshot'> {
  const headEnd = text.indexOf('\n')
  const bodyEnd = text.indexOf('\n', headEnd + 1)
  const head = headSchema.safeParse(parseJson(text.slice(0, Math.max(0, headEnd))))
  if (!head.success || bodyEnd < 0 || sha256(text.slice(headEnd + 1)) !== head.data.sha256) return notASnapshot
  const body: Body = JSON.parse(text.slice(headEnd + 1, bodyEnd))
  return success({ ...body, index: text.slice(bodyEnd + 1).trimEnd() })
}
