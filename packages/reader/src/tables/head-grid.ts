import type { TextLine } from '../text/text-document.ts'
import { cellsOf, expanded, withoutGaps } from './head-cells.ts'
import { isBroken, placedBelow, type Slots } from './head-placement.ts'
import { type HeadWord, headWords, isTelling, wordsOver } from './head-words.ts'
import { headerAtoms } from './header-atoms.ts'
import type { HeaderCell } from './header-columns.ts'

const mostColumns = 12
const mostLines = 4
const longest = 140

/** The head of a table as one cell a column, and the lines that it stands on. */
export interface HeadGrid {
  readonly cells: readonly HeaderCell[]
  readonly lines: readonly TextLine[]
}

/**
 * The lines of a head laid over the columns word by word: those with a word for each column in their order, those with fewer by what the
 * words lack (`Disponi-` its end, a scenario its time), those with a word for each group of columns over the group. Undefined where
 * not one line has as many words as there are columns, or where the words could be laid otherwise as well.
 *
 * @param above   the lines right over the rows, top down
 * @param fewest  how many of them must be its lines
 * @example `Års- Period- Utfall` over `budget budget jan-apr` → Årsbudget | Periodbudget | Utfall jan-apr
 */
export function headGrid(above: readonly TextLine[], columns: number, fewest = 2): HeadGrid | undefined {
  if (columns < 2 || columns > mostColumns) return undefined
  for (let count = Math.min(mostLines, above.length); count >= fewest; count -= 1) {
    const lines = above.slice(-count)
    if (isHeadLine(above.at(-count - 1))) continue
    const cells = lines.every(line => line.text.length <= longest && !/\p{L}[.:;!?]\s*$/u.test(line.text))
      ? gridOf(lines, columns)
      : undefined
    if (cells) return { cells, lines }
  }
  return undefined
}

/** A numbered title may name what columns name, and heads none. */
const isTitle = (text: string): boolean => /^\W*(?:tabell|not|bilaga|diagram)\s+\d/i.test(text)

/** Whether a line tells of two columns or more: a head is not read without it. */
const isHeadLine = (line: TextLine | undefined): boolean =>
  line !== undefined &&
  line.text.length <= longest &&
  !isTitle(line.text) &&
  headerAtoms(line.text).filter(({ kind }) => kind === 'scenario' || kind === 'year' || kind === 'day').length >= 2

/** How many columns the lines of a head name together; of two ways to lay them over columns the one that leaves a word to the labels. */
export function headColumns(above: readonly TextLine[]): number | undefined {
  if (above.length < 2) return undefined
  const counts = Array.from({ length: mostColumns - 1 }, (_, index) => index + 2).filter(columns => headGrid(above, columns))
  return counts.length <= 2 ? counts[0] : undefined
}

function gridOf(lines: readonly TextLine[], columns: number): readonly HeaderCell[] | undefined {
  const words = lines.map(line => wordsOver(line.text, columns))
  const at = words.findIndex(ways => ways.length > 0)
  const first = words[at]?.[0]
  if (!first) return undefined
  const starts = first.map(word => word.start)
  let slots: Slots = first.map(word => word.text)
  for (let below = at + 1; below < lines.length; below += 1) {
    const placed = placedBelow(slots, starts, headWords(lines[below]?.text ?? ''))
    if (!placed) return undefined
    slots = slots.map((text, column) => joinText(text, placed[column]))
  }
  for (let over = at - 1; over >= 0; over -= 1) {
    const groups = groupsOver(headWords(lines[over]?.text ?? ''), columns) ?? captionsOver(lines[over], slots)
    if (!groups) return undefined
    slots = slots.map((text, column) => joinText(groups[column], text))
  }
  const texts = withoutGaps(slots.map(text => expanded(text ?? '')))
  const broken = lines.some(line => /\p{L}-(?:\s|$)/u.test(line.text))
  const told = texts.filter(text => text.split(' ').some(isTelling)).length
  return broken || told * 2 >= columns ? cellsOf(texts) : undefined
}

/** Words that each head a group of as many columns: `2024 2023` over `Utfall Budget Utfall Budget`. */
function groupsOver(ways: readonly (readonly HeadWord[])[], columns: number): Slots | undefined {
  const groups = ways.find(words => words.length >= 2 && words.length < columns && columns % words.length === 0)
  return groups?.every(({ text }) => isTelling(text))
    ? groups.flatMap(({ text }) => Array.from({ length: columns / groups.length }, () => text))
    : undefined
}

/** Captions over columns that only tell their unit: the last goes on over what stands beside it (`Förändring` over `tkr %`). */
function captionsOver(line: TextLine | undefined, slots: Slots): Slots | undefined {
  const [spare = '', share = ''] = slots.slice(-2)
  if (!line || !/^\(?(?:tkr|kr|mnkr)\)?$/i.test(spare) || !/^\(?%\)?$/.test(share)) return undefined
  const words = wordsOver(line.text, slots.length - 1)[0]
  return words && [...words.map(word => word.text), words.at(-1)?.text]
}

/** A word broken with a hyphen, or a day broken before its last part, goes on; else the words stand side by side. */
function joinText(over: string | undefined, under: string | undefined): string | undefined {
  if (over === undefined || under === undefined) return over ?? under
  if (isBroken(over) && /^\p{Ll}/u.test(under)) return `${over.slice(0, -1)}${under}`
  return /\d{4}-\d\d-$/.test(over) && /^\d\d$/.test(under) ? `${over}${under}` : `${over} ${under}`
}
