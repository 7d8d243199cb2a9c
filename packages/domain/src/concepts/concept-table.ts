import type { Words } from '../model/language.ts'
import type { Concept, ConceptId } from './concept.ts'
import rows from './concepts.json' with { type: 'json' }
import { named } from './named-row.ts'

/**
 * Every concept with its names and definition in Swedish and English.
 * The rows are data: name, definition and then every synonym; another name for a line that documents use goes into `concepts.json`, no code changes.
 * `concept-table.test.ts` holds ids, natures and parents to their types.
 * @example conceptTable.filter(({ parent }) => parent === 'initiatives').map(({ id }) => id) // ['initiatives-individual', 'initiatives-structural', 'initiative']
 */
export const conceptTable: readonly Concept[] = rows.map(named) as readonly Concept[]

const byId = new Map(conceptTable.map(concept => [concept.id as string, concept]))

/**
 * The concept of an id; undefined for an id that is none.
 * @example conceptOf('audit')?.sv.name // 'Revision'
 */
export const conceptOf = (id: string): Concept | undefined => byId.get(id)

/**
 * Whether a concept is another or lies under it: `audit` is within `administration`.
 * @example isWithin('audit', 'total-costs') // true
 */
export function isWithin(id: ConceptId, ancestor: ConceptId): boolean {
  for (let at: ConceptId | undefined = id; at; at = byId.get(at)?.parent) if (at === ancestor) return true
  return false
}

/** The names of a concept or measure in both languages. */
export const namesOf = ({ sv, en }: { readonly sv: { readonly name: string }; readonly en: { readonly name: string } }): Words => ({
  sv: sv.name,
  en: en.name,
})

/** The names of a concept in both languages; the id itself where it is none. */
export function conceptNames(id: string): Words {
  const concept = conceptOf(id)
  return concept ? namesOf(concept) : { sv: id, en: id }
}
