import { cellOfWords, isFigure, type PlacedCell } from './placed-cell.ts'

/** Groups of one figure stand no farther apart than this, in units of the type size. */
const widestGap = 0.9

/** Two neighbouring cells as the one figure whose groups of three digits they may be: `345` and `930`; undefined where they are none. */
export function joinedFigure(before: PlacedCell, after: PlacedCell, size: number): PlacedCell | undefined {
  const gap = after.left - before.right
  const groups = /\d$/.test(before.text) && /^(?:\d{3})+(?!\d)/.test(after.text)
  const joined = cellOfWords([...before.words, ...after.words])
  return gap > -0.2 * size && gap < widestGap * size && groups && isFigure(joined.text) ? joined : undefined
}

const overlaps = (a: PlacedCell, b: PlacedCell): boolean => Math.min(a.right, b.right) > Math.max(a.left, b.left)

/**
 * The figures of a table's rows, those that were parted within a group whole again: two neighbours are one figure where another row
 * has one over the places of both.
 */
export function wholeFigures(rows: readonly (readonly PlacedCell[])[], size: number): PlacedCell[][] {
  return rows.map((row, own) => {
    const whole: PlacedCell[] = []
    for (const cell of row) {
      const before = whole.at(-1)
      const joined = before && joinedFigure(before, cell, size)
      const isOne =
        joined && rows.some((other, at) => at !== own && other.some(figure => overlaps(figure, before) && overlaps(figure, cell)))
      if (joined && isOne) whole[whole.length - 1] = joined
      else whole.push(cell)
    }
    return whole
  })
}
