import { cellOfWords, isFigure, isTime, type PlacedCell, type PlacedWord, partFigures } from './placed-cell.ts'
import { joinedFigure, wholeFigures } from './split-figures.ts'

/** The stretch of a page's width that a column of a table takes. */
export interface Column {
  readonly left: number
  readonly right: number
  /** Labels begin here and may reach into the columns beside them. */
  readonly isLabel: boolean
  /** It holds figures that are no days. */
  readonly isFigures: boolean
  /** Its texts begin at one place and end at several. */
  readonly isFlushLeft: boolean
  /** The share of rows that have something in it. */
  readonly filled: number
}

/** A row as its cells stand. */
export type PlacedRow = readonly PlacedCell[]

/** A cell and the row that it stands in. */
export interface Member {
  readonly row: number
  readonly cell: PlacedCell
}

/** Cells whose stretches overlap, from left to right; undefined where one row has two cells in the same stretch. */
export function stacked(members: readonly Member[]): Member[][] | undefined {
  const stacks: Member[][] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const member of [...members].sort((a, b) => a.cell.left - b.cell.left)) {
    const last = stacks.at(-1)
    if (last && member.cell.left < reach) last.push(member)
    else stacks.push([member])
    reach = Math.max(last && member.cell.left < reach ? reach : Number.NEGATIVE_INFINITY, member.cell.right)
  }
  return stacks.every(stack => new Set(stack.map(({ row }) => row)).size === stack.length) ? stacks : undefined
}

/** Cells that end at the same place, as figures do that are set flush right. */
function flushRight(members: readonly Member[], size: number): Member[][] | undefined {
  const stacks: Member[][] = []
  for (const member of [...members].sort((a, b) => a.cell.right - b.cell.right)) {
    const last = stacks.at(-1)
    if (last && member.cell.right - (last[0]?.cell.right ?? 0) < 0.6 * size) last.push(member)
    else stacks.push([member])
  }
  return stacks.every(stack => new Set(stack.map(({ row }) => row)).size === stack.length) ? stacks : undefined
}

const columnOf = (stack: readonly Member[], rows: number): Column => {
  const lefts = stack.map(({ cell }) => cell.left)
  const rights = stack.map(({ cell }) => cell.right)
  const [left, right] = [Math.min(...lefts), Math.max(...rights)]
  const isFlushLeft = Math.max(...lefts) - left < right - Math.min(...rights) - 1
  const isFigures = stack.some(({ cell }) => isFigure(cell.text) && !isTime(cell.text))
  return { left, right, isLabel: false, isFigures, isFlushLeft, filled: stack.length / rows }
}
const overlap = (a: { left: number; right: number }, b: { left: number; right: number }): number =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left)

/** Whether some row has two figures where another has one. */
const hasDoubled = (rows: readonly PlacedRow[]): boolean =>
  stacked(rows.flatMap((cells, row) => cells.filter(({ text }) => isFigure(text)).map(cell => ({ row, cell })))) === undefined

/**
 * The columns of a table, learned from the rows that hold figures; undefined where the rows do not agree on any.
 *
 * @param size  the type size, in points
 */
export function learnColumns(rows: readonly PlacedRow[], size: number): readonly Column[] | undefined {
  const asPrinted = rows.map(cells => cells.flatMap(partFigures))
  const parted = hasDoubled(asPrinted) ? wholeFigures(asPrinted, size) : asPrinted
  const all = parted.flatMap((cells, row) => cells.map((cell, index) => ({ row, cell, index })))
  const figures = all.filter(({ cell }) => isFigure(cell.text))
  const stacks = stacked(figures) ?? flushRight(figures, size)
  if (!stacks) return undefined
  const ofFigures = stacks.map(stack => columnOf(stack, rows.length))
  const words = all.filter(({ cell }) => !isFigure(cell.text))
  const first = new Set(parted.map(cells => cells.find(cell => !isFigure(cell.text))))
  const labels = words.filter(({ cell }) => first.has(cell))
  const beside = words.filter(({ cell }) => !first.has(cell) && ofFigures.every(column => overlap(column, cell) <= 0))
  const ofWords = (stacked(beside) ?? []).filter(stack => stack.length >= 0.3 * rows.length).map(stack => columnOf(stack, rows.length))
  const left = Math.min(...labels.map(({ cell }) => cell.left))
  const label: Column = {
    left,
    right: left + size,
    isLabel: true,
    isFigures: false,
    isFlushLeft: true,
    filled: labels.length / rows.length,
  }
  return [...(labels.length > 0 ? [label] : []), ...ofFigures, ...ofWords].sort((a, b) => a.left - b.left)
}

