import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Lawful } from './lawful.ts'
import type { Layout, Printed } from './print.ts'
import type { Random } from './random.ts'

/** The damage to apply, as the noise file prescribes it. */
export interface Noise {
  readonly rates: readonly number[]
  readonly kinds: {
    readonly letterForDigit: number
    readonly digitForDigit: number
    readonly lostCharacter: number
    readonly extraCharacter: number
  }
  readonly letterForDigit: Readonly<Record<string, readonly string[]>>
  readonly digitForDigit: Readonly<Record<string, readonly string[]>>
  readonly extraCharacter: readonly string[]
  readonly letters: Readonly<Record<string, readonly string[]>>
  readonly layout: {
    readonly lostCell: number
    readonly blankForZero: number
    readonly lostMinus: number
    readonly minusWithSpace: number
    readonly gluedThousands: number
    readonly lostHeaderCell: number
    readonly garbledHeaderCell: number
    readonly noteNumberBeforeAmounts: number
    readonly footnoteMarkOnAmount: number
    readonly strayMark: number
  }
}

/** The noise file: the one given, else the one kept beside this benchmark. */
export const readNoise = (path = fileURLToPath(new URL('./noise.json', import.meta.url))): Noise =>
  JSON.parse(readFileSync(path, 'utf8')) as Noise

/** Damages a printed statement: characters at `rate`, layout as often as the noise file says; nothing at rate 0. */
export function damage(lawful: Lawful, printed: Printed, noise: Noise, rate: number, layout: Layout, random: Random): Printed {
  if (rate === 0) return printed
  return {
    headers: printed.headers
      .map(header => damagedHeader(header, noise, layout, random))
      .filter(header => header !== '' || layout === 'tabs' || layout === 'markdown'),
    rows: printed.rows.map((row, index) => {
      const cells = row.cells.map((cell, column) => damagedCell(cell, lawful.rows[index]?.values[column] ?? 0, noise, rate, random))
      const noted = cells.length > 0 && random.chance(noise.layout.noteNumberBeforeAmounts)
      const label = damagedLabel(row.label, noise, rate, random)
      return { label: noted && layout !== 'tabs' && layout !== 'markdown' ? `${label} ${random.between(1, 12)}` : label, cells }
    }),
  }
}

function damagedHeader(header: string, noise: Noise, layout: Layout, random: Random): string {
  if (random.chance(noise.layout.lostHeaderCell)) return ''
  if (!random.chance(noise.layout.garbledHeaderCell)) return header
  const hit = random.between(0, header.length - 1)
  const shape = random.pick([';', 'g', '”', 'Z', 'l'])
  return layout === 'single spaces' && header[hit] === ' ' ? header : header.slice(0, hit) + shape + header.slice(hit + 1)
}

function damagedCell(cell: string, value: number, noise: Noise, rate: number, random: Random): string {
  const { layout } = noise
  if (random.chance(layout.lostCell)) return ''
  if (value === 0 && random.chance(layout.blankForZero)) return ''
  let text = cell
  if (text.startsWith('-')) {
    if (random.chance(layout.lostMinus)) text = text.slice(1)
    else if (random.chance(layout.minusWithSpace)) text = `- ${text.slice(1)}`
  }
  text = text.replace(/ (?=\d{3})/g, space => (random.chance(layout.gluedThousands) ? '' : space))
  text = [...text].map(character => damagedCharacter(character, noise, rate, random)).join('')
  if (random.chance(layout.footnoteMarkOnAmount)) text = `${text}*`
  return random.chance(layout.strayMark) ? `${random.pick(['|', ']', '.'])} ${text}` : text
}

function damagedCharacter(character: string, noise: Noise, rate: number, random: Random): string {
  if (!/\d/.test(character) || !random.chance(rate)) return character
  const roll = random.next()
  const { letterForDigit, digitForDigit, lostCharacter } = noise.kinds
  if (roll < letterForDigit) return random.pick(noise.letterForDigit[character] ?? [character])
  if (roll < letterForDigit + digitForDigit) return random.pick(noise.digitForDigit[character] ?? [character])
  if (roll < letterForDigit + digitForDigit + lostCharacter) return ''
  const extra = random.pick(noise.extraCharacter)
  if (extra === 'repeat the digit') return character + character
  if (extra === '0 at the end') return `${character}0`
  if (extra === '1 in front') return `1${character}`
  return character + extra
}

const damagedLabel = (label: string, noise: Noise, rate: number, random: Random): string =>
  [...label]
    .map(character => (noise.letters[character] && random.chance(rate) ? random.pick(noise.letters[character] ?? [character]) : character))
    .join('')
