import type { ConceptId } from '../concepts/concept.ts'
import { mapStatements } from '../concepts/map-statement.ts'
import { type ConceptMatch, matchConcept } from '../concepts/match-name.ts'
import type { Association, Member, Registry } from '../model/association.ts'
import type { Finding } from '../model/finding.ts'
import { periodKey } from '../model/period.ts'
import type { Column, DocumentInfo, DocumentReading, Line, Mapping, Nature, Statement } from '../model/reading.ts'
import type { SourceRef } from '../model/source.ts'
import { baseUnit } from '../model/unit.ts'
import { gatherAssociations, resolveAssociation } from './associations.ts'
import { conflictFindings } from './conflicts.ts'
import { compareAuthority } from './document-order.ts'
import { type Entry, gatherLines, type Occurrence } from './gather-lines.ts'
import type { Library, LibraryLine } from './library.ts'
import { periodOf, printingOf, unitOf } from './printing.ts'

type Match = (label: string, nature: Nature) => ConceptMatch | undefined

/** Names recur over documents and years; each is matched once a library. */
function rememberingMatch(): Match {
  const known = new Map<string, ConceptMatch | undefined>()
  return (label, nature) => {
    const key = `${nature} ${label}`
    if (!known.has(key)) known.set(key, matchConcept(label, nature))
    return known.get(key)
  }
}

const sourceOf = (document: DocumentInfo, line: Line): SourceRef => ({
  document: document.id,
  hash: document.hash,
  ...(line.page ? { page: line.page } : {}),
  line: line.sourceLine,
  text: line.text,
})

type Place = Omit<Entry, 'printing'>

function placeOf(statement: Statement, line: Line, column: Column, concept: ConceptId | undefined): Place {
  const period = periodOf(statement, line, column, concept)
  const unit = baseUnit(unitOf(statement, line, column))
  const { scenario, measure } = column
  const key = `${scenario} ${period ? periodKey(period) : '-'} ${unit}${measure ? ` ${measure}` : ''}`
  return { key, scenario, period, unit, ...(measure ? { measure } : {}) }
}

/** Where each column's amounts belong; lines of a balance or of their own unit are placed one by one. */
function placing(statement: Statement): (line: Line, column: Column, concept: ConceptId | undefined) => Place {
  const known = new Map<Column, Place>()
  return (line, column, concept) => {
    if (line.unit || statement.kind === 'balance') return placeOf(statement, line, column, concept)
    const place = known.get(column) ?? placeOf(statement, line, column, concept)
    known.set(column, place)
    return place
  }
}

function entriesOf(document: DocumentInfo, statement: Statement, line: Line, place: (column: Column) => Place): readonly Entry[] {
  const source = sourceOf(document, line)
  const entries: Entry[] = []
  for (const column of statement.columns) {
    const cell = line.values[column.id]
    if (!cell) continue
    const { key, scenario, period, unit, measure } = place(column)
    const printing = printingOf(document.id, statement, line, column, cell, source)
    entries.push(measure ? { key, scenario, period, unit, measure, printing } : { key, scenario, period, unit, printing })
  }
  return entries
}

function occurrencesOf({ document, statements }: DocumentReading, members: readonly Member[], match: Match): readonly Occurrence[] {
  const meaningsOf = mapStatements(statements, members, match)
  return statements.flatMap((statement, index) => {
    const meanings = meaningsOf[index]
    const place = placing(statement)
    return statement.lines.map(line => {
      const meaning = meanings?.get(line.id) ?? { mapping: 'exact' as const }
      return {
        document,
        statement,
        line,
        meaning,
        entries: entriesOf(document, statement, line, column => place(line, column, meaning.concept)),
      }
    })
  })
}

const mappingRank: Readonly<Record<Mapping, number>> = { confirmed: 0, exact: 1, synonym: 2, inferred: 3 }
const rankOf = (line: LibraryLine): number => (line.concept ? mappingRank[line.concept.mapping] : 9)

function groupInto<Value>(values: readonly Value[], keyOf: (value: Value) => string | undefined): ReadonlyMap<string, Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const key = keyOf(value)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}

