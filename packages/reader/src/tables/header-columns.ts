import type { Scenario } from '@finsam/domain'
import { type HeaderAtom, isAges, type Measure, nearestScenario } from './header-atoms.ts'
import { lineCells } from './line-cells.ts'
import type { Months } from './months.ts'
import type { HeaderLine } from './table-block.ts'

/** What a header says about one column, as far as it says it. */
export interface HeaderCell {
  readonly text: string
  readonly scenario?: Scenario
  readonly measure?: Measure
  readonly year?: string
  /** ISO days: one, or the first and the last of a span. */
  readonly days: readonly string[]
  /** Months of the year that the column covers, where the header names them. */
  readonly months?: Months
  /** The scenario was read from a garbled word. */
  readonly guessed: boolean
  readonly start: number
  readonly end: number
}

/** The cells of one header line, left to right; notes and units are left out. */
export function headerCells(header: HeaderLine): readonly HeaderCell[] {
  const atoms = header.atoms.filter(atom => atom.kind !== 'note' && atom.kind !== 'unit' && atom.kind !== 'amount')
  const from = atoms.findIndex(atom => atom.kind !== 'word')
  const body = from < 0 ? [] : atoms.slice(from)
  const marked = new Set(header.atoms.map(atom => atom.cell)).size > 1
  const yearFirst = body[0]?.kind === 'year' && body.at(-1)?.kind !== 'year' && body.some(atom => atom.kind === 'scenario')
  const groups: HeaderAtom[][] = []
  for (const atom of body) {
    const group = groups.at(-1)
    if (group && joins(group, atom, marked, yearFirst)) group.push(atom)
    else groups.push([atom])
  }
  return groups.map(cellOfAtoms)
}

const datedMeasures: ReadonlySet<Measure | undefined> = new Set([
  'amount',
  'share',
  'change',
  'population',
  'participants',
  'opening',
  'closing',
])
/** A measure that a year follows: `Belopp 2024`. */
const dated = (atom: HeaderAtom): boolean => atom.kind === 'measure' && datedMeasures.has(atom.measure)

/** The end of a span that stands right after its beginning: `2022-01-01 -2022-06-30`. */
const isSecondDay = (group: readonly HeaderAtom[], atom: HeaderAtom): boolean => {
  const days = group.filter(member => member.kind === 'day')
  const last = group.at(-1)
  return (
    days.length === 1 &&
    last?.kind === 'day' &&
    atom.start - last.end <= 3 &&
    !/^[-–—]/.test(last.text) &&
    (/^[-–—]/.test(atom.text) || /[-–—]$/.test(last.text))
  )
}

function joins(group: readonly HeaderAtom[], atom: HeaderAtom, marked: boolean, yearFirst: boolean): boolean {
  const last = group.at(-1)
  if (!last) return false
  if (marked) return last.cell === atom.cell
  if (isAges(atom.text)) return true
  const has = (kind: HeaderAtom['kind']): boolean => group.some(member => member.kind === kind)
  if (atom.kind === 'year')
    return !has('year') && !has('day') && (has('scenario') || has('garbled') || has('word') || has('months') || dated(last)) && !yearFirst
  if (atom.kind === 'months') return (has('scenario') || has('year')) && !has('months')
  if (atom.kind === 'day') return ((has('scenario') || dated(last)) && !has('day')) || (has('day') && isSecondDay(group, atom))
  if (atom.kind === 'measure')
    return /^\(?%\)?$/.test(atom.text) && (group.some(member => member.measure === atom.measure) || atom.start - last.end <= 2)
  if (atom.kind === 'scenario') return yearFirst && has('year') && !has('scenario')
  return false
}

/** What some atoms of a header say of one column. */
export function cellOfAtoms(atoms: readonly HeaderAtom[]): HeaderCell {
  const find = (kind: HeaderAtom['kind']): HeaderAtom | undefined => atoms.find(atom => atom.kind === kind)
  const garbled = find('garbled')
  const printed = find('scenario')?.scenario
  const scenario = printed ?? (garbled ? nearestScenario(garbled.text) : undefined)
  const measures = atoms.flatMap(atom => atom.measure ?? [])
  const moved = scenario === undefined && measures.includes('change')
  const measure = moved && measures.includes('share') ? 'share' : measures[0]
  const months = find('months')?.months
  const year = find('year')?.when ?? find('scenario')?.when
  return {
    text: atoms
      .map(atom => atom.text)
      .join(' ')
      .replace(/[,;:]+$/, ''),
    ...(moved ? { scenario: 'variance' as const } : scenario ? { scenario } : {}),
    ...(measure ? { measure } : {}),
    ...(year ? { year } : {}),
    ...(months ? { months } : {}),
    days: atoms.flatMap(atom => (atom.kind === 'day' && atom.when ? [atom.when] : [])),
    guessed: printed === undefined && scenario !== undefined,
    start: atoms[0]?.start ?? 0,
    end: atoms.at(-1)?.end ?? 0,
  }
}

/** The cells of the header line that names most columns. */
export const fullestHeader = (headers: readonly HeaderLine[]): readonly HeaderCell[] =>
  headers.map(headerCells).reduce((most, cells) => (cells.length > most.length ? cells : most), [])

/** How many columns the fullest header line names. */
export const namedColumns = (headers: readonly HeaderLine[]): number | undefined => fullestHeader(headers).length || undefined

/** What the header says of the columns of marked cells, by the index of the cell. */
export function markedHeader(headers: readonly HeaderLine[], cells: readonly number[]): readonly HeaderCell[] | undefined {
  const inCells = headers.filter(header => new Set(header.atoms.map(atom => atom.cell)).size > 1)
  if (inCells.length === 0) return undefined
  return cells.map(cell => {
    const found = cellOfAtoms(inCells.flatMap(header => header.atoms.filter(atom => atom.cell === cell && atom.kind !== 'unit')))
    const text = inCells.map(header => lineCells(header.line.text).cells[cell]?.text ?? '').join(' ')
    const day = dayIn(text)
    return {
      ...found,
      ...(found.scenario === undefined && isAim(text) ? { scenario: 'plan' as const } : {}),
      ...(day ? { days: [day] } : {}),
    }
  })
}

/** Whether a header calls a column what is aimed at: `Mål 2025`, `Målnivå`. */
export const isAim = (text: string): boolean => /^\W*m[åa]l(?:niv[åa]|v[äa]rde|tal)?(?:\s|$)/i.test(text)

/** The day that a header writes in figures: `1/11 2023` → 2023-11-01. */
export function dayIn(text: string): string | undefined {
  const [, day = '', month = '', year] = /\b(\d{1,2})\/(\d{1,2})[\s-]+(20\d\d)\b/.exec(text) ?? []
  return year && Number(month) <= 12 && Number(day) <= 31 ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
}
