import { COSTS } from '../number/costs.ts'
import { isLegible, takeApart } from '../number/printed-number.ts'
import { isYear, leadingCost } from './label-numbers.ts'
import type { RowDraft } from './row-draft.ts'
import type { Token } from './tokens.ts'

/** A cell as printed: its characters and place, or nothing where the cell is blank. */
export interface CellPrint {
  readonly printed: string
  readonly start: number
  readonly end: number
}

/** One way to read a row's tokens as `columns` cells. Cheaper is likelier. */
export interface RowReading {
  readonly cost: number
  readonly cells: readonly (CellPrint | undefined)[]
  /** How many leading tokens belong to the label (years, codes, notes). */
  readonly toLabel: number
  /** The leading token that is a reference to a note. */
  readonly note?: Token
}

export interface RowSetting {
  readonly columns: number
  /** Whether the header has a column for notes. */
  readonly hasNotes: boolean
  /** Right edges of the columns in characters, where the text keeps its layout. */
  readonly edges?: readonly number[]
}

const longestTail = 72
const beam = 8
const furthest = 14

interface State {
  readonly at: number
  readonly cost: number
  readonly last: number
  readonly cells: readonly (CellPrint | undefined)[]
}

/** The cheapest readings of a row, best first; empty where the row has no reading with so many columns. */
export function readRow(row: RowDraft, setting: RowSetting, keep = 24): readonly RowReading[] {
  if (row.tail.length > longestTail) return readLong(row, setting)
  const readings: RowReading[] = []
  let leading = 0
  let least = Number.POSITIVE_INFINITY
  for (let toLabel = 0; toLabel <= Math.min(row.tail.length, 6); toLabel += 1) {
    if (toLabel > 0) {
      const token = row.tail[toLabel - 1]
      if (!token || row.cells) break
      leading += leadingCost(token, row.tail[toLabel], setting.hasNotes)
    }
    if (leading > COSTS.unreadable.nats || leading > least + (keep === 1 ? 0 : furthest)) break
    const dropped = row.tail.slice(0, toLabel).filter(token => token.kind === 'number' && !isYear(token.text)).length
    const note = noteAmong(row, toLabel, setting)
    for (const state of walk(row.tail, toLabel, setting, keep === 1 ? 3 : beam)) {
      least = Math.min(least, leading + state.cost)
      const blanks = state.cells.filter(cell => !cell).length
      readings.push({
        cost: leading + state.cost + Math.min(blanks, dropped) * COSTS.droppedAmount.nats,
        cells: state.cells,
        toLabel,
        ...(note ? { note } : {}),
      })
    }
  }
  return readings.sort((a, b) => a.cost - b.cost).slice(0, keep)
}

const noteAmong = (row: RowDraft, toLabel: number, setting: RowSetting): Token | undefined => {
  const token = toLabel > 0 ? row.tail[toLabel - 1] : undefined
  return token && setting.hasNotes && /^\d{1,2}$/.test(token.text) ? token : undefined
}

function walk(tokens: readonly Token[], start: number, setting: RowSetting, width: number): readonly State[] {
  const numbers = tokens.map((_, at) => (at < start ? [] : numbersAt(tokens, at)))
  let states: readonly State[] = [{ at: start, cost: 0, last: 0, cells: [] }]
  for (let column = 0; column < setting.columns; column += 1) {
    const next: State[] = []
    for (const state of states) addSteps(next, tokens, numbers, state, column, setting)
    states = thin(next, width)
  }
  const done = states.map(state => ({ ...state, cost: state.cost + restCost(tokens, state.at), at: tokens.length }))
  return done.filter(state => state.cost < 60).sort((a, b) => a.cost - b.cost)
}

const restCost = (tokens: readonly Token[], at: number): number => tokens.slice(at).reduce((sum, token) => sum + skipCost(token), 0)

const skipCost = (token: Token): number => {
  if (token.kind === 'unit') return 0
  if (token.kind === 'mark') return 0.3
  if (token.kind === 'minus' || token.kind === 'letter') return COSTS.strayMark.nats
  return COSTS.unreadable.nats
}

/** The cheapest states for each position, at most `width` each. */
function thin(states: readonly State[], width: number): readonly State[] {
  const perPosition = new Map<number, State[]>()
  for (const state of states) {
    const group = perPosition.get(state.at)
    if (group) group.push(state)
    else perPosition.set(state.at, [state])
  }
  return [...perPosition.values()].flatMap(group => (group.length <= width ? group : group.sort((a, b) => a.cost - b.cost).slice(0, width)))
}

function addSteps(
  next: State[],
  tokens: readonly Token[],
  numbers: readonly (readonly NumberAt[])[],
  state: State,
  column: number,
  setting: RowSetting,
): void {
  next.push({ ...state, cost: state.cost + COSTS.blankForZero.nats, cells: [...state.cells, undefined] })
  let skipped = 0
  for (let at = state.at; at < tokens.length && skipped <= 6; at += 1) {
    const token = tokens[at]
    if (!token) return
    for (const number of numbers[at] ?? []) next.push(advance(state, number, skipped, edgeCost(number.print, column, setting)))
    skipped += skipCost(token)
  }
}

