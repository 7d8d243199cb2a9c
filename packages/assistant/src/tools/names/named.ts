import { fold, type Library, nearest } from '@finsam/domain'

/** A thing with the names that people use for it. */
export interface Named<Value> {
  readonly value: Value
  /** What to call it in a list of choices. */
  readonly label: string
  readonly names: readonly string[]
}

/** Things by their folded names: names are folded once, not at every call. */
export interface NameIndex<Value> {
  readonly things: readonly Named<Value>[]
  readonly byName: ReadonlyMap<string, readonly Named<Value>[]>
}

export function indexNames<Value>(things: readonly Named<Value>[]): NameIndex<Value> {
  const byName = new Map<string, Named<Value>[]>()
  for (const thing of things)
    for (const name of new Set(thing.names.map(fold))) {
      const same = byName.get(name)
      if (same) same.push(thing)
      else byName.set(name, [thing])
    }
  return { things, byName }
}

/** Keeps what is made of a library, under a key, for as long as the library lives. */
export function oncePerLibrary<Value>(make: (library: Library, key: string) => Value): (library: Library, key?: string) => Value {
  const made = new WeakMap<Library, Map<string, Value>>()
  return (library, key = '') => {
    const own = made.get(library) ?? new Map<string, Value>()
    const known = own.get(key)
    if (known !== undefined) return known
    const value = make(library, key)
    made.set(library, own.set(key, value))
    return value
  }
}

/**
 * The labels whose names come nearest to a text, best first.
 *
 * @example nearestLabels('Vesterås', [{ value: 1, label: 'Västerås', names: ['Västerås'] }]) // → ['Västerås']
 */
export function nearestLabels(text: string, things: readonly Named<unknown>[], limit = 5): readonly string[] {
  const labels = new Map(things.flatMap(({ label, names }) => names.map(name => [name, label] as const)))
  return [...new Set(nearest(text, [...labels.keys()], 3 * limit).map(name => labels.get(name) ?? name))].slice(0, limit)
}

/** The things of which one name equals the text, letter case, diacritics, punctuation and a genitive -s aside. */
export function namedAs<Value>(text: string, { byName }: NameIndex<Value>): readonly Named<Value>[] {
  const wanted = fold(text)
  if (wanted === '') return []
  return byName.get(wanted) ?? (wanted.endsWith('s') ? byName.get(wanted.slice(0, -1)) : undefined) ?? []
}
