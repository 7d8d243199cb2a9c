import type { TextLine } from '../text/text-document.ts'
import { headersAbove, headersBelow, nearHeader, tells } from './block-headers.ts'
import { fold } from './fold.ts'
import { isYear } from './label-numbers.ts'
import { withoutMarkup } from './line-cells.ts'
import { type KindedLine, namesColumns } from './line-kinds.ts'
import type { TableBlock, TableItem } from './table-block.ts'

/** Finds the stretches of a document in which rows of amounts follow each other. */
export function findTables(lines: readonly KindedLine[]): readonly TableBlock[] {
  const blocks: TableBlock[] = []
  let at = 0
  while (at < lines.length) {
    if (lines[at]?.kind !== 'row') {
      at += 1
      continue
    }
    const end = blockEnd(lines, at)
    blocks.push(blockOf(lines, at, end))
    at = end
  }
  return blocks
}

/** The index after the last row that belongs with the row at `start`. */
function blockEnd(lines: readonly KindedLine[], start: number): number {
  let end = start + 1
  let texts = 0
  const head = headOver(lines, start)
  for (let at = start + 1; at < lines.length; at += 1) {
    const kind = lines[at]?.kind
    if (beginsMarked(lines, at) || isDatedHeading(lines, at)) return end
    if (kind === 'row') {
      end = at + 1
      texts = 0
    } else if (kind === 'prose' || kind === 'title') return end
    else if (texts === 0 && head.has(fold(lines[at]?.text ?? ''))) continue
    else if (kind === 'header' && startsTable(lines, at)) return end
    else if (kind === 'text' || kind === 'fragment' || kind === 'header') texts += 1
    if (texts > 5 || at - end > 14) return end
  }
  return end
}

/** The lines of the head over a table, folded: a page further on may print them again. */
function headOver(lines: readonly KindedLine[], start: number): ReadonlySet<string> {
  const { headers } = headersAbove(lines, start)
  return new Set(headers.map(({ line }) => fold(withoutMarkup(line.text))).filter(text => text.length >= 4))
}

/** Whether a table of tags or a Markdown header with its line of dashes begins here. */
const beginsMarked = (lines: readonly KindedLine[], at: number): boolean =>
  /<table[\s>]/i.test(lines[at]?.line.text ?? '') ||
  (/^\s*\|?[\s:|]*-{3,}[\s:|-]*$/.test(lines[at + 1]?.line.text ?? '') && /\|/.test(lines[at + 1]?.line.text ?? ''))

/** Words that a year ends, after a blank line, head what follows: `Beviljade insatser 2025`. */
const isDatedHeading = (lines: readonly KindedLine[], at: number): boolean => {
  const [row, ...others] = lines[at]?.rows ?? []
  const [only, ...rest] = row?.tail ?? []
  const words = row?.parting === 'spaces' && /^\p{Lu}\p{L}{2}/u.test(row.label)
  return lines[at - 1]?.kind === 'blank' && words && others.length === 0 && only !== undefined && rest.length === 0 && isYear(only.text)
}

/** A header line between rows begins a new table: one that names a time, a scenario or several measures. */
const startsTable = (lines: readonly KindedLine[], at: number): boolean =>
  (namesColumns(lines[at]?.atoms ?? []) || !/^(?:(?:del)?summa|total|årets resultat|resultat)/i.test(lines[at]?.text ?? '')) &&
  (tells(lines[at]?.atoms ?? []) || (lines[at]?.atoms ?? []).filter(atom => atom.kind === 'measure').length >= 2)

function blockOf(lines: readonly KindedLine[], start: number, end: number): TableBlock {
  const found = headersAbove(lines, start)
  const below = found.headers.some(header => tells(header.atoms)) ? [] : headersBelow(lines, end)
  const above = below.length > 0 ? { ...found, headers: [...found.headers, ...below] } : found
  const items = itemsOf(lines, above.first, start, end)
  return {
    headers: above.headers,
    items,
    above: linesAbove(lines, start),
    titles: titlesAbove(lines, above.first),
    around: lines.slice(Math.max(0, above.first - 4), Math.min(lines.length, end + 40)).map(kinded => kinded.line),
  }
}

const mostAbove = 6

/** The lines right over a row, down to it, as far as no blank line, prose or other table parts them. */
function linesAbove(lines: readonly KindedLine[], start: number): readonly TextLine[] {
  const found: TextLine[] = []
  for (let at = start - 1; at >= 0 && found.length < mostAbove; at -= 1) {
    const kinded = lines[at]
    if (!kinded || kinded.kind === 'row' || kinded.kind === 'prose') break
    if (kinded.kind === 'blank' && found.length > 0) break
    if (kinded.kind === 'noise' || kinded.kind === 'blank') continue
    found.unshift(kinded.line)
    if (kinded.kind === 'title') break
  }
  return found
}

function itemsOf(lines: readonly KindedLine[], first: number, start: number, end: number): readonly TableItem[] {
  const items: TableItem[] = []
  let apart = false
  for (let at = first; at < end; at += 1) {
    const kinded = lines[at]
    if (!kinded) continue
    if (kinded.kind === 'blank') apart = true
    if (kinded.kind === 'row') for (const row of kinded.rows) items.push({ kind: 'row', row, apart })
    const heading = kinded.kind === 'text' || (kinded.kind === 'fragment' && (at > start || !nearHeader(lines, at)))
    if (heading) items.push({ kind: 'text', line: kinded.line, text: kinded.text, apart })
    if (kinded.kind !== 'blank') apart = false
  }
  const after = lines.slice(end, end + 3).find(kinded => kinded.kind !== 'blank')
  if (after && (after.kind === 'text' || after.kind === 'fragment') && /^\p{Ll}/u.test(after.text)) {
    items.push({ kind: 'text', line: after.line, text: after.text, apart: false })
  }
  const before = lines.slice(Math.max(0, first - 6), first).reverse()
  const lead: TableItem[] = []
  if (first === start) {
    for (const kinded of before) {
      if (kinded.kind !== 'text' && kinded.kind !== 'fragment') {
        if (kinded.kind === 'blank') continue
        break
      }
      lead.unshift({ kind: 'text', line: kinded.line, text: kinded.text, apart: false })
    }
  }
  return [...lead, ...items]
}

function titlesAbove(lines: readonly KindedLine[], first: number): readonly TextLine[] {
  const titles: TextLine[] = []
  const here = lines[first]
  if (here?.kind === 'title') titles.push(here.line)
  for (let at = first - 1; at >= 0 && first - at <= 60 && titles.length < 4; at -= 1) {
    const kinded = lines[at]
    if (!kinded) break
    const near = first - at <= 6 && ['text', 'header', 'fragment'].includes(kinded.kind) && !/<t[dh][\s>]|\|.*\|/i.test(kinded.line.text)
    if (kinded.kind === 'title' || near) titles.push(kinded.line)
  }
  return titles
}
