import { type Column, type Member, type PlacedRow, stacked } from './table-columns.ts'

/** So far, in units of the type size, a column's name may reach over its neighbours. */
const reach = 0.3

/** Whether a stretch lies where a column's name may: between the figures of the columns beside it. */
function fits(
  columns: readonly Column[],
  at: number,
  { left, right }: { readonly left: number; readonly right: number },
  size: number,
): boolean {
  const [before, after] = [columns[at - 1], columns[at + 1]]
  return (!before || left > before.right - reach * size) && (!after || right < after.left + reach * size)
}

const stretchOf = (stack: readonly Member[]): { readonly left: number; readonly right: number } => ({
  left: Math.min(...stack.map(({ cell }) => cell.left)),
  right: Math.max(...stack.map(({ cell }) => cell.right)),
})

/** Whether two names stand on the same lines, or on lines apart: where they share some only, the others may be headings of several columns. */
function isAside(stack: readonly Member[], other: readonly Member[]): boolean {
  const shared = stack.filter(({ row }) => other.some(member => member.row === row)).length
  return shared === 0 || (shared === stack.length && shared === other.length)
}

/**
 * Header lines over their columns where they name every column once, in as many lines as they like: the names are as many as the columns, and
 * each lies between the figures of its neighbours. Names set flush right over figures set flush left stand nearer to the next column's
 * figures than to their own. Undefined where a name heads several columns or a column has none.
 */
export function stackedHeaders(columns: readonly Column[], headers: readonly PlacedRow[], size: number): string[][] | undefined {
  const stacks = stacked(headers.flatMap((cells, row) => cells.map(cell => ({ row, cell }))))
  const labels = columns.filter(({ isLabel }) => isLabel).length
  if (!stacks || columns[0]?.isLabel !== labels > 0) return undefined
  const first = columns.length - stacks.length
  if (first !== 0 && first !== labels) return undefined
  if (!stacks.every(stack => stacks.every(other => isAside(stack, other)))) return undefined
  if (!stacks.every((stack, index) => fits(columns, first + index, stretchOf(stack), size))) return undefined
  return headers.map((_, row) => columns.map((_column, at) => stacks[at - first]?.find(member => member.row === row)?.cell.text ?? ''))
}
