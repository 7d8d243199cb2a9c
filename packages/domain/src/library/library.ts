import type { ConceptId } from '../concepts/concept.ts'
import type { Association, Member } from '../model/association.ts'
import type { Finding } from '../model/finding.ts'
import type { Period } from '../model/period.ts'
import type { CellStatus, DocumentInfo, DocumentReading, Fact, Mapping, Nature, Scenario } from '../model/reading.ts'
import type { SourceRef } from '../model/source.ts'
import type { Unit } from '../model/unit.ts'

/** One appearance of a quantity in a document. */
export interface Printing {
  readonly document: string
  readonly statement: string
  readonly line: string
  readonly column: string
  readonly source: SourceRef
  readonly printed: string
  readonly status: CellStatus
  readonly proof?: string
  /** Value and rounding interval in base units: money in öre (integers), everything else as it is. */
  readonly value: number | null
  readonly low: number
  readonly high: number
  readonly alternatives?: readonly number[]
}

/**
 * One amount of one association: a line, a scenario and a period, whatever tables print it.
 * Money in öre. `low..high` is what the printings allow together; `value` the best known, null where it is not known.
 */
export interface Quantity {
  readonly id: string
  readonly association: string
  /** Key of the `LibraryLine`. */
  readonly line: string
  readonly scenario: Scenario
  readonly period: Period | null
  readonly unit: Unit
  readonly measure?: string
  readonly value: number | null
  readonly low: number
  readonly high: number
  readonly status: CellStatus
  readonly alternatives?: readonly number[]
  readonly printings: readonly Printing[]
  /** True where printings contradict each other beyond rounding. */
  readonly conflict: boolean
}

/** A line of an association, gathered over its statements and documents: `Processtödjare` of Västra Mälardalen. */
export interface LibraryLine {
  /** `association/slug-of-label` (with the section where labels repeat). */
  readonly key: string
  readonly association: string
  readonly label: string
  /** Every printed spelling. */
  readonly spellings: readonly string[]
  readonly section?: string
  readonly nature: Nature
  readonly role: 'item' | 'total' | 'of-which'
  readonly unit: Unit
  readonly concept?: { readonly id: ConceptId; readonly mapping: Mapping; readonly note?: string }
  /** The member whose contribution the line is. */
  readonly member?: string
  /** Keys of the lines that it sums. */
  readonly sumOf?: readonly { readonly line: string; readonly weight: number }[]
  readonly quantities: readonly Quantity[]
}

/** Everything that is known, indexed for look-up. Built once from readings; immutable. */
export interface Library {
  readonly associations: readonly Association[]
  readonly documents: readonly DocumentInfo[]
  readonly readings: readonly DocumentReading[]
  readonly lines: readonly LibraryLine[]
  readonly facts: readonly (Fact & { readonly association: string; readonly document: string })[]
  readonly findings: readonly (Finding & { readonly document: string })[]
  /** An association by its id. */
  association(id: string): Association | undefined
  /** A member by its id. */
  member(id: string): Member | undefined
  /** A document by its id. */
  document(id: string): DocumentInfo | undefined
  /** All that was read out of a document, by its id. */
  reading(document: string): DocumentReading | undefined
  /** A line by its key. */
  line(key: string): LibraryLine | undefined
  /** All lines of an association. */
  linesOf(association: string): readonly LibraryLine[]
  /** Lines of an association mapped to a concept, best mapping first. */
  linesFor(association: string, concept: ConceptId): readonly LibraryLine[]
  /** The document that speaks for an association and a year: the decided one of the year itself first. */
  mainDocument(association: string, year?: number): DocumentInfo | undefined
}
