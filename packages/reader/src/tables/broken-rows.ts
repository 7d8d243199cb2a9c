import { MARGIN } from '../number/costs.ts'
import { isYear } from './label-numbers.ts'
import { rowCosts } from './row-costs.ts'
import type { RowDraft } from './row-draft.ts'
import type { RowItem, TableItem } from './table-block.ts'
import { hasDigits, type Token } from './tokens.ts'

const mostColumns = 14

/**
 * Rows whose amounts go on on the next line, as one: a row with too few amounts, and right under it a line of nothing but those that it
 * lacks. How many a row has is what the header names, or most rows of the block show.
 */
export function joinBrokenRows(items: readonly TableItem[], hasNotes: boolean, named: number | undefined): readonly TableItem[] {
  if (!items.some((_, at) => isRest(items, at))) return items
  const columns = named ?? commonColumns(items, hasNotes)
  const costOf = ({ row }: RowItem): number => rowCosts(row, mostColumns, hasNotes)[columns - 1] ?? 0
  const joined: TableItem[] = []
  items.forEach((item, at) => {
    const before = joined.at(-1)
    if (item.kind === 'row' && before?.kind === 'row' && isRest(items, at)) {
      const whole: RowItem = { ...before, row: continuedBy(before.row, item.row) }
      if (costOf(whole) + MARGIN < costOf(before) + costOf(item)) joined[joined.length - 1] = whole
      else joined.push(item)
    } else joined.push(item)
  })
  return joined
}

/** Whether an item is a line of amounts alone right under a row with a label. */
function isRest(items: readonly TableItem[], at: number): boolean {
  const [before, item] = [items[at - 1], items[at]]
  return (
    item?.kind === 'row' &&
    before?.kind === 'row' &&
    item.row.parting === 'spaces' &&
    before.row.parting === 'spaces' &&
    item.row.label === '' &&
    before.row.label !== '' &&
    item.row.line === before.row.line + 1 &&
    !item.row.tail.some(token => isYear(token.text))
  )
}

function commonColumns(items: readonly TableItem[], hasNotes: boolean): number {
  const votes = items.flatMap(item => {
    if (item.kind !== 'row' || item.row.label === '') return []
    const costs = rowCosts(item.row, mostColumns, hasNotes)
    return item.row.tail.some(hasDigits) ? [costs.indexOf(Math.min(...costs)) + 1] : []
  })
  return Math.max(1, votes.sort((a, b) => a - b)[Math.floor(votes.length / 2)] ?? 1)
}

function continuedBy(row: RowDraft, rest: RowDraft): RowDraft {
  const at = (row.tail.at(-1)?.end ?? row.labelEnd) + 1
  const moved = rest.tail.map(
    (token, index): Token => ({
      ...token,
      start: token.start + at,
      end: token.end + at,
      gap: index === 0 ? Number.POSITIVE_INFINITY : token.gap,
    }),
  )
  return { ...row, text: `${row.text} ${rest.text}`, tail: [...row.tail, ...moved], goesOn: { line: rest.line, at } }
}
