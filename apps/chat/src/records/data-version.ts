import { createHash } from 'node:crypto'
import type { DocumentReading, Library } from '@finsam/domain'

/** Cells that a person has confirmed: their values belong to the state of the data as the documents do. */
const confirmedCells = ({ statements }: DocumentReading): readonly unknown[] =>
  statements.flatMap(statement =>
    statement.lines.flatMap(line =>
      Object.entries(line.values).flatMap(([column, { status, amount }]) =>
        status === 'confirmed' ? [[statement.id, line.id, column, amount]] : [],
      ),
    ),
  )

const known = new WeakMap<Library, string>()

/** A short name for the state of everything that answers rest on: the same documents and corrections give the same name. */
export function dataVersion(library: Library): string {
  const version = known.get(library) ?? versionOf(library)
  known.set(library, version)
  return version
}

function versionOf(library: Library): string {
  const state = library.readings.map(reading => [reading.document.id, reading.document.hash, confirmedCells(reading)])
  return createHash('sha256')
    .update(JSON.stringify(state.sort(([a], [b]) => String(a).localeCompare(String(b)))))
    .digest('hex')
    .slice(0, 16)
}
