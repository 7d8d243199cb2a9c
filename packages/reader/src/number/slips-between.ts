import { digitsBehind, likelyDigits } from './confusions.ts'
import { COSTS } from './costs.ts'
import type { PrintedNumber } from './printed-number.ts'

/** What it costs that several slips turned one number into a print, and how many there were beside letters for digits. */
export interface Slips {
  readonly cost: number
  readonly count: number
}

const longest = 12
const none: Slips = { cost: Number.POSITIVE_INFINITY, count: 0 }
const plus = (before: Slips, cost: number, count = 1): Slips => ({ cost: before.cost + cost, count: before.count + count })
const cheaper = (a: Slips, b: Slips): Slips => (b.cost < a.cost ? b : a)

/**
 * The cheapest slips that turn `meant` into a print, however many there are: the digits of both are laid side by side, each pair
 * the same, confused, lost or added.
 *
 * @returns  undefined where the print is too long, or shows another number of decimals
 * @example slipsBetween(takeApart('7484'), 1404) // → { cost: 13, count: 2 }: 7 for 1 and 8 for 0
 */
export function slipsBetween(print: PrintedNumber, meant: number): Slips | undefined {
  const scaled = Math.round(Math.abs(meant) * 10 ** print.decimals.length)
  const shown = print.digits + print.decimals
  const wanted = String(scaled).padStart(print.decimals.length + 1, '0')
  if (!/\d/.test(print.digits) || shown.length > longest || wanted.length > longest) return undefined
  const digits = alignment(shown, wanted)
  if (meant < 0 === print.negative || meant === 0) return digits
  return plus(digits, print.negative ? COSTS.inventedMinus.nats : COSTS.lostMinus.nats)
}

function alignment(shown: string, wanted: string): Slips {
  let row: Slips[] = [{ cost: 0, count: 0 }]
  for (let lost = 1; lost <= wanted.length; lost += 1) row.push(plus(row[lost - 1] ?? none, COSTS.lostDigit.nats))
  for (let at = 0; at < shown.length; at += 1) {
    const next: Slips[] = [plus(row[0] ?? none, addedCost(shown, at))]
    for (let to = 0; to < wanted.length; to += 1) {
      const kept = shapeCost(shown.charAt(at), wanted.charAt(to))
      const paired = plus(row[to] ?? none, kept.cost, kept.count)
      const added = plus(row[to + 1] ?? none, addedCost(shown, at))
      next.push(cheaper(cheaper(paired, added), plus(next[to] ?? none, COSTS.lostDigit.nats)))
    }
    row = next
  }
  return row[wanted.length] ?? none
}

/** What it costs that a digit is shown as a character. */
function shapeCost(shown: string, digit: string): Slips {
  if (shown === digit) return { cost: 0, count: 0 }
  if (!/\d/.test(shown))
    return { cost: digitsBehind(shown).includes(digit) ? COSTS.letterForDigit.nats : COSTS.unknownCharacter.nats, count: 0 }
  return { cost: likelyDigits(shown).includes(digit) ? COSTS.likelyDigit.nats : COSTS.unlikelyDigit.nats, count: 1 }
}

/** What it costs that a character is shown for which there is no digit. */
function addedCost(shown: string, at: number): number {
  const character = shown.charAt(at)
  if (!/\d/.test(character)) return COSTS.borderInNumber.nats
  if (character === shown.charAt(at + 1) || character === shown.charAt(at - 1)) return COSTS.doubledDigit.nats
  if (at === shown.length - 1 && character === '0') return COSTS.addedZero.nats
  return at === 0 && character === '1' ? COSTS.addedOne.nats : COSTS.addedDigit.nats
}
