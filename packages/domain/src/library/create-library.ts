import type { ConceptId } from '../concepts/concept.ts'
import type { Association, Member, Registry } from '../model/association.ts'
import type { Finding } from '../model/finding.ts'
import type { DocumentInfo, DocumentReading } from '../model/reading.ts'
import { gatherAssociations, resolveAssociation } from './associations.ts'
import { conflictFindings } from './conflicts.ts'
import { rememberingMainDocument } from './document-order.ts'
import { gatherLines } from './gather-lines.ts'
import { groupInto } from './group-into.ts'
import type { Library, LibraryLine } from './library.ts'
import { occurrencesOf, rememberingMatch } from './occurrences.ts'
import { type Shelf, shelfOf } from './shelf.ts'

/** A value that is worked out when it is first asked for, and kept. */
function lazily<Value>(work: () => Value): () => Value {
  let known: { readonly value: Value } | undefined
  return () => {
    known ??= { value: work() }
    return known.value
  }
}

function resolve(readings: readonly DocumentReading[], registry: Registry): readonly DocumentReading[] {
  return readings.map(reading => {
    const association = resolveAssociation(registry, reading)
    return association === reading.document.association ? reading : { ...reading, document: { ...reading.document, association } }
  })
}

/** Each association's lines, gathered when it is first asked about: a country loads at once though nobody asks about all of it. */
function shelvesOf(
  associations: readonly Association[],
  byAssociation: ReadonlyMap<string, readonly DocumentReading[]>,
  documents: ReadonlyMap<string, DocumentInfo>,
): ReadonlyMap<string, () => Shelf> {
  const match = rememberingMatch()
  const gather = ({ id, members }: Association): Shelf => {
    const own = byAssociation.get(id) ?? []
    const occurrences = own.flatMap(reading => occurrencesOf(reading, members, match))
    return shelfOf(gatherLines(id, occurrences, documents))
  }
  return new Map(associations.map(association => [association.id, lazily(() => gather(association))]))
}

type LibraryFact = Library['facts'][number]
const factsOf = ({ document, facts }: DocumentReading): readonly LibraryFact[] =>
  facts.map(fact => ({ ...fact, association: document.association, document: document.id }))

type LibraryFinding = Finding & { readonly document: string }
const findingsOf = ({ document, findings }: DocumentReading): readonly LibraryFinding[] =>
  findings.map(finding => ({ ...finding, document: document.id }))

/**
 * Builds the library of everything that readings and registry know: lines gathered over statements and documents,
 * the printings of one amount brought together, concepts and members linked, all indexed for look-up.
 * Money is öre from here on, and a cost is positive however its document signs it.
 *
 * @param readings what the reader got out of each document; document ids are unique
 * @param registry the associations that are known with their members; others come from their documents
 * @example createLibrary([reading], { associations: [] }).line('a/kansli')?.quantities[0]?.value // 110000000: 1 100 tkr in öre
 */
export function createLibrary(readings: readonly DocumentReading[], registry: Registry): Library {
  const resolved = resolve(readings, registry)
  const byAssociation = groupInto(resolved, ({ document }) => document.association)
  const associations = gatherAssociations(registry, byAssociation)
  const documents = new Map(resolved.map(({ document }) => [document.id, document]))
  const shelves = shelvesOf(associations, byAssociation, documents)
  const shelf = (association: string): Shelf | undefined => shelves.get(association)?.()
  const lines = lazily((): readonly LibraryLine[] => [...shelves.values()].flatMap(gathered => gathered().lines))
  const findings = lazily(() => [...resolved.flatMap(findingsOf), ...conflictFindings(lines())])
  const associationById = new Map<string, Association>(associations.map(association => [association.id, association]))
  const memberById = new Map<string, Member>(associations.flatMap(({ members }) => members.map(member => [member.id, member] as const)))
  const readingById = new Map(resolved.map(reading => [reading.document.id, reading]))
  return {
    associations,
    documents: [...documents.values()],
    readings: resolved,
    facts: resolved.flatMap(factsOf),
    get lines() {
      return lines()
    },
    get findings() {
      return findings()
    },
    association: id => associationById.get(id),
    member: id => memberById.get(id),
    document: id => documents.get(id),
    reading: id => readingById.get(id),
    line: key => shelf(key.slice(0, Math.max(0, key.indexOf('/'))))?.byKey.get(key),
    linesOf: association => shelf(association)?.lines ?? [],
    linesFor: (association, concept: ConceptId) => shelf(association)?.byConcept.get(concept) ?? [],
    mainDocument: rememberingMainDocument(groupInto([...documents.values()], ({ association }) => association)),
  }
}
