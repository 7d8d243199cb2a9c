import { conceptNames, conceptTable } from '../concepts/concept-table.ts'
import { measureTable } from '../concepts/measure-table.ts'
import type { Library } from '../library/library.ts'
import { type Result, refusal } from '../model/result.ts'
import { nearest } from '../text/nearest.ts'
import type { EvaluationFailure } from './calculation.ts'

/** An association as people call it. */
export const nameOf = (library: Library, association: string): string => library.association(association)?.shortName ?? association

type Refusal = Result<never, EvaluationFailure>

/** `vastmanland` for what was typed near one of its names. */
export function unknownAssociation(library: Library, id: string): Refusal {
  const idOf = new Map(
    library.associations.flatMap(one => [one.id, one.name, one.shortName, ...one.aliases].map(name => [name, one.id] as const)),
  )
  const ids = [...new Set(nearest(id, [...idOf.keys()]).map(name => idOf.get(name) ?? name))]
  return refusal(
    'unknown-association',
    {
      sv: `Inget förbund har namnet ”${id}”; ange ett av förbunden som är kända.`,
      en: `No association has the id "${id}"; give one of the associations that are known.`,
    },
    ids,
  )
}

/** The lines of the association whose labels are nearest to what was asked for. */
export function unknownLine(library: Library, association: string, key: string): Refusal {
  const labels = library.linesOf(association).map(line => line.label)
  const name = key.slice(key.indexOf('/') + 1).replaceAll('-', ' ')
  return refusal(
    'unknown-line',
    {
      sv: `Ingen rad ”${key}” är känd; använd nyckeln för en av förbundets rader.`,
      en: `No line "${key}" is known; use the key of one of the association's lines.`,
    },
    nearest(name, labels),
  )
}

export function unknownConcept(id: string): Refusal {
  const ids = [...conceptTable, ...measureTable].map(row => row.id)
  return refusal(
    'unknown-concept',
    { sv: `Inget begrepp eller nyckeltal heter ”${id}”.`, en: `No concept or measure has the id "${id}".` },
    nearest(id, ids),
  )
}

export function unknownMember(library: Library, association: string, id: string): Refusal {
  const members = library.association(association)?.members ?? []
  const near = nearest(
    id,
    members.map(member => member.name),
  )
  return refusal(
    'unknown-member',
    { sv: `”${id}” är inte medlem i förbundet.`, en: `"${id}" is no member of the association.` },
    near.length > 0 ? near : members.map(member => member.name),
  )
}

export function unknownFact(id: string): Refusal {
  return refusal('unknown-fact', {
    sv: `Ingen uppgift heter ”${id}”; uppgifterna står vid sitt dokument.`,
    en: `No fact has the id "${id}"; facts are listed with their document.`,
  })
}

/** An association that does have documents, but prints nothing for the concept. */
export function conceptNotPrinted(library: Library, association: string, id: string): Refusal {
  const { sv, en } = conceptNames(id)
  const name = nameOf(library, association)
  const known = [...new Set(library.linesOf(association).flatMap(line => (line.concept ? [line.concept.id] : [])))]
  const names = known.map(known => conceptNames(known).sv)
  return refusal(
    'not-printed',
    {
      sv: `Dokumenten för ${name} har ingen rad för ”${sv}”.`,
      en: `The documents of ${name} print no line for "${en}".`,
    },
    nearest(sv, names, 8),
  )
}