function advance(state: State, number: NumberAt, skipped: number, edge: number): State {
  const jump = number.value > 0 && state.last > 0 ? Math.abs(Math.log10(number.value / state.last)) - 0.5 : 0
  return {
    at: number.next,
    cost: state.cost + number.cost + skipped + edge + Math.max(0, jump) * COSTS.magnitudeJump.nats,
    last: number.value > 0 ? number.value : state.last,
    cells: [...state.cells, number.print],
  }
}

const edgeCost = (print: CellPrint, column: number, setting: RowSetting): number => {
  const edge = setting.edges?.[column]
  return edge === undefined ? 0 : Math.min(6, Math.abs(print.end - edge) * 0.5)
}

interface NumberAt {
  readonly next: number
  readonly cost: number
  readonly value: number
  readonly print: CellPrint
}

const cellFrom = (tokens: readonly Token[], from: number, to: number): CellPrint => {
  const parts = tokens.slice(from, to)
  const first = parts[0]
  const last = parts.at(-1)
  return { printed: parts.map(token => token.text).join(' '), start: first?.start ?? 0, end: last?.end ?? 0 }
}

/** The cells that may begin at a token: single tokens, and groups of three joined to them. */
function numbersAt(tokens: readonly Token[], from: number): readonly NumberAt[] {
  const first = tokens[from]
  if (!first) return []
  if (first.kind === 'mark' && /^[*†¹²³]+$/.test(first.text)) return [single(tokens, from, 1)]
  if (first.kind === 'letter') return [single(tokens, from, COSTS.wordAsCell.nats)]
  if (first.kind === 'code') return [single(tokens, from, COSTS.decimalPoint.nats)]
  if (first.kind === 'minus') {
    const apart = tokens[from + 1]
    const negative = apart && apart.gap !== Number.POSITIVE_INFINITY ? grouped(tokens, from, from + 1, COSTS.minusApart.nats) : []
    return [single(tokens, from, COSTS.dashAsBlank.nats), ...negative]
  }
  return grouped(tokens, from, from, 0)
}

const single = (tokens: readonly Token[], from: number, cost: number): NumberAt => ({
  next: from + 1,
  cost,
  value: 0,
  print: cellFrom(tokens, from, from + 1),
})

const threes = /^[^\s-]{3}$|^[^\s-]{6}$|^\d{3},\d{1,2}$/

function grouped(tokens: readonly Token[], from: number, head: number, base: number): readonly NumberAt[] {
  const first = tokens[head]
  if (!first || (first.kind !== 'number' && first.kind !== 'garbled')) return []
  const found: NumberAt[] = []
  let cost = base + headCost(first.text)
  for (let end = head + 1; ; end += 1) {
    const next = tokens[end]
    const joins = next !== undefined && canJoin(tokens, head, end)
    const print = cellFrom(tokens, from, end)
    const split = joins && next.gap === 1 ? COSTS.splitInsideNumber.nats : 0
    found.push({ next: end, cost: cost + split, value: magnitude(print.printed), print })
    if (!joins || end - head >= 5) return found
    cost += next.gap > 1 ? COSTS.joinAcrossGap.nats : 0
    if (end === head + 1 && first.text.replace(/\D/g, '').length > 3) cost += COSTS.gluedThousands.nats
    if (next.text.length === 6) cost += COSTS.gluedThousands.nats
  }
}

function canJoin(tokens: readonly Token[], head: number, at: number): boolean {
  const next = tokens[at]
  const before = tokens[at - 1]
  if (!next || !before || next.gap === Number.POSITIVE_INFINITY || next.gap === 0) return false
  if (next.kind !== 'number' && next.kind !== 'garbled') return false
  if (!threes.test(next.text) || before.text.includes(',') || before.text.includes('%')) return false
  return at > head + 1 || !/^[-−–—]?0/.test(before.text)
}

const headCost = (text: string): number => (/^[-−–—]?0\d/.test(text) ? 8 : /\./.test(text) && !/\d\.\d{3}/.test(text) ? 1 : 0)

const magnitude = (printed: string): number => {
  const number = takeApart(printed)
  return isLegible(number) ? Number(number.digits) : 0
}

/** A row of very many tokens is read only where each is a cell of its own. */
function readLong(row: RowDraft, setting: RowSetting): readonly RowReading[] {
  const tokens = row.tail.filter(token => token.kind === 'number' || token.kind === 'garbled')
  if (tokens.length !== setting.columns) return []
  return [{ cost: 0, cells: tokens.map(({ text, start, end }) => ({ printed: text, start, end })), toLabel: 0 }]
}
