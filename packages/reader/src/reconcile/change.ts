import { COSTS } from '../number/costs.ts'
import { takeApart } from '../number/printed-number.ts'
import type { Candidate } from '../number/slips.ts'
import { slipsBetween } from '../number/slips-between.ts'
import type { CellId } from './equation.ts'
import { candidateMapOf, candidatesOfCell, valueKey } from './grid.ts'
import type { Problem } from './problem.ts'
import { roundnessCost } from './roundness.ts'

export interface Change {
  readonly value: number
  readonly cost: number
}

/** A problem with the values held so far, and how damaged its text is. */
export interface Weighing {
  readonly problem: Problem
  readonly values: readonly (number | null)[]
  /** How much cheaper each slip is than the table of costs says, which assumes one damaged character in a hundred. */
  readonly ease: number
  /** Whether the text is so damaged that several slips in one number are no wonder. */
  readonly severalSlips: boolean
}

/** However doubtful its cell, a slip that costs more elsewhere costs no less than this. */
const leastSlip = 0.5
/** No several slips in one number cost less than these. */
const leastOfSeveral = COSTS.lostMinus.nats + COSTS.likelyDigit.nats - 3

/**
 * The ways in which a cell could have been meant to show `wanted`, within `slack`: the nearest printable value first. Several slips
 * in one number are looked for where `dearest` leaves room for them.
 */
export function waysTo(
  weighing: Weighing,
  id: CellId,
  wanted: number,
  slack: number,
  dearest = Number.POSITIVE_INFINITY,
): readonly Change[] {
  const { problem, values } = weighing
  const own = problem.cells[id]
  if (!own) return []
  const { cell } = own
  const map = candidateMapOf(cell)
  let surroundings: Context | undefined
  const context: Context = (value, minusLost) => {
    surroundings ??= contextOf(weighing, id)
    return surroundings(value, minusLost)
  }
  const nearest = Math.round(wanted / cell.step) * cell.step
  const reach = Math.min(3, Math.floor(slack / cell.step))
  for (let off = 0; off <= reach; off += 1) {
    const found: Change[] = []
    for (const value of off === 0 ? [nearest] : [nearest - off * cell.step, nearest + off * cell.step]) {
      const candidate = map.get(valueKey(value))
      if (!candidate || value === values[id] || Math.abs(value - wanted) > slack) continue
      const cost = slipCost(weighing, id, candidate) + context(candidate.value, candidate.slip === 'lost-minus')
      found.push({ value: candidate.value, cost: cost + off * 0.3 })
    }
    if (found.length > 0) return found
  }
  if (Math.abs(nearest - wanted) > slack) return []
  if (cell.anyCost >= 12) return weighing.severalSlips && dearest >= leastOfSeveral ? severalSlips(weighing, id, nearest) : []
  const cost = cell.anyCost + context(nearest, nearest < 0) + 0.25 * Math.log(1 + Math.abs(nearest))
  return [{ value: nearest, cost }]
}

/** What a single slip costs in a cell of a text as damaged as this one, where recognition was as sure of the cell as it was. */
function slipCost({ ease, problem }: Weighing, id: CellId, candidate: Candidate): number {
  if (candidate.slip === 'letter-for-digit' || /minus/.test(candidate.slip)) return candidate.cost
  const usual = candidate.cost - ease
  return Math.max(Math.min(usual, leastSlip), usual - (problem.cells[id]?.ease ?? 0))
}

const mostSlips = 3

/** Up to three slips in one number; what is damaged beyond that could have been any. */
function severalSlips(weighing: Weighing, id: CellId, value: number): readonly Change[] {
  const cell = weighing.problem.cells[id]?.cell
  const own = weighing.values[id]
  if (!cell || cell.printed === '' || own === null || own === value) return []
  const print = takeApart(cell.printed)
  const slips = slipsBetween(print, value)
  if (!slips || slips.count > mostSlips) return []
  const minusLost = value < 0 && !print.negative
  return [{ value, cost: slips.cost - slips.count * weighing.ease + contextOf(weighing, id)(value, minusLost) }]
}

/** All single-slip changes of a cell. */
export function changesOf(weighing: Weighing, id: CellId): readonly Change[] {
  const { problem, values } = weighing
  const own = problem.cells[id]
  if (!own) return []
  const context = contextOf(weighing, id)
  return candidatesOfCell(own.cell).flatMap(candidate =>
    candidate.value === values[id]
      ? []
      : [
          {
            value: candidate.value,
            cost: slipCost(weighing, id, candidate) + context(candidate.value, candidate.slip === 'lost-minus'),
          },
        ],
  )
}

/** What the surroundings of a cell say of a value that it would change to. */
type Context = (value: number, minusLost: boolean) => number

/**
 * What the rest of the row says of a change: amounts of a row are of one size, negative neighbours make a minus likely, equal
 * ones speak against departing from them; and what its column, of amounts rounded or not.
 */
function contextOf({ problem, values }: Weighing, id: CellId): Context {
  const own = problem.cells[id]
  const now = values[id]
  const siblings = (own?.siblings ?? []).map(sibling => values[sibling] ?? 0)
  const [first] = siblings
  const same = siblings.length >= 2 && now === first && siblings.every(sibling => sibling === first)
  const negative = own?.signed === true || own?.negative === true || siblings.some(sibling => sibling < 0)
  const positive = siblings.some(sibling => sibling > 0)
  const minus = own?.cell.dashed ? 0 : negative ? COSTS.minusLikely.nats : positive ? COSTS.minusUnlikely.nats : 1
  const middle = own?.middle ?? 0
  return (value, minusLost) =>
    COSTS.unlikeSize.nats * (sizeGap(value, middle) - sizeGap(now ?? value, middle)) +
    (minusLost ? minus : 0) +
    roundnessCost(own?.roundness, now ?? value, value) +
    (same && value !== first ? COSTS.unlikeRow.nats : 0)
}

/** How far an amount is from the middle amount of its row, in powers of e, at most 5; 0 where the row tells nothing. */
const sizeGap = (value: number, middle: number): number =>
  value === 0 || middle < 0 ? 0 : middle === 0 ? 2 : Math.min(5, Math.abs(Math.log(Math.abs(value) / middle)))

/** The middle size of a row's other amounts: 0 where all are zero, −1 where there are none. */
export function middleSize(values: readonly (number | null)[]): number {
  if (values.length === 0) return -1
  const sizes = values.flatMap(value => (value ? [Math.abs(value)] : [])).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 0
}

/** Cells of an equation that stand positive in a row of negative amounts: their minus may be lost. */
export function lostSigns(problem: Problem, values: readonly (number | null)[], ids: readonly CellId[]): readonly CellId[] {
  return ids.filter(id => {
    const value = values[id] ?? 0
    const siblings = (problem.cells[id]?.siblings ?? []).map(sibling => values[sibling] ?? 0)
    if (value > 0 && problem.cells[id]?.negative) return true
    return value > 0 && siblings.filter(sibling => sibling < 0).length > siblings.filter(sibling => sibling > 0).length
  })
}
