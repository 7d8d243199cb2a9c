import { digitsBehind, likelyDigits } from './confusions.ts'
import { COSTS } from './costs.ts'
import { amountOf, isLegible, type PrintedNumber } from './printed-number.ts'

/** A value that a print may stand for, what believing it costs, and the slip that would have happened. */
export interface Candidate {
  readonly value: number
  readonly cost: number
  readonly slip: Slip
}

export type Slip =
  | 'none'
  | 'letter-for-digit'
  | 'digit-for-digit'
  | 'lost-digit'
  | 'extra-digit'
  | 'lost-minus'
  | 'invented-minus'
  | 'blank-for-zero'
  | 'value-lost'

const longest = 12

/**
 * All values that a print stands for after at most one slip beside its visible damage, cheapest first, each value once.
 *
 * @param within  how many nats dearer than the cheapest a value may be; what is dearer is not even made, which for a print of
 *                many letters is nearly all
 * @example candidatesOf(takeApart('5l2')) // → 512 (letter for digit), then 572, 542, 5 120 …
 */
export function candidatesOf(print: PrintedNumber, within = Number.POSITIVE_INFINITY): readonly Candidate[] {
  const readings = resolveLetters(print)
  const dearest = within + Math.min(...readings.filter(({ digits }) => isNumber(digits)).map(({ cost }) => cost))
  const found = new Map<number, Candidate>()
  const add = (digits: string, negative: boolean, cost: number, slip: Slip): void => {
    if (cost > dearest || !isNumber(digits)) return
    const value = amountOf(negative, digits, print.decimals)
    if ((found.get(value)?.cost ?? Number.POSITIVE_INFINITY) > cost) found.set(value, { value, cost, slip })
  }
  for (const { digits, cost, slip } of readings) {
    add(digits, print.negative, cost, slip)
    if (digits.length <= longest && cost + leastSlip <= dearest) addSlips(digits, print.negative, cost, add)
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost || a.value - b.value)
}

const isNumber = (digits: string): boolean => digits.length === 1 || (digits !== '' && !digits.startsWith('0'))

type Add = (digits: string, negative: boolean, cost: number, slip: Slip) => void

const { lostMinus, inventedMinus, likelyDigit, unlikelyDigit, lostDigit, doubledDigit, addedZero, addedOne, addedDigit } = COSTS
const slips = [lostMinus, inventedMinus, likelyDigit, unlikelyDigit, lostDigit, doubledDigit, addedZero, addedOne, addedDigit]
/** What the cheapest of the slips below costs. */
const leastSlip = Math.min(...slips.map(({ nats }) => nats))

function addSlips(digits: string, negative: boolean, base: number, add: Add): void {
  add(digits, !negative, base + (negative ? COSTS.inventedMinus.nats : COSTS.lostMinus.nats), negative ? 'invented-minus' : 'lost-minus')
  for (let at = 0; at < digits.length; at += 1) {
    const printed = digits.charAt(at)
    const likely = likelyDigits(printed)
    for (const digit of '0123456789') {
      if (digit === printed) continue
      const cost = likely.includes(digit) ? COSTS.likelyDigit.nats : COSTS.unlikelyDigit.nats
      add(digits.slice(0, at) + digit + digits.slice(at + 1), negative, base + cost, 'digit-for-digit')
    }
    add(digits.slice(0, at) + digits.slice(at + 1), negative, base + dropCost(digits, at), 'extra-digit')
  }
  for (let at = 0; at <= digits.length; at += 1) {
    for (const digit of '0123456789')
      add(digits.slice(0, at) + digit + digits.slice(at), negative, base + COSTS.lostDigit.nats, 'lost-digit')
  }
}

function dropCost(digits: string, at: number): number {
  if (digits.charAt(at) === digits.charAt(at + 1) || digits.charAt(at) === digits.charAt(at - 1)) return COSTS.doubledDigit.nats
  if (at === digits.length - 1 && digits.endsWith('0')) return COSTS.addedZero.nats
  if (at === 0 && digits.startsWith('1')) return COSTS.addedOne.nats
  return COSTS.addedDigit.nats
}

interface Resolved {
  readonly digits: string
  readonly cost: number
  readonly slip: Slip
}

/** The digit strings behind a print with letters in it; at most 64, none where more than three characters are unknown. */
function resolveLetters(print: PrintedNumber): readonly Resolved[] {
  if (isLegible(print)) return [{ digits: print.digits, cost: 0, slip: 'none' }]
  if (print.digits.length === 0 || print.digits.length > longest) return []
  let readings: Resolved[] = [{ digits: '', cost: 0, slip: 'letter-for-digit' }]
  for (const character of print.digits) {
    const known = /\d/.test(character) ? [character] : digitsBehind(character)
    const options = known.length > 0 ? known : [...'0123456789']
    const cost = /\d/.test(character) ? 0 : known.length > 0 ? COSTS.letterForDigit.nats : COSTS.unknownCharacter.nats
    if (/[|\]!]/.test(character)) {
      const border = readings.map(reading => ({ ...reading, cost: reading.cost + COSTS.borderInNumber.nats }))
      readings = [
        ...readings.map(reading => ({ ...reading, digits: `${reading.digits}1`, cost: reading.cost + COSTS.letterForDigit.nats })),
        ...border,
      ]
      continue
    }
    readings = readings.flatMap(reading =>
      options.map(digit => ({ digits: reading.digits + digit, cost: reading.cost + cost, slip: reading.slip })),
    )
    if (readings.length > 64) return []
  }
  return readings
}
