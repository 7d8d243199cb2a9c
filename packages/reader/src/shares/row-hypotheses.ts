import { plain } from '../labels/plain.ts'
import type { ShareEquation } from './share-equation.ts'
import type { ShareHypothesis } from './share-hypothesis.ts'
import { cellAt, type ShareRow, type ShareTable } from './share-table.ts'

/** So many rows before a row of percents, and behind it, are thought of. */
const mostRows = 20

/** What a row of percents may tell: the ratio of two rows (*soliditet*), or a row's change from one column to the next. */
export function rowHypotheses(table: ShareTable, row: number): readonly ShareHypothesis[] {
  const own = table.rows[row]
  if (!own) return []
  const amounts = [...table.rows.slice(Math.max(0, row - mostRows), row + mostRows), ...table.beyond].filter(other => !other.share)
  const named = amounts.filter(other => sharesWord(own.label, other.label))
  return amounts.flatMap(part => {
    const cost = named.includes(part) ? Math.log(2 * named.length) : Math.log(2 * amounts.length)
    const wholes = amounts.filter(whole => whole !== part && whole.apart === part.apart)
    return [
      ...wholes.map(whole => ({ ...ratio(own, part, whole), cost: cost + Math.log(wholes.length + 2) })),
      ...[-1, 1].map(step => ({ ...change(own, part, step), cost: cost + Math.log(wholes.length + 2) })),
    ]
  })
}

const ratio = (own: ShareRow, part: ShareRow, whole: ShareRow): ShareHypothesis => ({
  elsewhere: false,
  equations: own.cells.flatMap((_, column): readonly ShareEquation[] => {
    const [share, above, below] = [cellAt(own, column), part.cells[column], whole.cells[column]]
    return share === undefined || !above || !below ? [] : [{ share, part: [above], whole: [below], less: 0, sign: 1 }]
  }),
})

const change = (own: ShareRow, of: ShareRow, step: number): ShareHypothesis => ({
  elsewhere: false,
  equations: own.cells.flatMap((_, column): readonly ShareEquation[] => {
    const [share, now, before] = [cellAt(own, column), of.cells[column], of.cells[column + step]]
    return share === undefined || !now || !before ? [] : [{ share, part: [now], whole: [before], less: 1, sign: 1 }]
  }),
})

const wordsOf = (label: string): readonly string[] =>
  plain(label)
    .split(/[^a-z]+/)
    .filter(word => word.length > 4)

/** Whether two labels have a word in common, up to its ending: `Eget kapital i % av bidragen`, `Utgående eget kapital`. */
const sharesWord = (one: string, other: string): boolean =>
  wordsOf(one).some(word => wordsOf(other).some(second => word.slice(0, 6) === second.slice(0, 6)))
