import { createHash } from 'node:crypto'
import type { Library } from '@finsam/domain'
import type { Correction } from '../contract/records.ts'

/** A short name for the state of everything that answers rest on: the same documents and corrections give the same name. */
export function dataVersion(library: Library, corrections: readonly Correction[] = []): string {
  const documents = library.documents.map(({ id, hash }) => `${id} ${hash}`).sort()
  return createHash('sha256')
    .update(JSON.stringify([documents, corrections]))
    .digest('hex')
    .slice(0, 16)
}
