/** What a file name tells: the document's id and its extension in lower case, without the dot. */
export interface FileName {
  readonly id: string
  readonly extension: string
}

const slugged = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** A safe id of lower-case ASCII letters, digits and single hyphens: `slug('Södra Vätterbygden')` → `sodra-vatterbygden`. */
export const slug = (text: string): string => slugged(text).slice(0, 80).replace(/-+$/, '') || 'document'

/**
 * The document's id, its file name without folders and extension, slugged where it holds anything but letters, digits, dots, hyphens and underscores.
 *
 * @example  parseFileName('plans/Budget 2024.TXT') // → { id: 'budget-2024', extension: 'txt' }
 */
export function parseFileName(fileName: string): FileName {
  const base = fileName.split(/[\\/]/).at(-1) ?? ''
  const dot = base.lastIndexOf('.')
  const stem = dot > 0 ? base.slice(0, dot) : base
  const extension = dot > 0 ? base.slice(dot + 1).toLowerCase() : ''
  const safe = /^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/.test(stem) && !stem.includes('..')
  return { id: safe ? stem : slug(stem), extension }
}
