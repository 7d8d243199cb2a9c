import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'

const folder = new URL('../../data/documents/', import.meta.url)
const files = readdirSync(folder).sort()

/** The ids of the documents in `data/documents`: file names without their extension. */
export const documentIds: readonly string[] = files.map(file => basename(file, extname(file)))

/** The file of a shipped document. Throws on an id that is not shipped. */
export const documentFile = (id: string): URL => {
  const file = files.find(name => basename(name, extname(name)) === id)
  if (file === undefined) throw new Error(`no document ${id} in data/documents`)
  return new URL(file, folder)
}

/** The lines of a shipped document; line 1 is the first element. */
export const readDocumentLines = (id: string): readonly string[] => readFileSync(documentFile(id), 'utf8').split('\n')
