import type { LineMeaning } from '../concepts/sheet.ts'
import { given } from '../model/given.ts'
import type { Period } from '../model/period.ts'
import type { DocumentInfo, Line, Mapping, Scenario, Statement } from '../model/reading.ts'
import { baseUnit, isMoney, type Unit } from '../model/unit.ts'
import { fold, foldWithoutYears, slug } from '../text/fold.ts'
import { gatherPrintings } from './document-order.ts'
import type { LibraryLine, Printing, Quantity } from './library.ts'

/** One cell's place in time and scenario, with its printing. */
export interface Entry {
  readonly key: string
  readonly scenario: Scenario
  readonly period: Period | null
  readonly unit: Unit
  readonly measure?: string
  readonly printing: Printing
}

/** One line of one statement, before lines of the same name are gathered. */
export interface Occurrence {
  readonly document: DocumentInfo
  readonly statement: Statement
  readonly line: Line
  readonly meaning: LineMeaning
  readonly entries: readonly Entry[]
}

interface Cluster {
  readonly occurrences: Occurrence[]
  /** The entries of each scenario, period, unit and measure. */
  readonly cells: Map<string, Entry[]>
}

const natureGroup = (occurrence: Occurrence): string => {
  const { nature } = occurrence.line
  return nature === 'cash' || nature === 'asset' ? 'asset' : nature === 'equity' || nature === 'result' ? 'result' : nature
}
const moneyLine = (occurrence: Occurrence): boolean => isMoney(occurrence.line.unit ?? occurrence.statement.unit)
const meets = (one: Printing, other: Printing): boolean => one.low <= other.high && other.low <= one.high
const mappingRank: Readonly<Record<Mapping, number>> = { confirmed: 0, exact: 1, synonym: 2, inferred: 3 }

/** Two rows of one table that both fill a column are two lines. */
const sharesColumn = (one: Occurrence, other: Occurrence): boolean =>
  one.statement === other.statement &&
  one.entries.some(({ printing }) => other.entries.some(entry => entry.printing.column === printing.column))

/**
 * Whether an occurrence is the line that a cluster gathers: same nature and concept, no cell of the same column twice,
 * and not a namesake whose every comparable amount is another (two tables may each have a `Summa kostnader`).
 */
function belongs(cluster: Cluster, occurrence: Occurrence): boolean {
  const first = cluster.occurrences[0]
  if (!first || natureGroup(first) !== natureGroup(occurrence) || moneyLine(first) !== moneyLine(occurrence)) return false
  if (first.meaning.concept !== occurrence.meaning.concept) return false
  if (cluster.occurrences.some(other => sharesColumn(other, occurrence))) return false
  const comparable = occurrence.entries.flatMap(entry => {
    const known = cluster.cells.get(entry.key)?.[0]
    return known ? [meets(known.printing, entry.printing)] : []
  })
  const namesake = occurrence.line.role === 'total' || first.line.section !== occurrence.line.section
  return comparable.length === 0 || comparable.includes(true) || !namesake
}

function include(cluster: Cluster, occurrence: Occurrence): void {
  cluster.occurrences.push(occurrence)
  for (const entry of occurrence.entries) {
    const known = cluster.cells.get(entry.key)
    if (known) known.push(entry)
    else cluster.cells.set(entry.key, [entry])
  }
}

function clusterByName(occurrences: readonly Occurrence[]): readonly Cluster[] {
  const byName = Map.groupBy(occurrences, occurrence => foldWithoutYears(occurrence.line.label))
  return [...byName.values()].flatMap(namesakes => {
    const clusters: Cluster[] = []
    for (const occurrence of namesakes) {
      let cluster = clusters.find(candidate => belongs(candidate, occurrence))
      if (!cluster) {
        cluster = { occurrences: [], cells: new Map() }
        clusters.push(cluster)
      }
      include(cluster, occurrence)
    }
    return clusters
  })
}

function keyOf(association: string, { line, statement }: Occurrence, taken: ReadonlyMap<string, unknown>): string {
  const plain = `${association}/${slug(foldWithoutYears(line.label)) || 'rad'}`
  const wishes = [plain, ...(line.section ? [`${plain}--${slug(line.section)}`] : []), `${plain}--${slug(statement.title) || statement.id}`]
  const free = wishes.find(wish => !taken.has(wish))
  if (free) return free
  let count = 2
  while (taken.has(`${plain}--${count}`)) count++
  return `${plain}--${count}`
}

