import { digitsBehind, likelyDigits } from './confusions.ts'
import { COSTS } from './costs.ts'
import type { PrintedNumber } from './printed-number.ts'

/** What it costs that several slips turned one number into a print, and how many there were beside letters for digits. */
export interface Slips {
  readonly cost: number
  readonly count: number
}

const longest = 12
/** So much longer or shorter a number is too different to be looked at. */
const mostApart = 3

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
  if (Math.abs(shown.length - wanted.length) > mostApart) return undefined
  const digits = alignment(shown, wanted)
  const signLost = meant !== 0 && meant < 0 !== print.negative
  const sign = signLost ? (print.negative ? COSTS.inventedMinus.nats : COSTS.lostMinus.nats) : 0
  return { cost: Math.floor(digits / countScale) / 10 + sign, count: (digits % countScale) + (signLost ? 1 : 0) }
}

/** Costs and counts are kept in one number while the digits are laid side by side: tenths of a nat, then the count. */
const countScale = 32
const packed = (nats: number, count: number): number => Math.round(nats * 10) * countScale + count
const lost = packed(COSTS.lostDigit.nats, 1)

function alignment(shown: string, wanted: string): number {
  let row = Array.from({ length: wanted.length + 1 }, (_, missing) => missing * lost)
  for (let at = 0; at < shown.length; at += 1) {
    const added = packed(addedCost(shown, at), 1)
    const next = [(row[0] ?? 0) + added]
    for (let to = 0; to < wanted.length; to += 1) {
      const paired = (row[to] ?? 0) + shapeCost(shown.charAt(at), wanted.charAt(to))
      next.push(Math.min(paired, (row[to + 1] ?? 0) + added, (next[to] ?? 0) + lost))
    }
    row = next
  }
  return row[wanted.length] ?? 0
}

/** What it costs that a digit is shown as a character, as a packed number. */
function shapeCost(shown: string, digit: string): number {
  if (shown === digit) return 0
  if (shown >= '0' && shown <= '9')
    return packed(likelyDigits(shown).includes(digit) ? COSTS.likelyDigit.nats : COSTS.unlikelyDigit.nats, 1)
  return packed(digitsBehind(shown).includes(digit) ? COSTS.letterForDigit.nats : COSTS.unknownCharacter.nats, 0)
}

/** What it costs that a character is shown for which there is no digit. */
function addedCost(shown: string, at: number): number {
  const character = shown.charAt(at)
  if (character < '0' || character > '9') return COSTS.borderInNumber.nats
  if (character === shown.charAt(at + 1) || character === shown.charAt(at - 1)) return COSTS.doubledDigit.nats
  if (at === shown.length - 1 && character === '0') return COSTS.addedZero.nats
  return at === 0 && character === '1' ? COSTS.addedOne.nats : COSTS.addedDigit.nats
}
