import type { Noise } from './damage.ts'

/** A value that may have been damaged into a print, with the probability of that damage. */
export interface Option {
  readonly value: number
  readonly weight: number
}

/** So many values are kept for one print, and only those at least so likely. */
const kept = 400
const least = 1e-9

/** The print without what the layout adds: a stray mark in front, a footnote mark behind, spaces. */
const bareOf = (print: string): string =>
  print
    .replace(/^[|\].] /, '')
    .replace(/\*$/, '')
    .replace(/\s/g, '')

const readings = new Map<string, readonly Option[]>()

/**
 * Every value that one hit beside the visible ones (letters, marks) turns into a print, with its probability; for a blank only
 * zero, since a lost cell may have shown anything.
 */
export function readingsOf(print: string, noise: Noise, rate: number): readonly Option[] {
  const key = `${rate} ${print}`
  const known = readings.get(key) ?? weighed(print, noise, rate)
  readings.set(key, known)
  return known
}

const sets = new WeakMap<readonly Option[], ReadonlySet<number>>()

/** Whether a value is among the readings of a print. */
export function isReading(print: string, value: number, noise: Noise, rate: number): boolean {
  const options = readingsOf(print, noise, rate)
  const known = sets.get(options) ?? new Set(options.map(option => option.value))
  sets.set(options, known)
  return known.has(value)
}

function weighed(print: string, noise: Noise, rate: number): readonly Option[] {
  if (print === '') return [{ value: 0, weight: noise.layout.blankForZero }]
  const body = bareOf(print).replace(/^-/, '')
  const values = new Set<number>()
  for (const digits of undamaged(body, noise, rate > 0)) {
    if (!/^\d{1,12}$/.test(digits) || (digits.length > 1 && digits.startsWith('0'))) continue
    for (const value of digits === '0' ? [0] : [Number(digits), -Number(digits)]) values.add(value)
  }
  return [...values]
    .map(value => ({ value, weight: likelihood(print, value, noise, rate) }))
    .filter(option => option.weight > least)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, kept)
}

/** What a print may have been before its visible hits, and where `hidden`, one more. */
function undamaged(body: string, noise: Noise, hidden: boolean): ReadonlySet<string> {
  const behind = (shape: string, table: Readonly<Record<string, readonly string[]>>): readonly string[] =>
    Object.keys(table).filter(digit => table[digit]?.includes(shape))
  let seen: readonly string[] = ['']
  for (const character of body) {
    const digits = /\d/.test(character)
      ? [character]
      : [...behind(character, noise.letterForDigit), ...(/[.']/.test(character) ? [''] : [])]
    seen = seen.flatMap(start => digits.map(digit => start + digit))
    if (seen.length > 200) return new Set()
  }
  return hidden ? new Set([...seen, ...seen.flatMap(text => unhit(text, noise, behind))]) : new Set(seen)
}

function unhit(
  text: string,
  noise: Noise,
  behind: (shape: string, table: Readonly<Record<string, readonly string[]>>) => readonly string[],
): readonly string[] {
  const found: string[] = []
  for (let at = 0; at <= text.length; at += 1) {
    const [start, character, end] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)]
    for (const digit of '0123456789') found.push(start + digit + text.slice(at))
    if (character === '') continue
    for (const digit of behind(character, noise.digitForDigit)) found.push(start + digit + end)
    if (character === text.charAt(at + 1) || (at === 0 && character === '1') || (end === '' && character === '0')) found.push(start + end)
  }
  return found
}

/** How likely a value is printed so: its sign, whether the cell is lost or left blank, then each of its digits unchanged or hit. */
export function likelihood(print: string, value: number, noise: Noise, rate: number): number {
  const { lostCell, blankForZero, lostMinus } = noise.layout
  if (print === '') return value === 0 ? lostCell + blankForZero : lostCell
  const bare = bareOf(print)
  const negative = bare.startsWith('-')
  if (negative && value >= 0) return 0
  const sign = value < 0 ? (negative ? 1 - lostMinus : lostMinus) : 1
  const body = negative ? bare.slice(1) : bare
  const digits = String(Math.abs(value))
  const extra = (rate * noise.kinds.extraCharacter * digits.length) / noise.extraCharacter.length
  const before = body.startsWith('1') ? extra * emission(digits, body.slice(1), noise, rate) : 0
  const after = body.endsWith('0') ? extra * emission(digits, body.slice(0, -1), noise, rate) : 0
  return sign * (1 - lostCell) * (emission(digits, body, noise, rate) + before + after)
}

/** How likely digits, each hit on its own, become a print. */
function emission(digits: string, print: string, noise: Noise, rate: number): number {
  if (Math.abs(digits.length - print.length) > 3) return 0
  const table = shapesAt(noise, rate)
  let reached = new Array<number>(print.length + 1).fill(0)
  reached[0] = 1
  for (const digit of digits) {
    const next = new Array<number>(print.length + 1).fill(0)
    for (const [text, probability] of table[Number(digit)] ?? []) {
      for (let at = 0; at + text.length <= print.length; at += 1) {
        const weight = reached[at] ?? 0
        if (weight > 0 && print.startsWith(text, at)) next[at + text.length] = (next[at + text.length] ?? 0) + weight * probability
      }
    }
    reached = next
  }
  return reached[print.length] ?? 0
}

type Shapes = readonly (readonly [string, number])[]
const tables = new Map<number, readonly Shapes[]>()

/** What each of the ten digits is printed as at a rate, with the probability of each shape. */
function shapesAt(noise: Noise, rate: number): readonly Shapes[] {
  const table = tables.get(rate) ?? [...'0123456789'].map(digit => shapesOf(digit, noise, rate))
  tables.set(rate, table)
  return table
}

function shapesOf(digit: string, noise: Noise, rate: number): Shapes {
  const letters = noise.letterForDigit[digit] ?? []
  const digits = noise.digitForDigit[digit] ?? []
  const extra = (rate * noise.kinds.extraCharacter) / noise.extraCharacter.length
  return [
    [digit, 1 - rate],
    ...letters.map(letter => [letter, (rate * noise.kinds.letterForDigit) / letters.length] as const),
    ...digits.map(other => [other, (rate * noise.kinds.digitForDigit) / digits.length] as const),
    ['', rate * noise.kinds.lostCharacter],
    ...[digit + digit, `${digit}.`, `${digit}'`].map(text => [text, extra] as const),
  ]
}
