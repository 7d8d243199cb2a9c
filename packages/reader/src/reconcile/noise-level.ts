import { takeApart } from '../number/printed-number.ts'
import type { GridCell } from './grid.ts'

/** Digits that a text is held to print without damage before any of its own are looked at. */
const assumed = 100

/** The digits and damaged digits that a cell prints; none for blanks, dashes and lone letters. */
const charactersOf = (cell: GridCell): string => {
  const { digits } = takeApart(cell.printed)
  return /\d/.test(digits) ? digits : ''
}

/** How many digits a cell prints that may be damaged unseen. */
export const digitsOf = (cell: GridCell): number => charactersOf(cell).replace(/\D/g, '').length

/**
 * How likely a printed digit is damaged unseen: scanners put a letter for a digit about as often as another digit, a digit too
 * many or too few, so the letters that stand in numbers tell it.
 *
 * @returns a share between 0 and 1; near 0 where the numbers show no letters
 */
export function unseenDamage(cells: readonly GridCell[]): number {
  let digits = 0
  let letters = 0
  for (const cell of cells) {
    const characters = charactersOf(cell)
    const plain = characters.replace(/\D/g, '').length
    digits += characters.length
    letters += characters.length - plain
  }
  return (letters + 0.05) / (digits + assumed)
}

/** The share of digits damaged unseen for which the table of costs holds. */
const assumedByCosts = 0.006
const mostEase = 1.5

/** How much cheaper a slip is than the table of costs says, in nats, where so many digits are damaged unseen. */
export const easeOfSlips = (unseen: number): number => Math.max(0, Math.min(mostEase, Math.log(unseen / assumedByCosts)))

/** The doubt of a word as sure as most of its page: the page's own damage is told by the letters in its numbers. */
const usualDoubt = 0.1
const leastDoubt = -1.5
const mostDoubt = 2

/**
 * How much cheaper a slip is in a figure than in the others of its page, in nats, by how sure text recognition was of it; below 0 where it
 * was surer than of most.
 *
 * @param sure  from 0 to 1
 * @example easeOfDoubt(0.9) // → 0
 */
export const easeOfDoubt = (sure: number): number => Math.max(leastDoubt, Math.min(mostDoubt, Math.log((1 - sure) / usualDoubt)))

/** From this share of digits damaged unseen on, amounts that miss their sum are damaged rather than meant. */
export const noisy = 0.002
