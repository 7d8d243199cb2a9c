import { cellOfAtoms, type HeaderCell } from '../tables/header-columns.ts'
import type { HeaderLine } from '../tables/table-block.ts'

const mostColumns = 12
/** A placement counts only when it says clearly more than the next best. */
const clearly = 1

/** A line whose words, one by one, are as many as the columns. */
const fills = ({ atoms }: HeaderLine, columns: number): boolean =>
  atoms.length === columns && atoms.filter(atom => atom.kind !== 'word' && atom.kind !== 'amount' && atom.kind !== 'garbled').length >= 2

/**
 * A header whose one line has a word for each column and whose other lines have fewer, laid over the columns by what the words say: a day
 * or year goes to a scenario that has none, a scenario to a column without one, and a variance has no time of its own.
 *
 * @example `Utfall Budget Avvikelse Helårs- Helårs-` over `250430 250430 budget prognos` → five columns, the third without a time
 */
export function placedHeader(headers: readonly HeaderLine[], columns: number): readonly HeaderCell[] | undefined {
  if (columns < 3 || columns > mostColumns || headers.length < 2) return undefined
  const at = headers.findIndex(header => fills(header, columns))
  const base = headers[at]
  if (!base || headers.length > at + 3) return undefined
  let cells = base.atoms.map(atom => cellOfAtoms([atom]))
  for (const { atoms } of headers.slice(at + 1)) {
    const placed =
      atoms.length <= columns
        ? bestPlacement(
            cells,
            atoms.map(atom => cellOfAtoms([atom])),
          )
        : undefined
    if (!placed) return undefined
    cells = placed.map((below, column) => joined(cells[column], below)).filter(cell => cell !== undefined)
  }
  return cells.every(cell => cell.scenario || cell.measure || isTimed(cell)) ? cells : undefined
}

type Placement = readonly (HeaderCell | undefined)[]

function bestPlacement(over: readonly HeaderCell[], below: readonly HeaderCell[]): Placement | undefined {
  const found: { readonly placement: Placement; readonly score: number }[] = []
  const place = (column: number, next: number, placement: Placement, score: number): void => {
    if (column === over.length) {
      if (next === below.length) found.push({ placement, score })
      return
    }
    const [cell, under] = [over[column], below[next]]
    if (cell && under) place(column + 1, next + 1, [...placement, under], score + suits(cell, under))
    if (over.length - column > below.length - next) place(column + 1, next, [...placement, undefined], score)
  }
  place(0, 0, [], 0)
  const [best, rival] = found.sort((a, b) => b.score - a.score)
  return best && (!rival || best.score - rival.score >= clearly) ? best.placement : undefined
}

const isTimed = (cell: HeaderCell): boolean => cell.year !== undefined || cell.days.length > 0

/** How well a word stands under another: what one lacks the other says. */
function suits(over: HeaderCell, under: HeaderCell): number {
  if (under.scenario) return over.scenario ? -3 : 3
  if (isTimed(under) || under.months) return over.scenario === 'variance' ? -1 : over.scenario && !isTimed(over) ? 2 : -2
  return 0
}

function joined(over: HeaderCell | undefined, under: HeaderCell | undefined): HeaderCell | undefined {
  if (!over || !under) return over
  const scenario = over.scenario ?? under.scenario
  const measure = over.measure ?? under.measure
  const year = over.year ?? under.year
  const months = over.months ?? under.months
  return {
    ...over,
    text: /\p{L}-$/u.test(over.text) ? `${over.text.slice(0, -1)}${under.text}` : `${over.text} ${under.text}`,
    ...(scenario ? { scenario } : {}),
    ...(measure ? { measure } : {}),
    ...(year ? { year } : {}),
    ...(months ? { months } : {}),
    days: [...over.days, ...under.days],
    end: Math.max(over.end, under.end),
  }
}
