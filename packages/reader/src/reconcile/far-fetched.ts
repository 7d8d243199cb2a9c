import type { Weighing } from './change.ts'
import { type Changes, residualWith } from './change-pairs.ts'
import type { Equation } from './equation.ts'

/** A set of connected equations that do not hold, and all equations that each cell stands in. */
interface Disputed extends Weighing {
  readonly touching: readonly (readonly Equation[])[]
  readonly cluster: readonly Equation[]
}

/** What an explanation may cost in all, and for each change that nothing else confirms, before others that were not looked for are about as likely. */
const dearest = { whole: 20, each: 8.5 } as const

/**
 * Whether an explanation is so dear, or leaves so much of its cluster to the source, that it is no proof though no rival was found:
 * what is not searched, three slips in one sum or several in one number, may be as likely.
 */
export function isFarFetched(task: Disputed, cost: number, changes: Changes): boolean {
  if (changes.size === 0) return false
  const open = task.cluster.filter(equation => !holdsWith(task, changes, equation)).length
  if (open > 0 || cost >= dearest.whole) return true
  return cost >= dearest.each * changes.size && task.cluster.length <= changes.size && !isCornered(task, changes)
}

const holdsWith = (task: Disputed, changes: Changes, equation: Equation): boolean =>
  Math.abs(residualWith(task, changes, equation)) <= equation.slack

/** Whether all other cells of the cluster stand in some equation beside it that holds: nothing but the changed cells can be wrong. */
function isCornered(task: Disputed, changes: Changes): boolean {
  const cluster = new Set(task.cluster)
  return task.cluster.every(equation =>
    equation.terms.every(
      ({ cell }) => changes.has(cell) || (task.touching[cell] ?? []).some(other => !cluster.has(other) && holdsWith(task, changes, other)),
    ),
  )
}
