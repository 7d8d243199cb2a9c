import { takeApart } from '../../packages/reader/src/number/printed-number.ts'
import { candidatesOf } from '../../packages/reader/src/number/slips.ts'
import type { Said } from './compare.ts'
import type { Noise } from './damage.ts'
import type { Lawful } from './lawful.ts'
import type { Printed } from './print.ts'

/**
 * A reader that is told everything but the values: where each cell stands, which rows sum which, and how often each kind of
 * damage happens. It weighs all combinations of likely values of a column and answers with the likeliest value of each cell;
 * it flags what is less than `certain` likely. Only for small statements.
 */
export function readExhaustively(
  lawful: Lawful,
  printed: Printed,
  noise: Noise,
  rate: number,
  certain = 0.95,
): (row: number, column: number) => Said | undefined {
  const columns = lawful.headers.map((_, column) => readColumn(lawful, printed, noise, Math.max(rate, 1e-4), column, certain))
  return (row, column) => columns[column]?.[row]
}

/** How often an item has the other sign than items of its kind have. */
const againstSign = 0.03

/** Income is plus; costs have the sign of the statement's convention. */
function expectedSign(lawful: Lawful, index: number): number {
  const income = lawful.rows.findIndex(row => row.kind === 'total')
  return index < income || lawful.costSign === 'positive' ? 1 : -1
}

interface World {
  readonly values: readonly number[]
  readonly weight: number
  /** A leaf whose print tells nothing, and whose value a total has yet to tell. */
  readonly open: number
}

const beam = 4_000
const candidatesKept = 14

function readColumn(
  lawful: Lawful,
  printed: Printed,
  noise: Noise,
  rate: number,
  column: number,
  certain: number,
): readonly (Said | undefined)[] {
  let worlds: readonly World[] = [{ values: [], weight: 1, open: -1 }]
  lawful.rows.forEach((row, index) => {
    if (row.values.length === 0) {
      worlds = worlds.map(world => ({ ...world, values: [...world.values, 0] }))
      return
    }
    const print = printed.rows[index]?.cells[column] ?? ''
    worlds =
      row.parts.length === 0
        ? leaf(worlds, print, index, noise, rate, expectedSign(lawful, index))
        : total(worlds, print, row.parts, noise, rate)
    worlds = [...worlds].sort((a, b) => b.weight - a.weight).slice(0, beam)
  })
  return lawful.rows.map((row, index) => (row.values.length === 0 ? undefined : marginal(worlds, index, certain)))
}

function leaf(worlds: readonly World[], print: string, index: number, noise: Noise, rate: number, sign: number): readonly World[] {
  const options = likely(print, noise, rate, sign)
  return worlds.flatMap(world => {
    const known = options.map(option => ({ ...world, values: [...world.values, option.value], weight: world.weight * option.weight }))
    if (print !== '' || world.open >= 0) return known
    return [...known, { values: [...world.values, 0], weight: world.weight * noise.layout.lostCell, open: index }]
  })
}

function total(
  worlds: readonly World[],
  print: string,
  parts: Lawful['rows'][number]['parts'],
  noise: Noise,
  rate: number,
): readonly World[] {
  const options = likely(print, noise, rate)
  return worlds.flatMap(world => {
    const sum = parts.reduce((all, part) => all + part.weight * (world.values[part.row] ?? 0), 0)
    const open = parts.find(part => part.row === world.open)
    if (!open)
      return [{ ...world, values: [...world.values, sum], weight: world.weight * channel(print, sum, noise, rate) }].filter(
        next => next.weight > 0,
      )
    return options.map(option => {
      const values = [...world.values]
      values[open.row] = (option.value - sum) / open.weight
      return { values: [...values, option.value], weight: world.weight * option.weight, open: -1 }
    })
  })
}

function marginal(worlds: readonly World[], index: number, certain: number): Said {
  const mass = new Map<number, number>()
  let all = 0
  for (const world of worlds) {
    const value = world.values[index] ?? 0
    mass.set(value, (mass.get(value) ?? 0) + world.weight)
    all += world.weight
  }
  const best = [...mass].sort((a, b) => b[1] - a[1])[0]
  return best && all > 0 ? { value: best[0], flagged: best[1] / all < certain } : { value: null, flagged: true }
}

function likely(print: string, noise: Noise, rate: number, sign = 0): readonly { readonly value: number; readonly weight: number }[] {
  if (print === '') return [{ value: 0, weight: noise.layout.blankForZero }]
  return candidatesOf(takeApart(print.replace(/^[|\].] /, '').replace(/\*$/, '')))
    .map(candidate => ({
      value: candidate.value,
      weight: channel(print, candidate.value, noise, rate) * (sign !== 0 && candidate.value * sign < 0 ? againstSign : 1),
    }))
    .filter(option => option.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, candidatesKept)
}

/** How likely a value is printed so: its sign, then each of its digits unchanged or damaged. */
function channel(print: string, value: number, noise: Noise, rate: number): number {
  if (print === '') return value === 0 ? noise.layout.blankForZero : noise.layout.lostCell
  const bare = print
    .replace(/^[|\].] /, '')
    .replace(/\*$/, '')
    .replace(/\s/g, '')
  const negative = bare.startsWith('-')
  const sign = value < 0 ? (negative ? 1 - noise.layout.lostMinus : noise.layout.lostMinus) : negative ? 1e-7 : 1
  return sign * emission(String(Math.abs(value)), negative ? bare.slice(1) : bare, noise, rate)
}

function emission(digits: string, print: string, noise: Noise, rate: number): number {
  let row = new Map<number, number>([[0, 1]])
  for (const digit of digits) {
    const next = new Map<number, number>()
    for (const [at, weight] of row) {
      for (const [text, probability] of shapes(digit, noise, rate)) {
        if (print.startsWith(text, at)) next.set(at + text.length, (next.get(at + text.length) ?? 0) + weight * probability)
      }
    }
    row = next
  }
  return row.get(print.length) ?? 0
}

function shapes(digit: string, noise: Noise, rate: number): readonly (readonly [string, number])[] {
  const letters = noise.letterForDigit[digit] ?? []
  const digits = noise.digitForDigit[digit] ?? []
  const extra = (rate * noise.kinds.extraCharacter) / noise.extraCharacter.length
  return [
    [digit, 1 - rate],
    ...letters.map(letter => [letter, (rate * noise.kinds.letterForDigit) / letters.length] as const),
    ...digits.map(other => [other, (rate * noise.kinds.digitForDigit) / digits.length] as const),
    ['', rate * noise.kinds.lostCharacter],
    ...[digit + digit, `${digit}0`, `1${digit}`, `${digit}.`, `${digit}'`].map(text => [text, extra] as const),
  ]
}
