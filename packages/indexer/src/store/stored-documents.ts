import { quoted } from './columns.ts'
import {
  contentColumns,
  contentRowSchema,
  documentColumns,
  documentRowSchema,
  rowsOf,
  type StoredContent,
  type StoredDocument,
  unpack,
} from './rows.ts'
import type { Tables } from './tables.ts'

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1)

/** All documents without their readings, by id. */
export async function storedDocuments({ documents }: Tables): Promise<readonly StoredDocument[]> {
  return (await rowsOf(documents.query().select(documentColumns), documentRowSchema)).sort(byId)
}

/** All documents with readings and texts, by id. */
export async function storedContents({ documents }: Tables): Promise<readonly StoredContent[]> {
  return (await rowsOf(documents.query().select(contentColumns), contentRowSchema)).map(unpack).sort(byId)
}

/** The document that fulfils a condition; undefined where there is none. */
export async function documentWhere({ documents }: Tables, where: string): Promise<StoredDocument | undefined> {
  return (await rowsOf(documents.query().where(where).select(documentColumns).limit(1), documentRowSchema))[0]
}

/** A document's lines; those of an earlier edition where `hash` names it. */
export async function storedLines(tables: Tables, id: string, hash: string | undefined): Promise<readonly string[] | undefined> {
  const where = `id = ${quoted(id)}${hash === undefined ? '' : ` AND hash = ${quoted(hash)}`}`
  for (const table of hash === undefined ? [tables.documents] : [tables.documents, tables.editions]) {
    const [row] = await rowsOf(table.query().where(where).select(contentColumns).limit(1), contentRowSchema)
    if (row) return unpack(row).lines
  }
  return undefined
}

/** The current edition of each document, looked up again only when a document has changed. */
export function currentEditions(tables: Tables): () => Promise<ReadonlyMap<string, string>> {
  let known: { readonly version: number; readonly editions: ReadonlyMap<string, string> } | undefined
  return async () => {
    const version = await tables.documents.version()
    if (known?.version === version) return known.editions
    const editions = new Map((await storedDocuments(tables)).map(({ id, edition }) => [id, edition]))
    known = { version, editions }
    return editions
  }
}
