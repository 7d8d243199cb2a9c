import type { DocumentReading, Finding, Place as KeptPlace, Line, SourceRef, Statement } from '@finsam/domain'
import type { Place } from '../formats/extracted-text.ts'
import { addressesOf } from './cell-address.ts'

/** Where the lines of an extracted text stood in the original. */
export interface PlacedLines {
  readonly lines: readonly string[]
  readonly places: ReadonlyMap<number, Place>
}

const tenth = (points: number): number => Math.round(10 * points) / 10

/** A place without its page, which is the source's own, and without what only the reading itself needs; undefined where nothing is left. */
function kept(place: Place | undefined): KeptPlace | undefined {
  if (!place) return undefined
  const { page: _, words: __, box, ...rest } = place
  const found: KeptPlace = box ? { ...rest, box: [tenth(box[0]), tenth(box[1]), tenth(box[2]), tenth(box[3])] } : rest
  return Object.keys(found).length === 0 ? undefined : found
}

/** What a line of a reading gains: its place, and its page where the text itself has no page marks. */
function gained(line: number, known: number | undefined, { places }: PlacedLines): { readonly place?: KeptPlace; readonly page?: number } {
  const found = places.get(line)
  const place = kept(found)
  const page = known ?? found?.page
  return { ...(place ? { place } : {}), ...(page === undefined ? {} : { page }) }
}

const placedSource = (source: SourceRef, text: PlacedLines): SourceRef => ({ ...source, ...gained(source.line, source.page, text) })

/** The figures of a line with their addresses, where it is a row of a workbook. */
function addressed(line: Line, statement: Statement, { lines, places }: PlacedLines): Line['values'] {
  const range = places.get(line.sourceLine)?.cells
  if (range === undefined) return line.values
  const cells = (lines[line.sourceLine - 1] ?? '')
    .replace(/^\f/, '')
    .split('\t')
    .map(cell => cell.trim())
  const printed = statement.columns.flatMap(({ id }) => {
    const text = line.values[id]?.printed.trim()
    return text ? [{ id, text }] : []
  })
  const addresses = addressesOf(
    printed.map(({ text }) => text),
    cells,
    range,
  )
  const values = { ...line.values }
  for (const [index, { id }] of printed.entries()) {
    const [cell, address] = [values[id], addresses[index]]
    if (cell && address !== undefined) values[id] = { ...cell, address }
  }
  return values
}

function placedStatement(statement: Statement, text: PlacedLines): Statement {
  const placedLine = (line: Line): Line => ({
    ...line,
    ...gained(line.sourceLine, line.page, text),
    values: addressed(line, statement, text),
  })
  return { ...statement, lines: statement.lines.map(placedLine) }
}

function placedFinding(finding: Finding, text: PlacedLines): Finding {
  const others = finding.others?.map(other => placedSource(other, text))
  return { ...finding, at: placedSource(finding.at, text), ...(others ? { others } : {}) }
}

/** A reading that knows where in the original its lines, figures, facts and findings stood. Plain text has no places, and stays as it is. */
export function keepPlaces(reading: DocumentReading, text: PlacedLines): DocumentReading {
  if (text.places.size === 0) return reading
  return {
    ...reading,
    statements: reading.statements.map(statement => placedStatement(statement, text)),
    facts: reading.facts.map(fact => ({ ...fact, source: placedSource(fact.source, text) })),
    findings: reading.findings.map(finding => placedFinding(finding, text)),
  }
}
