import type { Quantity } from '../library/library.ts'
import type { Calculation } from './calculation.ts'
import type { Readings } from './leaf.ts'

/** The ambiguous quantities that a result rests on, each once. */
function ambiguousIn(calculation: Calculation, found = new Map<string, Quantity>()): ReadonlyMap<string, Quantity> {
  const { quantity } = calculation
  if (quantity && (quantity.alternatives?.length ?? 0) > 1) found.set(quantity.id, quantity)
  for (const input of calculation.inputs) ambiguousIn(input, found)
  return found
}

const mostReadings = 64

/** Every way to take one reading for each ambiguous quantity under a result; none where nothing is ambiguous, or where there are too many to list. */
export function readingsOf(calculation: Calculation): readonly Readings[] {
  const quantities = [...ambiguousIn(calculation).values()]
  let all: Map<string, number>[] = [new Map()]
  for (const { id, alternatives = [] } of quantities) {
    all = all.flatMap(known => alternatives.map(value => new Map([...known, [id, value]])))
    if (all.length > mostReadings) return []
  }
  return quantities.length === 0 ? [] : all
}
