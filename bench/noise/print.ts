import type { Lawful } from './lawful.ts'
import type { Random } from './random.ts'

export const layouts = [
  'single spaces',
  'runs of spaces',
  'tabs',
  'markdown',
  'several rows a line',
  'wrapped labels',
  'page furniture',
] as const
export type Layout = (typeof layouts)[number]

/** A statement in characters: headers and cells as they will be printed, before they are laid out. */
export interface Printed {
  readonly headers: readonly string[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[]
}

/** Where a row came to stand: its line (1-based) and which row of that line it is. */
export interface Spot {
  readonly line: number
  readonly nth: number
}

export interface Laid {
  readonly text: string
  readonly spots: readonly (Spot | undefined)[]
}

/** `−1 234` as documents print it: a hyphen for minus, spaces between thousands in kronor. */
export const printAmount = (value: number, kronor: boolean): string => {
  const digits = String(Math.abs(value))
  const grouped = kronor ? digits.replace(/\B(?=(\d{3})+$)/g, ' ') : digits
  return value < 0 ? `-${grouped}` : grouped
}

export const printLawful = (lawful: Lawful): Printed => ({
  headers: lawful.headers,
  rows: lawful.rows.map(row => ({ label: row.label, cells: row.values.map(value => printAmount(value, lawful.kronor)) })),
})

const caption = (lawful: Lawful): string => `${lawful.title ?? 'Resultatbudget 2023'} (${lawful.kronor ? 'kronor' : 'tkr'})`

/** Lays a printed statement out as text. */
export function layOut(lawful: Lawful, printed: Printed, layout: Layout, random: Random): Laid {
  const lines: string[] = ['Verksamhetsplan och budget 2023', '', caption(lawful), '']
  const spots: (Spot | undefined)[] = []
  const write = (text: string): number => lines.push(text)
  if (layout === 'runs of spaces') return runs(printed, lines)
  write(headerLine(printed.headers, layout))
  if (layout === 'markdown') write(`|${' --- |'.repeat(printed.headers.length + 1)}`)
  printed.rows.forEach((row, index) => {
    if (row.cells.length === 0) {
      spots.push(undefined)
      write(layout === 'markdown' ? `| **${row.label}** |${' |'.repeat(printed.headers.length)}` : row.label)
      return
    }
    if (layout === 'tabs') spots.push({ line: write([row.label, ...row.cells].join('\t')), nth: 0 })
    else if (layout === 'markdown') spots.push({ line: write(`| ${row.label} | ${row.cells.join(' | ')} |`), nth: 0 })
    else if (layout === 'several rows a line') spots.push(appended(lines, spots, printed, index, random))
    else if (layout === 'wrapped labels') spots.push(wrapped(row, write))
    else {
      spots.push({ line: write([row.label, ...row.cells.filter(cell => cell !== '')].join(' ')), nth: 0 })
      if (layout === 'page furniture' && index % 7 === 5) for (const line of ['', `Sida ${index}`, 'Signering:', '']) write(line)
    }
  })
  write('')
  return { text: lines.join('\n'), spots }
}

const headerLine = (headers: readonly string[], layout: Layout): string =>
  layout === 'tabs' ? ['', ...headers].join('\t') : layout === 'markdown' ? `| | ${headers.join(' | ')} |` : headers.join(' ')

/** Puts a row behind the one before it, up to three on a line, where both have at least two printed cells. */
function appended(lines: string[], spots: readonly (Spot | undefined)[], printed: Printed, index: number, random: Random): Spot {
  const row = printed.rows[index]
  const cells = (row?.cells ?? []).filter(cell => cell !== '')
  const text = [row?.label ?? '', ...cells].join(' ')
  const before = spots.at(-1)
  const full = (at: number): boolean => (printed.rows[at]?.cells ?? []).filter(cell => cell !== '').length >= 2
  if (before && before.nth < 2 && full(index) && full(index - 1) && random.chance(0.6)) {
    lines[before.line - 1] = `${lines[before.line - 1] ?? ''} ${text}`
    return { line: before.line, nth: before.nth + 1 }
  }
  return { line: lines.push(text), nth: 0 }
}

/** A label of several words goes around its numbers: the last word, in lower case, onto the next line. */
function wrapped(row: Printed['rows'][number], write: (text: string) => number): Spot {
  const words = row.label.split(' ')
  const last =
    words.length > 1 && !/^(?:summa|årets|ingående|utgående)/i.test(row.label) && /^\p{Ll}/u.test(words.at(-1) ?? '')
      ? words.pop()
      : undefined
  const line = write([...words, ...row.cells.filter(cell => cell !== '')].join(' '))
  if (last) write(last)
  return { line, nth: 0 }
}

function runs(printed: Printed, lines: string[]): Laid {
  const labelWidth = Math.max(...printed.rows.map(row => row.label.length)) + 4
  const widths = printed.headers.map(
    (header, column) => Math.max(header.length, ...printed.rows.map(row => row.cells[column]?.length ?? 0)) + 3,
  )
  const padded = (cells: readonly string[]): string => cells.map((cell, column) => cell.padStart(widths[column] ?? 12)).join('')
  lines.push(' '.repeat(labelWidth) + padded(printed.headers))
  const spots = printed.rows.map(row => {
    const line = lines.push(row.cells.length === 0 ? row.label : (row.label.padEnd(labelWidth) + padded(row.cells)).trimEnd())
    return row.cells.length === 0 ? undefined : { line, nth: 0 }
  })
  return { text: `${lines.join('\n')}\n`, spots }
}
