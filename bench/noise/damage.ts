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

/**
 * Damages a printed statement: the digits of cells and the letters of labels at `rate`, and the layout of each cell, row and
 * header as often as the noise file says.
 */
export function damage(lawful: Lawful, printed: Printed, noise: Noise, rate: number, layout: Layout, random: Random): Printed {
  return {
    headers: printed.headers
      .map(header => damagedHeader(header, noise, layout, random))
      .filter(header => header !== '' || keepsPlaces(layout)),
    rows: printed.rows.map((row, index) => {
      const cells = row.cells.map((cell, column) => damagedCell(cell, lawful.rows[index]?.values[column] ?? 0, noise, rate, random))
      const noted = cells.length > 0 && random.chance(noise.layout.noteNumberBeforeAmounts)
      const label = damagedLabel(row.label, noise, rate, random)
      return { label: noted ? `${label} ${random.between(1, 12)}` : label, cells }
    }),
  }
}

/** Layouts in which an empty cell keeps its column. */
const keepsPlaces = (layout: Layout): boolean => layout === 'tabs' || layout === 'markdown' || layout === 'runs of spaces'

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
  const lost = cell.startsWith('-') && random.chance(layout.lostMinus)
  const sign = !cell.startsWith('-') || lost ? '' : random.chance(layout.minusWithSpace) ? '- ' : '-'
  const glued = random.chance(layout.gluedThousands)
  const digits = cell.replace(/^-/, '').replace(/ (?=\d{3})/g, glued ? '' : ' ')
  const marked = random.chance(layout.footnoteMarkOnAmount) ? '*' : ''
  const text = sign + damagedDigits(digits, noise, rate, random) + marked
  return random.chance(layout.strayMark) ? `${random.pick(['|', ']', '.'])} ${text}` : text
}

/** Each digit is hit at `rate`; what a hit adds in front of a number or at its end stands there, wherever the hit was. */
function damagedDigits(digits: string, noise: Noise, rate: number, random: Random): string {
  let before = ''
  let after = ''
  const inner = [...digits].map(character => {
    if (!/\d/.test(character) || !random.chance(rate)) return character
    const roll = random.next()
    const { letterForDigit, digitForDigit, lostCharacter } = noise.kinds
    if (roll < letterForDigit) return random.pick(noise.letterForDigit[character] ?? [character])
    if (roll < letterForDigit + digitForDigit) return random.pick(noise.digitForDigit[character] ?? [character])
    if (roll < letterForDigit + digitForDigit + lostCharacter) return ''
    const extra = random.pick(noise.extraCharacter)
    if (extra === 'repeat the digit') return character + character
    if (extra === '0 at the end') after += '0'
    else if (extra === '1 in front') before += '1'
    else return character + extra
    return character
  })
  return before + inner.join('') + after
}

/** Letters of a label, and pairs of letters that look like one, each hit at `rate`. */
function damagedLabel(label: string, noise: Noise, rate: number, random: Random): string {
  const shapes = Object.keys(noise.letters).sort((a, b) => b.length - a.length)
  let text = ''
  for (let at = 0; at < label.length; ) {
    const shape = shapes.find(letters => label.startsWith(letters, at) && random.chance(rate))
    text += shape === undefined ? label.charAt(at) : random.pick(noise.letters[shape] ?? [shape])
    at += shape?.length ?? 1
  }
  return text
}
