import { type Column, type DocumentReading, fold, type Line, periodKey, type Statement, type Unit } from '@finsam/domain'

/** A cell that stands otherwise in a document than in its earlier version; null where it does not stand at all. In the unit of its line. */
export interface Change {
  readonly line: string
  readonly column: string
  readonly unit: Unit
  readonly before: number | null
  readonly after: number | null
  /** Where it stands in the newer version. */
  readonly sourceLine?: number
}

interface Place {
  readonly statement: Statement
  readonly line: Line
  readonly column: Column
}

/** What makes two cells of two versions the same cell: kind of statement, label, scenario, period, measure; not its place. */
const keyOf = ({ statement, line, column }: Place): string =>
  [
    statement.kind,
    fold(line.section ?? ''),
    fold(line.label),
    column.scenario,
    column.period ? periodKey(column.period) : column.label,
    column.measure ?? '',
  ].join('|')

function placesOf({ statements }: DocumentReading): ReadonlyMap<string, Place> {
  const all = statements.flatMap(statement =>
    statement.lines.flatMap(line => statement.columns.flatMap(column => (line.values[column.id] ? [{ statement, line, column }] : []))),
  )
  return new Map(all.map(place => [keyOf(place), place]))
}

const amountAt = (place: Place | undefined): number | null => (place ? (place.line.values[place.column.id]?.amount ?? null) : null)

/** Every cell that stands otherwise in one version than in the other, those that are new or gone included, in the order of the newer. */
export function changesBetween(earlier: DocumentReading, later: DocumentReading): readonly Change[] {
  const before = placesOf(earlier)
  const after = placesOf(later)
  const keys = [...new Set([...after.keys(), ...before.keys()])]
  return keys.flatMap(key => {
    const [was, is] = [before.get(key), after.get(key)]
    const place = is ?? was
    if (!place || amountAt(was) === amountAt(is)) return []
    const { line, column, statement } = place
    const unit = line.unit ?? column.unit ?? statement.unit
    return [
      {
        line: line.label,
        column: column.label,
        unit,
        before: amountAt(was),
        after: amountAt(is),
        ...(is ? { sourceLine: line.sourceLine } : {}),
      },
    ]
  })
}
