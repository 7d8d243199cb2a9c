import type { ConceptId } from '../concepts/concept.ts'
import type { Mapping } from '../model/reading.ts'
import { groupInto } from './group-into.ts'
import type { LibraryLine } from './library.ts'

/** The lines of one association, indexed. */
export interface Shelf {
  readonly lines: readonly LibraryLine[]
  readonly byKey: ReadonlyMap<string, LibraryLine>
  /** Best mapping first. */
  readonly byConcept: ReadonlyMap<ConceptId, readonly LibraryLine[]>
}

const mappingRank: Readonly<Record<Mapping, number>> = { confirmed: 0, exact: 1, synonym: 2, inferred: 3 }
const rankOf = (line: LibraryLine): number => (line.concept ? mappingRank[line.concept.mapping] : 9)

export function shelfOf(lines: readonly LibraryLine[]): Shelf {
  const byConcept = groupInto(lines, line => line.concept?.id)
  for (const group of byConcept.values()) group.sort((one, other) => rankOf(one) - rankOf(other))
  return { lines, byKey: new Map(lines.map(line => [line.key, line])), byConcept }
}
