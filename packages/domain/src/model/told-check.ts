import * as z from 'zod/mini'

/**
 * A plain predicate as a check of a schema, with what a published JSON Schema says of it: a predicate alone is checked, but nobody is told.
 * The bundle stays without zod's own formats, of which the engine needs two.
 */
export function toldCheck<Value>(holds: (value: Value) => boolean, told: Readonly<Record<string, unknown>>) {
  const check = z.refine<Value>(holds)
  check._zod.onattach.push(({ _zod: { bag } }) => Object.assign(bag, told))
  return check
}

/** An object whose every key holds the same; zod's own record would add to the bundle what `catchall` does as well. */
export const eachKey = <Schema extends z.ZodMiniType>(schema: Schema) => z.catchall(z.object({}), schema)