function mainDocumentOf(documents: readonly DocumentInfo[], year: number | undefined): DocumentInfo | undefined {
  const latest = year ?? Math.max(...documents.map(({ fiscalYear }) => fiscalYear ?? Number.NEGATIVE_INFINITY))
  const own = documents.filter(({ fiscalYear }) => fiscalYear === latest)
  const candidates = own.length > 0 || year !== undefined ? own : documents
  return candidates.toSorted(compareAuthority)[0]
}

/** The document that speaks for each association and year, sorted out once each. */
function rememberingMainDocument(documentsOf: ReadonlyMap<string, readonly DocumentInfo[]>): Library['mainDocument'] {
  const known = new Map<string, DocumentInfo | undefined>()
  return (association, year) => {
    const key = `${association} ${year ?? ''}`
    if (!known.has(key)) known.set(key, mainDocumentOf(documentsOf.get(association) ?? [], year))
    return known.get(key)
  }
}

/** The associations, documents, lines, facts and findings, before they are indexed. */
function assemble(readings: readonly DocumentReading[], registry: Registry) {
  const resolved = readings.map(reading => {
    const association = resolveAssociation(registry, reading)
    return association === reading.document.association ? reading : { ...reading, document: { ...reading.document, association } }
  })
  const byAssociation = groupInto(resolved, ({ document }) => document.association)
  const associations = gatherAssociations(registry, byAssociation)
  const documents = new Map(resolved.map(({ document }) => [document.id, document]))
  const match = rememberingMatch()
  const linesByAssociation = new Map<string, readonly LibraryLine[]>()
  for (const { id, members } of associations) {
    const own = byAssociation.get(id) ?? []
    linesByAssociation.set(
      id,
      gatherLines(
        id,
        own.flatMap(reading => occurrencesOf(reading, members, match)),
        documents,
      ),
    )
  }
  return { resolved, associations, documents, linesByAssociation }
}

/**
 * Builds the library of everything that readings and registry know: lines gathered over statements and documents,
 * the printings of one amount brought together, concepts and members linked, all indexed for look-up.
 * Money is öre from here on, and a cost is positive however its document signs it.
 *
 * @param readings what the reader got out of each document; document ids are unique
 * @param registry the associations that are known with their members; others come from their documents
 */
export function createLibrary(readings: readonly DocumentReading[], registry: Registry): Library {
  const { resolved, associations, documents, linesByAssociation } = assemble(readings, registry)
  const lines = [...linesByAssociation.values()].flat()
  const byKey = new Map(lines.map(line => [line.key, line]))
  const byConcept = groupInto(lines, line => line.concept && `${line.association} ${line.concept.id}`)
  for (const group of byConcept.values()) group.sort((one, other) => rankOf(one) - rankOf(other))
  const associationById = new Map<string, Association>(associations.map(association => [association.id, association]))
  const memberById = new Map<string, Member>(associations.flatMap(({ members }) => members.map(member => [member.id, member] as const)))
  const readingById = new Map(resolved.map(reading => [reading.document.id, reading]))
  const documentsOf = groupInto([...documents.values()], ({ association }) => association)
  const findings: (Finding & { readonly document: string })[] = resolved.flatMap(({ document, findings: own }) =>
    own.map(finding => ({ ...finding, document: document.id })),
  )
  return {
    associations,
    documents: [...documents.values()],
    readings: resolved,
    lines,
    facts: resolved.flatMap(({ document, facts }) =>
      facts.map(fact => ({ ...fact, association: document.association, document: document.id })),
    ),
    findings: [...findings, ...conflictFindings(lines)],
    association: id => associationById.get(id),
    member: id => memberById.get(id),
    document: id => documents.get(id),
    reading: id => readingById.get(id),
    line: key => byKey.get(key),
    linesOf: association => linesByAssociation.get(association) ?? [],
    linesFor: (association, concept) => byConcept.get(`${association} ${concept}`) ?? [],
    mainDocument: rememberingMainDocument(documentsOf),
  }
}
