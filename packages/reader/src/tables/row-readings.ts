import { COSTS } from '../number/costs.ts'
import { blankCost, type ColumnStyle, offStyleCost, orphanCost } from './column-styles.ts'
import { type CellPrint, type NumberAt, numbersAt } from './digit-groups.ts'
import { isYear, leadingCost } from './label-numbers.ts'
import type { RowDraft } from './row-draft.ts'
import type { Token } from './tokens.ts'

export type { CellPrint } from './digit-groups.ts'

/** One way to read a row's tokens as `columns` cells. Cheaper is likelier. */
export interface RowReading {
  readonly cost: number
  readonly cells: readonly (CellPrint | undefined)[]
  /** How many leading tokens belong to the label (years, codes, notes). */
  readonly toLabel: number
  /** The leading token that is a reference to a note. */
  readonly note?: Token
  /** All that it leaves blank are percents, which rows of a table may go without. */
  readonly lacksPercents?: true
}

export interface RowSetting {
  readonly columns: number
  /** Whether the header has a column for notes. */
  readonly hasNotes: boolean
  /** Right edges of the columns in characters, where the text keeps its layout. */
  readonly edges?: readonly number[]
  /** The table prints thousands without spaces: a space parts cells. */
  readonly glued?: boolean
  /** How each column is printed, where nearly all rows print it alike. */
  readonly styles?: readonly ColumnStyle[]
}

const longestTail = 72
const beam = 8
const furthest = 14

/** Cells read so far, as a chain from the last one back. */
interface State {
  readonly at: number
  readonly cost: number
  readonly last: number
  readonly print: CellPrint | undefined
  readonly before: State | undefined
}

/** Readings this much dearer than the cheapest are not worth keeping. */
const dearest = 25

/** The cheapest readings of a row, best first; empty where the row has no reading with so many columns. */
export function readRow(row: RowDraft, setting: RowSetting, keep = 24): readonly RowReading[] {
  if (row.tail.length > longestTail) return readLong(row, setting)
  const readings: RowReading[] = []
  const numbers = row.tail.map((_, at) => numbersAt(row.tail, at, setting.glued === true))
  let leading = 0
  let least = Number.POSITIVE_INFINITY
  for (let toLabel = 0; toLabel <= Math.min(row.tail.length, 6); toLabel += 1) {
    if (toLabel > 0) {
      const token = row.tail[toLabel - 1]
      if (!token || row.cells || row.labelApart) break
      leading += leadingCost(token, row.tail[toLabel], setting.hasNotes)
    }
    if (leading > COSTS.unreadable.nats || leading > least + (keep === 1 ? 0 : furthest)) break
    const dropped = row.tail.slice(0, toLabel).filter(token => token.kind === 'number' && !isYear(token.text)).length
    const note = noteAmong(row, toLabel, setting)
    const sketch = keep === 1 ? [] : walk(row.tail, numbers, toLabel, setting, 1, Number.POSITIVE_INFINITY)
    const limit = Math.min(least - leading, sketch[0]?.cost ?? Number.POSITIVE_INFINITY) + dearest
    for (const state of walk(row.tail, numbers, toLabel, setting, keep === 1 ? 3 : beam, limit)) {
      least = Math.min(least, leading + state.cost)
      const cells = cellsOf(state, setting.columns)
      const blanks = cells.filter(cell => !cell).length
      readings.push({
        cost: leading + state.cost + Math.min(blanks, dropped) * COSTS.droppedAmount.nats + orphanCost(cells, setting.styles),
        cells,
        toLabel,
        ...(note ? { note } : {}),
        ...(lacksPercents(cells, setting) ? { lacksPercents: true } : {}),
      })
    }
  }
  return readings.sort((a, b) => a.cost - b.cost).slice(0, keep)
}

const lacksPercents = (cells: RowReading['cells'], { styles }: RowSetting): boolean =>
  cells.some(cell => !cell) && cells.every((cell, column) => cell || styles?.[column]?.print === 'percent')

const noteAmong = (row: RowDraft, toLabel: number, setting: RowSetting): Token | undefined => {
  const token = toLabel > 0 ? row.tail[toLabel - 1] : undefined
  return token && setting.hasNotes && /^\d{1,2}$/.test(token.text) ? token : undefined
}

function walk(
  tokens: readonly Token[],
  numbers: readonly (readonly NumberAt[])[],
  start: number,
  setting: RowSetting,
  width: number,
  limit: number,
): readonly State[] {
  let states: readonly State[] = [{ at: start, cost: 0, last: 0, print: undefined, before: undefined }]
  for (let column = 0; column < setting.columns; column += 1) {
    const next: State[] = []
    for (const state of states) addSteps(next, tokens, numbers, state, column, setting, limit)
    states = thin(next, width)
  }
  const done = states.map(state => ({ ...state, cost: state.cost + restCost(tokens, state.at), at: tokens.length }))
  return done.filter(state => state.cost < Math.min(60, limit)).sort((a, b) => a.cost - b.cost)
}

function cellsOf(last: State, columns: number): readonly (CellPrint | undefined)[] {
  const cells = new Array<CellPrint | undefined>(columns).fill(undefined)
  let state: State | undefined = last
  for (let column = columns - 1; column >= 0; column -= 1) {
    cells[column] = state?.print
    state = state?.before
  }
  return cells
}

const restCost = (tokens: readonly Token[], at: number): number => tokens.slice(at).reduce((sum, token) => sum + skipCost(token), 0)

/** What it costs to pass over a token between the cells of a row. */
export const skipCost = (token: Token): number => {
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
  limit: number,
): void {
  const style = setting.styles?.[column]
  const blank = state.cost + blankCost(style)
  if (blank < limit) next.push({ at: state.at, cost: blank, last: state.last, print: undefined, before: state })
  let skipped = 0
  for (let at = state.at; at < tokens.length && skipped <= 6; at += 1) {
    const token = tokens[at]
    if (!token) return
    for (const number of numbers[at] ?? []) {
      const placed = edgeCost(number.print, column, setting) + offStyleCost(number.print, style)
      const size = style?.beside ? 0 : number.value
      const cost = state.cost + number.cost + skipped + placed + jumpCost(size, state.last)
      if (cost < limit) next.push({ at: number.next, cost, last: size > 0 ? size : state.last, print: number.print, before: state })
    }
    skipped += skipCost(token)
  }
}

/** What a jump in size between neighbouring amounts of a row costs, beyond a factor of three. */
export const jumpCost = (value: number, last: number): number =>
  value > 0 && last > 0 ? Math.min(2.4, Math.max(0, Math.abs(Math.log10(value / last)) - 0.5) * COSTS.magnitudeJump.nats) : 0

const edgeCost = (print: CellPrint, column: number, setting: RowSetting): number => {
  const edge = setting.edges?.[column]
  return edge === undefined ? 0 : Math.min(6, Math.abs(print.end - edge) * 0.5)
}

/** A row of very many tokens is read only where each is a cell of its own. */
function readLong(row: RowDraft, setting: RowSetting): readonly RowReading[] {
  const tokens = row.tail.filter(token => token.kind === 'number' || token.kind === 'garbled')
  if (tokens.length !== setting.columns) return []
  return [{ cost: 0, cells: tokens.map(({ text, start, end }) => ({ printed: text, start, end })), toLabel: 0 }]
}
