/** A stretch of characters of a line. */
export interface Interval {
  readonly start: number
  readonly end: number
}

/** Columns stand at least so many blanks apart. */
const apart = 2
/** A piece so far from a column does not belong to it. */
const furthest = 8

/** Stretches joined where they touch or nearly touch, left to right. */
export function unite(intervals: readonly Interval[]): readonly Interval[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start - last.end < apart) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

const distance = (piece: Interval, column: Interval): number => Math.max(0, column.start - piece.end, piece.start - column.end)
const covers = (piece: Interval, column: Interval): boolean => {
  const middle = (column.start + column.end) / 2
  return piece.start <= middle && piece.end >= middle
}

/**
 * The column of each piece of a line, left to right, each its own and as near as possible; undefined where a piece spans several columns or is
 * far from any.
 *
 * @example placeOver([{ start: 22, end: 29 }], [{ start: 0, end: 15 }, { start: 28, end: 31 }]) // → [1]
 */
export function placeOver(pieces: readonly Interval[], columns: readonly Interval[]): readonly number[] | undefined {
  if (pieces.length === 0 || pieces.length > columns.length) return undefined
  if (pieces.some(piece => columns.slice(1).filter(column => covers(piece, column)).length > 1)) return undefined
  const best: { cost: number; places: readonly number[] }[][] = []
  const at = (piece: number, column: number): { cost: number; places: readonly number[] } | undefined => best[piece]?.[column]
  for (const [index, piece] of pieces.entries()) {
    best.push(
      columns.map((column, place) => {
        const before = index === 0 ? { cost: 0, places: [] } : cheapest(Array.from({ length: place }, (_, other) => at(index - 1, other)))
        const gap = distance(piece, column)
        const off = Math.abs(piece.start + piece.end - column.start - column.end) / 1000
        return {
          cost: (before?.cost ?? Number.POSITIVE_INFINITY) + (gap > furthest ? Number.POSITIVE_INFINITY : gap + off),
          places: [...(before?.places ?? []), place],
        }
      }),
    )
  }
  const found = cheapest(columns.map((_, place) => at(pieces.length - 1, place)))
  return found && Number.isFinite(found.cost) ? found.places : undefined
}

const cheapest = <T extends { readonly cost: number }>(options: readonly (T | undefined)[]): T | undefined =>
  options.reduce<T | undefined>((best, option) => (option && (!best || option.cost < best.cost) ? option : best), undefined)
