import type { HeaderAtom } from './header-atoms.ts'
import type { KindedLine } from './line-kinds.ts'
import type { HeaderLine } from './table-block.ts'

/** Header lines above the first row, over blanks and at most a few headings; `first` is the index of the topmost line taken. */
export function headersAbove(
  lines: readonly KindedLine[],
  start: number,
): { readonly headers: readonly HeaderLine[]; readonly first: number } {
  let first = start
  let topmost = start
  let others = 0
  const headers: HeaderLine[] = []
  for (let at = start - 1; at >= 0 && start - at <= 14; at -= 1) {
    const kinded = lines[at]
    if (!kinded || kinded.kind === 'row' || kinded.kind === 'prose') break
    if (kinded.kind === 'header' || (kinded.kind === 'title' && tells(kinded.atoms) && headers.length === 0)) {
      headers.unshift({ line: kinded.line, atoms: kinded.atoms })
      first = at
      topmost = at
      others = 0
      if (kinded.kind === 'title') break
    } else if (kinded.kind === 'title') break
    else if (kinded.kind === 'fragment' && nearHeader(lines, at)) {
      headers.unshift({ line: kinded.line, atoms: kinded.atoms })
      topmost = at
    } else if (kinded.kind === 'text' || kinded.kind === 'fragment') {
      if (headers.length > 0) break
      others += 1
    }
    if (others > 3) break
  }
  return headers.some(header => tells(header.atoms)) || headers.length > 1
    ? { headers, first: Math.min(first, topmost) }
    : { headers, first }
}

/** Header lines right below the last row, where no rows follow them: some texts print the header after its table. */
export function headersBelow(lines: readonly KindedLine[], end: number): readonly HeaderLine[] {
  const near = lines.slice(end, end + 12).filter(kinded => kinded.kind !== 'blank' && kinded.kind !== 'noise')
  const count = near.findIndex(kinded => kinded.kind !== 'header')
  const headers = count < 0 ? near : near.slice(0, count)
  const next = count < 0 ? undefined : near[count]
  if (headers.length === 0 || headers.length > 3 || next?.kind === 'row' || !headers.some(kinded => tells(kinded.atoms))) return []
  return headers.map(kinded => ({ line: kinded.line, atoms: kinded.atoms }))
}

/** Whether a header names a time or a scenario. */
export const tells = (atoms: readonly HeaderAtom[]): boolean =>
  atoms.some(atom => atom.kind === 'year' || atom.kind === 'day' || atom.kind === 'scenario')

/** A fragment belongs to the header where one stands beside it and it does not read like a heading of rows. */
export const nearHeader = (lines: readonly KindedLine[], at: number): boolean => {
  const piece = lines[at]
  const headed = (index: number): boolean => lines[index]?.kind === 'header'
  const above = headed(at - 1) || (lines[at - 1]?.kind === 'fragment' && headed(at - 2))
  const below = headed(at + 1) || (lines[at + 1]?.kind === 'fragment' && headed(at + 2))
  if (!piece || (!above && !below)) return false
  return (above && below) || /^\p{Ll}/u.test(piece.text) || piece.atoms.some(atom => atom.kind === 'unit' || /\d/.test(atom.text))
}
