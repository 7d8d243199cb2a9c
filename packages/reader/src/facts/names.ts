import type { Registry } from '@finsam/domain'
import { plain } from '../labels/plain.ts'

/** Members of the registry by every name without diacritics. A name that two members share stands for neither. */
export function memberNamesOf(registry: Registry): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const association of registry.associations)
    for (const member of association.members) for (const name of [member.name, ...member.aliases]) names.set(plain(name), member.name)
  return names
}

/** A municipality's full name by Swedish genitive: `Habo` → `Habo kommun`, `Jönköping` → `Jönköpings kommun`. */
export const municipalityName = (name: string): string => (/[aoueiyåäös]$/i.test(name) ? `${name} kommun` : `${name}s kommun`)

/** Splits an enumeration: `A, B samt C` → A, B, C. */
export const splitList = (text: string): readonly string[] =>
  text
    .split(/\s*[,;]\s*(?:(?:och|samt|and)\s+)?|\s+(?:och|samt|respektive|tillsammans med|and)\s+/u)
    .map(part => part.replace(/^[\s:”"(]+|[\s.”")]+$/gu, ''))
    .filter(part => part !== '')

/** A proper name: capitalised words, small ones between them allowed. */
export const namePattern =
  '\\p{Lu}[\\p{L}\\d&/-]*(?:\\s(?:(?:i|av|och|för|på|de|von)\\s)?\\p{Lu}[\\p{L}\\d&/-]*)*(?:\\s(?:kommun|stad|län|AB|samordningsförbund))?'

/** One of a person's names: `Lena`, `Per-Olov`. */
export const onePersonName = '\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?'

/** A person's first and last names: `Lena Berg`, `Per-Olov von Alm`. */
export const personName = `${onePersonName}(?:\\s(?:af |von |de )?${onePersonName}){1,3}`
