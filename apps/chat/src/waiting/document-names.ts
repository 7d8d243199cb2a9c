import type { DocumentInfo, Library } from '@finsam/domain'
import type { Upload } from '../contract/waiting.ts'

/**
 * An id that nothing is loaded under, by association and year: many associations name their files alike (`verksamhetsplan-2026.pdf`).
 *
 * @example freeId(library, document) // 'provlunda-2026', or 'provlunda-2026-2' where that is taken
 */
export function freeId(library: Library, { association, fiscalYear }: DocumentInfo): string {
  const name = [association, fiscalYear].filter(part => part !== undefined).join('-')
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? name : `${name}-${count}`
    if (!library.document(id)) return id
  }
}

/** What stands under a file's own id already, and whether that is the same association's. */
export function standing(library: Library, { id, hash, association }: DocumentInfo): Pick<Upload, 'known' | 'replaces'> {
  const loaded = library.document(id)
  if (!loaded) return { known: 'new' }
  if (loaded.hash === hash) return { known: 'same' }
  const { title, associationName } = loaded
  return { known: 'other', replaces: { title, associationName, sameAssociation: loaded.association === association } }
}
