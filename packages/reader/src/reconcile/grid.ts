import { COSTS } from '../number/costs.ts'
import { amountOf, isLegible, stepOf, takeApart } from '../number/printed-number.ts'
import { type Candidate, candidatesOf, type Slip } from '../number/slips.ts'

/** A cell as printed, the value it shows, and what other values would cost. */
export interface GridCell {
  /** Empty where nothing is printed. */
  readonly printed: string
  readonly start: number
  readonly end: number
  /** The cheapest value of the print; null where it shows none. A blank and a dash show 0. */
  readonly base: number | null
  readonly baseSlip: Slip
  readonly step: number
  /** What it costs to hold that the print says nothing of the value. */
  readonly anyCost: number
  /** A dash stands beside the amount in a column of its own: it may be a minus. */
  readonly dashed: boolean
}

export interface GridReading {
  readonly cost: number
  readonly cells: readonly GridCell[]
  readonly toLabel: number
  /** The number of the note that the row refers to. */
  readonly note?: number
  /** All that it leaves blank are percents. */
  readonly lacksPercents?: true
}

/** What a row's label makes likely: that it sums others, and how its amount goes into results. */
export interface RowRole {
  readonly total: 'strong' | 'result' | 'none'
  readonly ofWhich: boolean
  /** Goes into a result with a minus. */
  readonly cost: boolean
  /** The total of all assets, or of all equity and liabilities: the two are equal. */
  readonly balance?: 'assets' | 'claims'
  readonly opening: boolean
  readonly closing: boolean
  /** In a unit that no sum of the table mixes with the rest: percent, persons. */
  readonly apart: boolean
}

export interface GridRow {
  readonly label: string
  /** The heading that the row stands under; empty where there is none. */
  readonly heading: string
  readonly sectionIndex: number
  /** How far its label is set in, a leading dash included: rows set in below a row are its parts. */
  readonly depth: number
  readonly role: RowRole
  readonly readings: readonly GridReading[]
}

export interface Grid {
  readonly columns: number
  /** The columns that hold percents, where some do: they add up to totals, at best, and are no amounts. */
  readonly shares?: readonly boolean[]
  readonly rows: readonly GridRow[]
}

/** The columns of a table that hold amounts. */
export const amountColumns = ({ columns, shares }: Grid): readonly number[] =>
  Array.from({ length: columns }, (_, column) => column).filter(column => !shares?.[column])

const blank: readonly Candidate[] = [{ value: 0, cost: 0, slip: 'blank-for-zero' }]
/** What prints stand for, up to so many values in all: a number of many damaged letters alone has thousands. */
const cache = new Map<string, readonly Candidate[]>()
const mostCached = 400_000
let cached = 0

const wellGrouped = /^[-−–—]?\s?\d{1,3}(?: \d{3})+$/

/** Whether a lost or added digit would have left other groups than the print shows: it would, unless it stood in the first one. */
const breaksGroups = (candidate: Candidate, groups: string): boolean =>
  (candidate.slip === 'lost-digit' || candidate.slip === 'extra-digit') && !String(Math.abs(candidate.value)).endsWith(groups)

/** The digits after the first group of a well-grouped print. */
const laterGroups = (printed: string): string => printed.replace(/^[-−–—]?\s?\d{1,3}/, '').replaceAll(' ', '')

const byCell = new WeakMap<GridCell, readonly Candidate[]>()
/** Longer lists are left to the cache of prints, so that a text full of damaged numbers takes no more memory than another. */
const mostPerCell = 400

/** All values a cell's print stands for after at most one slip, cheapest first. */
export function candidatesOfCell(cell: GridCell): readonly Candidate[] {
  const known = byCell.get(cell)
  if (known) return known
  const found = candidatesOfPrint(cell)
  if (found.length <= mostPerCell) byCell.set(cell, found)
  return found
}

/** The values of a cell whose letters leave its digits open, at most so many nats dearer than the cheapest. */
export function likelyValues(cell: GridCell, within: number): readonly number[] {
  const all = cell.dashed ? candidatesOfCell(cell) : candidatesOf(takeApart(cell.printed), within)
  const dearest = (all[0]?.cost ?? 0) + within
  return all.flatMap(({ cost, value }) => (cost <= dearest ? [value] : []))
}

function candidatesOfPrint(cell: GridCell): readonly Candidate[] {
  if (cell.printed === '' || /^[-−–—*†¹²³]+$/.test(cell.printed)) return blank
  const key = `${cell.dashed ? '±' : ''}${cell.printed}`
  const known = cache.get(key)
  if (known) return known
  const all = candidatesOf(takeApart(cell.printed))
  const groups = wellGrouped.test(cell.printed) ? laterGroups(cell.printed) : undefined
  const plain =
    groups === undefined
      ? all
      : all.map(candidate =>
          breaksGroups(candidate, groups) ? { ...candidate, cost: candidate.cost + COSTS.brokenGroups.nats } : candidate,
        )
  const found = cell.dashed
    ? plain.map(candidate => (candidate.slip === 'lost-minus' ? { ...candidate, cost: COSTS.minusApart.nats } : candidate))
    : plain
  if (cached > mostCached) {
    cache.clear()
    cached = 0
  }
  cached += found.length
  cache.set(key, found)
  return found
}

const legibleShare = (digits: string): number => digits.replace(/\D/g, '').length / Math.max(1, digits.length)

/** The cell of a print. */
export function cellOf(
  print: { readonly printed: string; readonly start: number; readonly end: number } | undefined,
  dashed = false,
  lost = false,
): GridCell {
  if (!print && lost) return { printed: '', start: 0, end: 0, base: null, baseSlip: 'value-lost', step: 1, anyCost: 0.5, dashed: false }
  if (!print) {
    return { printed: '', start: 0, end: 0, base: 0, baseSlip: 'blank-for-zero', step: 1, anyCost: COSTS.lostCell.nats + 1, dashed: false }
  }
  const place = { printed: print.printed, start: print.start, end: print.end, dashed }
  if (/^[-−–—*†¹²³]+$/.test(print.printed)) return { ...place, base: 0, baseSlip: 'blank-for-zero', step: 1, anyCost: 12 }
  const number = takeApart(print.printed)
  const step = stepOf(number.decimals)
  if (isLegible(number)) {
    return {
      ...place,
      base: amountOf(number.negative, number.digits, number.decimals),
      baseSlip: 'none',
      step,
      anyCost: Number.POSITIVE_INFINITY,
    }
  }
  const best = /\d/.test(number.digits) ? candidatesOf(number, 0)[0] : undefined
  return {
    ...place,
    base: best?.value ?? null,
    baseSlip: best?.slip ?? 'value-lost',
    step,
    anyCost: best ? (legibleShare(number.digits) >= 0.5 ? Number.POSITIVE_INFINITY : 9) : 1,
  }
}

/** Whether a cell's print shows a value of its own: neither blank nor illegible. */
export const showsValue = (cell: GridCell): boolean => cell.base !== null && cell.baseSlip !== 'blank-for-zero'

const byValue = new WeakMap<readonly Candidate[], ReadonlyMap<number, Candidate>>()
/** Values as keys: equal where they print equal. */
export const valueKey = (value: number): number => Math.round(value * 1000) / 1000

/** The candidates of a cell by their values. */
export function candidateMapOf(cell: GridCell): ReadonlyMap<number, Candidate> {
  const candidates = candidatesOfCell(cell)
  const known = byValue.get(candidates)
  if (known) return known
  const map = new Map(candidates.map(candidate => [valueKey(candidate.value), candidate]))
  byValue.set(candidates, map)
  return map
}