function quantitiesOf(
  association: string,
  key: string,
  cluster: Cluster,
  documents: ReadonlyMap<string, DocumentInfo>,
): LibraryLine['quantities'] {
  const quantities: Quantity[] = []
  for (const [entryKey, same] of cluster.cells) {
    const [first] = same
    if (!first) continue
    const { scenario, period, unit, measure } = first
    const identity = { id: `${key}|${entryKey}`, association, line: key, scenario, period, unit, ...(measure ? { measure } : {}) }
    const printings = same.length === 1 ? [first.printing] : same.map(({ printing }) => printing)
    quantities.push(gatherPrintings(identity, printings, documents))
  }
  return quantities
}

/** A label's own year goes where the line is gathered from several: `Ingående balans 2022` and `… 2023` are one line. */
function labelOf(cluster: Cluster, label: string): string {
  const folded = new Set(cluster.occurrences.map(one => one.line.label))
  return folded.size > 1 && new Set([...folded].map(fold)).size > 1
    ? label.replace(/\s*\b(19|20)\d\d\b(-\d\d-\d\d)?/g, '').trim() || label
    : label
}

function libraryLine(
  association: string,
  key: string,
  cluster: Cluster,
  documents: ReadonlyMap<string, DocumentInfo>,
): LibraryLine | undefined {
  const latest = cluster.occurrences.reduce<Occurrence | undefined>(
    (best, next) => (best && (best.document.fiscalYear ?? 0) >= (next.document.fiscalYear ?? 0) ? best : next),
    undefined,
  )
  if (!latest) return undefined
  const { line, statement } = latest
  const spellings = new Set<string>()
  let { meaning } = latest
  for (const one of cluster.occurrences) {
    spellings.add(one.line.label).add(one.line.printedLabel)
    if (mappingRank[one.meaning.mapping] < mappingRank[meaning.mapping]) meaning = one.meaning
  }
  return {
    key,
    association,
    label: labelOf(cluster, line.label),
    spellings: [...spellings],
    ...(line.section ? { section: line.section } : {}),
    nature: line.nature,
    role: line.role,
    unit: baseUnit(line.unit ?? statement.unit),
    ...(meaning.concept
      ? { concept: { id: meaning.concept, mapping: meaning.mapping, ...(meaning.note ? { note: meaning.note } : {}) } }
      : {}),
    ...given({ member: meaning.member }),
    quantities: quantitiesOf(association, key, cluster, documents),
  }
}

/** A total's addends as keys of library lines; a cost that its statement prints with a minus changes its weight with its sign. */
function addends(cluster: Cluster, keyOfLine: ReadonlyMap<string, string>): LibraryLine['sumOf'] {
  const total = cluster.occurrences.find(({ line }) => line.sumOf)
  if (!total?.line.sumOf) return undefined
  const { statement, document } = total
  const sign = (id: string): number =>
    statement.costSign === 'negative' && statement.lines.find(line => line.id === id)?.nature === 'cost' ? -1 : 1
  return total.line.sumOf.flatMap(({ line, weight }) => {
    const key = keyOfLine.get(`${document.id} ${statement.id} ${line}`)
    return key ? [{ line: key, weight: weight * sign(line) * sign(total.line.id) }] : []
  })
}

/** The lines of one association, each name once, from all its statements and documents. */
export function gatherLines(
  association: string,
  occurrences: readonly Occurrence[],
  documents: ReadonlyMap<string, DocumentInfo>,
): readonly LibraryLine[] {
  const lines = new Map<string, { readonly line: LibraryLine; readonly cluster: Cluster }>()
  const keyOfLine = new Map<string, string>()
  for (const cluster of clusterByName(occurrences)) {
    const [first] = cluster.occurrences
    if (!first) continue
    const key = keyOf(association, first, lines)
    const line = libraryLine(association, key, cluster, documents)
    if (line) lines.set(key, { line, cluster })
    for (const { document, statement, line: own } of cluster.occurrences) keyOfLine.set(`${document.id} ${statement.id} ${own.id}`, key)
  }
  return [...lines.values()].map(({ line, cluster }) => {
    const sumOf = addends(cluster, keyOfLine)
    return sumOf ? { ...line, sumOf } : line
  })
}
