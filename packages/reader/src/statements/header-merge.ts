import { type HeaderCell, headerCells } from '../tables/header-columns.ts'
import type { HeaderLine } from '../tables/table-block.ts'

/** What a header of several lines names: its columns, and what other lines say of groups of them. */
export interface MergedHeader {
  readonly cells: readonly HeaderCell[]
  /** Lines with another number of cells: captions of groups, left to right. */
  readonly loose: readonly (readonly HeaderCell[])[]
}

/** Puts the lines of a header together: lines with the same number of cells are one row of cells broken over lines. */
export function mergeHeader(headers: readonly HeaderLine[], columns: number): MergedHeader {
  const lists = headers
    .map(header => headerCells(header))
    .filter(cells => cells.length > 0)
    .map(cells => trim(variancesWhole(cells, columns), columns))
  if (lists.length === 0) return { cells: [], loose: [] }
  const sizes = [...new Set(lists.map(cells => cells.length))]
  const ranked = sizes
    .map(size => ({ size, cells: lists.filter(cells => cells.length === size) }))
    .sort((a, b) => fit(b.size, columns, b.cells) - fit(a.size, columns, a.cells) || b.size - a.size)
  const best = ranked[0]
  if (!best) return { cells: [], loose: [] }
  const merged = best.cells.reduce((all, cells) => (clash(all, cells) ? all : all.map((cell, index) => combine(cell, cells[index]))))
  const apart = lists.filter(cells => cells.length !== best.size || clash(best.cells[0] ?? [], cells))
  const cells = trim(merged, columns)
  const stacked = cells.length === columns ? undefined : stackedCells(headers, columns)
  if (stacked) return { cells: stacked, loose: [] }
  const captioned = cells.length === columns ? apart.flatMap(line => underCaptions(cells, line) ?? []) : []
  if (captioned.length === columns) return { cells: captioned, loose: [] }
  const timed = apart.filter(line => timesOfOthers(cells, line))
  const times = timed.slice(1).reduce((all, line) => all?.map((cell, index) => combine(cell, line[index])), timed[0])
  return { cells: times ? besideVariances(cells, times) : cells, loose: apart.filter(line => !timed.includes(line)) }
}

/** A header whose cells stand below one another, one or a part of one a line: `Utfall`, `2024-08-31`, `Budget`, `2024`. */
function stackedCells(headers: readonly HeaderLine[], columns: number): readonly HeaderCell[] | undefined {
  const [first] = headers
  if (!first || headers.length < columns || headers.some(header => headerCells(header).length > 1)) return undefined
  const cells = headerCells({ line: first.line, atoms: headers.flatMap(header => header.atoms.map(atom => ({ ...atom, cell: 0 }))) })
  return cells.length === columns && cells.every(cell => cell.scenario || isTimed(cell)) ? cells : undefined
}

/** Where a line has more cells than columns, what a variance compares belongs to it: `Avvikelse prognos – budget`. */
function variancesWhole(cells: readonly HeaderCell[], columns: number): readonly HeaderCell[] {
  const whole: HeaderCell[] = []
  let spare = cells.length - columns
  for (const cell of cells) {
    const last = whole.at(-1)
    if (spare > 0 && last?.scenario === 'variance' && cell.scenario && cell.scenario !== 'variance' && !isTimed(cell)) {
      whole[whole.length - 1] = combine(last, { ...cell, guessed: false })
      spare -= 1
    } else whole.push(cell)
  }
  return whole
}

/** Measures that repeat under captions of groups: `Budget Utfall Avvikelse` over `Intäkter Kostnader Netto Intäkter Kostnader Netto Netto`. */
function underCaptions(cells: readonly HeaderCell[], captions: readonly HeaderCell[]): readonly HeaderCell[] | undefined {
  if (captions.length < 2 || captions.length >= cells.length) return undefined
  if (cells.some(cell => !cell.measure || cell.scenario || isTimed(cell)) || captions.some(cell => !cell.scenario && !isTimed(cell)))
    return undefined
  let group = 0
  let seen: readonly (string | undefined)[] = []
  const groups = cells.map(cell => {
    if (seen.includes(cell.measure)) {
      group += 1
      seen = []
    }
    seen = [...seen, cell.measure]
    return group
  })
  return group + 1 === captions.length ? cells.map((cell, index) => combine(cell, captions[groups[index] ?? 0])) : undefined
}

const isTimed = (cell: HeaderCell): boolean => cell.year !== undefined || cell.days.length > 0 || cell.months !== undefined

/** Whether a line names a time for every column but the variances, which have none of their own: `Utfall Budget Avvikelse` over `jan-aug 2024 jan-aug 2024`. */
const timesOfOthers = (cells: readonly HeaderCell[], line: readonly HeaderCell[]): boolean =>
  line.every(isTimed) &&
  !cells.some(isTimed) &&
  line.length === cells.filter(cell => cell.scenario !== 'variance').length &&
  line.length < cells.length

/** A variance takes the time of the column before it. */
function besideVariances(cells: readonly HeaderCell[], line: readonly HeaderCell[]): readonly HeaderCell[] {
  let next = 0
  return cells.map(cell => {
    const time = cell.scenario === 'variance' ? line[Math.max(0, next - 1)] : line[next]
    if (cell.scenario !== 'variance') next += 1
    return combine(cell, time)
  })
}

const fit = (size: number, columns: number, lists: readonly (readonly HeaderCell[])[]): number => {
  const told = lists.flat().filter(cell => cell.scenario || cell.year || cell.days.length > 0 || cell.measure).length
  return told / Math.max(1, size) - Math.abs(size - columns) * 0.8
}

/** Two lines that both name scenarios or measures are not one row of cells broken in two. */
const clash = (a: readonly HeaderCell[], b: readonly HeaderCell[]): boolean =>
  a !== b &&
  a.filter((cell, index) => (cell.scenario && cell.scenario !== 'variance' && b[index]?.scenario) || (cell.year && b[index]?.year)).length >
    0

function combine(cell: HeaderCell, below: HeaderCell | undefined): HeaderCell {
  if (!below) return cell
  const scenario = cell.scenario ?? below.scenario
  const measure = cell.measure ?? below.measure
  const year = cell.year ?? below.year
  const months = cell.months ?? below.months
  return {
    text: `${cell.text} ${below.text}`,
    ...(scenario ? { scenario } : {}),
    ...(measure ? { measure } : {}),
    ...(year ? { year } : {}),
    ...(months ? { months } : {}),
    days: [...cell.days, ...below.days],
    guessed: cell.guessed && below.scenario === undefined,
    start: Math.min(cell.start, below.start),
    end: Math.max(cell.end, below.end),
  }
}

/** More cells than columns: a caption over the labels comes first, then words that say nothing. */
function trim(cells: readonly HeaderCell[], columns: number): readonly HeaderCell[] {
  if (cells.length <= columns) return cells
  const telling = cells.filter(cell => cell.scenario || cell.year || cell.days.length > 0)
  if (telling.length >= 1 && telling.length <= columns) return telling
  return cells.slice(cells.length - columns)
}
