import type { PageSpan } from '@finsam/assistant'
import { type DocumentReading, documentReadingSchema, failure, type Registry, type Result, registrySchema, success } from '@finsam/domain'
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

const snapshotSchema = z.object({
  format: z.literal(format),
  registry: registrySchema,
  documents: z.array(
    z.object({
      reading: documentReadingSchema,
      lines: z.array(z.string()),
      pages: z.array(z.object({ page: z.number().int(), from: z.number().int(), to: z.number().int() })),
    }),
  ),
  /** The text index, as its library writes it; ids are `document:line`. */
  index: z.string(),
})
export type Snapshot = z.infer<typeof snapshotSchema>

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
  const snapshot = {
    format,
    registry,
    documents: contents.map(({ reading, lines, pages }) => ({ reading, lines, pages })),
    index: writeIndex(contents.flatMap(indexedPassages)),
  }
  return JSON.stringify(snapshot)
}

const notASnapshot = failure('not-a-snapshot', 'The file is no snapshot of finsam. Write one with: finsam export --all FILE')

/** Reads a snapshot's text; refused in one sentence where it is none, or of another format. */
export function parseSnapshot(text: string): Result<Snapshot, 'not-a-snapshot'> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return notASnapshot
  }
  const parsed = snapshotSchema.safeParse(json)
  return parsed.success ? success(parsed.data) : notASnapshot
}