/** The column over which a stretch stands most, else the nearest. */
export function columnAt(columns: readonly Column[], stretch: { readonly left: number; readonly right: number }): number {
  const over = columns.map(column => overlap(column, stretch))
  return over.indexOf(Math.max(...over))
}

/** The column that a word stands over, else the one that it stands behind. */
function columnOfWord(columns: readonly Column[], word: PlacedWord): number {
  const at = columnAt(columns, word)
  return columns[at] && overlap(columns[at], word) > 0 ? at : columns.findLastIndex(({ left }) => left <= word.left)
}

/** Whether two neighbouring words of a cell belong to different columns. */
function parts(columns: readonly Column[], before: PlacedWord, after: PlacedWord, size: number): boolean {
  const [from, to] = [columnOfWord(columns, before), columnOfWord(columns, after)]
  const column = columns[to]
  if (from === to || !column || overlap(column, after) <= 0) return false
  if (/^[(+\-−–‑]?[\d.,]+[)%]?$/.test(before.text) && /^[(+\-−–‑]?\d/.test(after.text)) return true
  if (after.opensRun) return after.left - before.right >= 0.4 * size
  if (column.isLabel) return false
  const atEdge = Math.abs(after.left - column.left) <= 0.8 * size
  return atEdge && (column.filled >= 0.8 || (column.filled >= 0.5 && column.isFigures && /^[(+\-−–‑]?\d/.test(after.text)))
}

function partedCell(columns: readonly Column[], cell: PlacedCell, size: number): PlacedCell[] {
  const groups: PlacedWord[][] = []
  for (const [index, word] of cell.words.entries()) {
    const before = cell.words[index - 1]
    const last = groups.at(-1)
    if (!before || !last || parts(columns, before, word, size)) groups.push([word])
    else last.push(word)
  }
  const cells = groups.map(words => cellOfWords(words))
  const figures = cells.filter(({ text }) => !/\p{L}/u.test(text))
  return cells.length > 1 && figures.every(({ text }) => isFigure(text)) ? cells : [cell]
}

/** The label begins at the label column, and reaches as far as it must. */
const isLabelOf = (columns: readonly Column[], cell: PlacedCell): boolean => {
  const at = columns.findIndex(column => column.isLabel)
  const next = columns[at + 1]
  return (
    at >= 0 && !isFigure(cell.text) && cell.left < (next?.left ?? Number.POSITIVE_INFINITY) && cell.left >= (columns[at]?.left ?? 0) - 1
  )
}

/**
 * The texts of a row, one a column, empty where the row has nothing; undefined where two of its figures would share a column.
 */
export function placeRow(columns: readonly Column[], row: PlacedRow, size: number): string[] | undefined {
  const texts = columns.map(() => '')
  const held = columns.map(() => false)
  const label = columns.findIndex(column => column.isLabel)
  let labelled = false
  let last: PlacedCell | undefined
  for (const cell of row.flatMap(each => partFigures(each)).flatMap(each => partedCell(columns, each, size))) {
    const isLabel: boolean = !labelled && isLabelOf(columns, cell)
    labelled ||= isLabel
    const at = isLabel ? label : columnAt(columns, cell)
    if (held[at] && isFigure(cell.text)) {
      const whole = last && columnAt(columns, last) === at ? joinedFigure(last, cell, size) : undefined
      if (!whole) return undefined
    }
    if (isFigure(cell.text)) last = cell
    held[at] ||= isFigure(cell.text)
    texts[at] = texts[at] ? `${texts[at]} ${cell.text}` : cell.text
  }
  return texts
}
