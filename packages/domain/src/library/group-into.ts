/** Values by key, in their order; those without a key are left out. */
export function groupInto<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key | undefined): ReadonlyMap<Key, Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const value of values) {
    const key = keyOf(value)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
