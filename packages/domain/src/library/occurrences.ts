import type { ConceptId } from '../concepts/concept.ts'
import { mapStatements } from '../concepts/map-statement.ts'
import { type ConceptMatch, matchConcept } from '../concepts/match-name.ts'
import type { Member } from '../model/association.ts'
import { given } from '../model/given.ts'
import { periodKey } from '../model/period.ts'
import type { Cell, Column, DocumentInfo, DocumentReading, Line, Nature, Statement } from '../model/reading.ts'
import type { SourceRef } from '../model/source.ts'
import { baseUnit } from '../model/unit.ts'
import type { Entry, Occurrence } from './gather-lines.ts'
import { periodOf, printingOf, unitOf } from './printing.ts'

type Match = (label: string, nature: Nature) => ConceptMatch | undefined

/** Names recur over documents and years; each is matched once a library. */
export function rememberingMatch(): Match {
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
  ...given({ page: line.page }),
  line: line.sourceLine,
  text: line.text,
  ...given({ place: line.place }),
})

/** A figure's own cell, where the line knows no more than its row. */
const atCell = (source: SourceRef, { address }: Cell): SourceRef =>
  address === undefined ? source : { ...source, place: { ...source.place, cells: address } }

type Place = Omit<Entry, 'printing'>

function placeOf(statement: Statement, line: Line, column: Column, concept: ConceptId | undefined): Place {
  const period = periodOf(statement, line, column, concept)
  const unit = baseUnit(unitOf(statement, line, column))
  const { scenario, measure } = column
  const key = `${scenario} ${period ? periodKey(period) : '-'} ${unit}${measure ? ` ${measure}` : ''}`
  return { key, scenario, period, unit, ...given({ measure }) }
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
    const printing = printingOf(document.id, statement, line, column, cell, atCell(source, cell))
    entries.push(measure ? { key, scenario, period, unit, measure, printing } : { key, scenario, period, unit, printing })
  }
  return entries
}

/** Every line of a document's statements with what it stands for and its printed amounts. */
export function occurrencesOf({ document, statements }: DocumentReading, members: readonly Member[], match: Match): readonly Occurrence[] {
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
