import { fold, nearest } from '@finsam/domain'

/** A thing with the names that people use for it. */
export interface Named<Value> {
  readonly value: Value
  /** What to call it in a list of choices. */
  readonly label: string
  readonly names: readonly string[]
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
export function namedAs<Value>(text: string, things: readonly Named<Value>[]): readonly Named<Value>[] {
  const wanted = fold(text)
  if (wanted === '') return []
  const equal = things.filter(thing => thing.names.some(name => fold(name) === wanted))
  if (equal.length > 0 || !wanted.endsWith('s')) return equal
  const stem = wanted.slice(0, -1)
  return things.filter(thing => thing.names.some(name => fold(name) === stem))
}
