import { type Calculation, noteText } from '@finsam/domain'

const textsOf = (calculation: Calculation): string[] => [
  ...calculation.notes.map(note => noteText(note, 'en')),
  ...[...calculation.inputs, ...(calculation.ordered ?? [])].flatMap(textsOf),
]

/** Whose each text is: the names of the associations whose rows bear it. */
function ownersOf(rows: readonly Calculation[], nameOf: (id: string) => string): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, readonly string[]>()
  for (const row of rows) {
    const name = row.association === undefined ? [] : [nameOf(row.association)]
    for (const text of textsOf(row)) owners.set(text, [...new Set([...(owners.get(text) ?? []), ...name])])
  }
  return owners
}

/**
 * What a reader of the results should know, each once. Where rows of several associations stand side by side, a note says whose it is, unless it
 * is about all of them.
 *
 * @param rows the results that were asked for, among them those of a ranking
 */
export function tellNotes(calculations: readonly Calculation[], rows: readonly Calculation[], nameOf: (id: string) => string): string[] {
  const texts = [...new Set(calculations.flatMap(textsOf))]
  const associations = new Set(rows.flatMap(({ association }) => association ?? []))
  if (associations.size < 2) return texts
  const owners = ownersOf(rows, nameOf)
  return texts.map(text => {
    const names = owners.get(text) ?? []
    return names.length === 0 || names.length === associations.size ? text : `${names.join(', ')}: ${text}`
  })
}
