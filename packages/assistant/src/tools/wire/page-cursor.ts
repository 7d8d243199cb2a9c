import * as z from 'zod'
import { ToolError } from '../tool.ts'

/** How many rows, and from where. Rows come in a fixed order, so a cursor is the number of the first row. */
export const pageInput = (limit: { readonly default: number; readonly max: number }) => ({
  limit: z.number().int().min(1).max(limit.max).default(limit.default).describe('Rows at most'),
  cursor: z.string().max(12).optional().describe('`next` of the previous reply'),
})

export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly next?: string
}

/** How to get the rest of a list, for readers of the text: `['44 rows in all; cursor "8" gives the next.']`. */
export const moreText = ({ total, next }: Omit<Page<unknown>, 'rows'>, rows: string): string[] =>
  next === undefined ? [] : [`${total} ${rows} in all; cursor "${next}" gives the next.`]

/**
 * The rows from the cursor on, at most `limit`.
 *
 * @example pageOf(['a', 'b', 'c'], 2) // → { rows: ['a', 'b'], total: 3, next: '2' }
 */
export function pageOf<Row>(rows: readonly Row[], limit: number, cursor?: string): Page<Row> {
  const start = cursor === undefined ? 0 : /^\d{1,9}$/.test(cursor) ? Number(cursor) : Number.NaN
  if (Number.isNaN(start) || (start > 0 && start >= rows.length))
    throw new ToolError('invalid-cursor', `"${cursor}" is not a cursor of this list. Leave cursor out to begin anew.`)
  const end = start + limit
  return { rows: rows.slice(start, end), total: rows.length, ...(end < rows.length ? { next: String(end) } : {}) }
}
