import { type Result, success } from '../model/result.ts'

/** Every value, or the first failure. */
export function allOf<Item, Value, Code extends string>(
  items: readonly Item[],
  run: (item: Item) => Result<Value, Code>,
): Result<readonly Value[], Code> {
  const values: Value[] = []
  for (const item of items) {
    const result = run(item)
    if (!result.ok) return result
    values.push(result.value)
  }
  return success(values)
}
