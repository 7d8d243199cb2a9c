import { stackedHeaders } from './header-stacks.ts'
import { cellOfWords, type PlacedCell, type PlacedWord } from './placed-cell.ts'
import { type Column, columnAt, type PlacedRow } from './table-columns.ts'

interface Phrase extends PlacedCell {
  /** First and last column that it stands over. */
  readonly from: number
  readonly to: number
}

/** Whether a stretch stands over a good part of a column. */
const covers = (column: Column, { left, right }: { readonly left: number; readonly right: number }): boolean =>
  Math.min(column.right, right) - Math.max(column.left, left) > 0.4 * (column.right - column.left)

/** A word in lower case or brackets goes on with what stands before it. */
const continues = (word: PlacedWord): boolean => /^[\p{Ll}(]/u.test(word.text)

/** Parts a phrase that the reader gave as one where each column under it has words of its own: `Utfall Budget Avvikelse`. */
function partedPhrase(columns: readonly Column[], cell: PlacedCell): PlacedCell[] {
  const under = columns.filter(column => covers(column, cell)).length
  const groups: { at: number; words: PlacedWord[] }[] = []
  for (const word of cell.words) {
    const at = columnAt(columns, word)
    const last = groups.at(-1)
    if (last && (last.at === at || continues(word))) last.words.push(word)
    else groups.push({ at, words: [word] })
  }
  return under >= 2 && groups.length >= under ? groups.map(({ words }) => cellOfWords(words)) : [cell]
}

const middle = ({ left, right }: { readonly left: number; readonly right: number }): number => (left + right) / 2

/** Where the middle of a cell over several columns would be, and how far the text in it may stand off to the right of there. */
interface Middle {
  readonly at: number
  readonly aside: number
}

/** Cells keep some air beside their texts, about this much in units of the type size. */
const air = 0.4

/** The middles that a cell over several columns may have: of their texts, and of their places where they are set flush right or left. */
function middlesOf(columns: readonly Column[], from: number, to: number, size: number): Middle[] {
  const [first, last, before, after] = [columns[from], columns[to], columns[from - 1], columns[to + 1]]
  if (!first || !last) return []
  const middles: Middle[] = [{ at: middle({ left: first.left, right: last.right }), aside: 0 }]
  if (first.isFlushLeft && last.isFlushLeft && after)
    middles.push({ at: middle({ left: first.left, right: after.left }), aside: -air * size })
  const step = (columns[from + 1]?.right ?? first.right) - first.right
  const starts = last.isFlushLeft ? [] : [first.right - step, ...(before && !before.isLabel ? [before.right] : [])]
  return [...middles, ...starts.map(left => ({ at: middle({ left, right: last.right }), aside: air * size }))]
}

interface Choice {
  readonly phrase: Phrase
  readonly cost: number
}

/** Farther from where it should stand than this, in units of the type size, a phrase does not head several columns. */
const farthest = 1
/** What a column of figures costs that no phrase of the line heads. */
const uncovered = 0.6

/** How far a phrase is from standing over its own columns alone. */
function offOwn(columns: readonly Column[], { left, right, from, to }: Phrase): number {
  const stretch = { left: columns[from]?.left ?? 0, right: columns[to]?.right ?? 0 }
  return Math.min(Math.abs(left - stretch.left), Math.abs(right - stretch.right), Math.abs(middle({ left, right }) - middle(stretch)))
}

const figuresIn = (columns: readonly Column[], { from, to }: Phrase): number =>
  columns.filter((column, at) => at >= from && at <= to && column.isFigures).length

/** The stretches of columns that a phrase may head: its own, and those in whose middle it stands. */
function choicesOf(columns: readonly Column[], phrase: Phrase, size: number): Choice[] {
  if (columns[phrase.from]?.isLabel) return [{ phrase, cost: 0 }]
  const choices: Choice[] = [{ phrase, cost: offOwn(columns, phrase) / size - uncovered * figuresIn(columns, phrase) }]
  for (let from = phrase.from; from >= 0 && !columns[from]?.isLabel; from -= 1)
    for (let to = phrase.to; to < columns.length; to += 1) {
      const wider = { ...phrase, from, to }
      const off = Math.min(...middlesOf(columns, from, to, size).map(({ at, aside }) => Math.abs(middle(phrase) - at - aside))) / size
      if (to - from > phrase.to - phrase.from && off <= farthest)
        choices.push({ phrase: wider, cost: off - uncovered * figuresIn(columns, wider) })
    }
  return choices
}

/** A line of more phrases names each column by itself. */
const mostPhrases = 6

/** The stretches of all phrases of a line, none over another's columns, that together head most and stand most in the middle. */
function spans(columns: readonly Column[], phrases: readonly Phrase[], size: number): readonly Phrase[] {
  if (phrases.length > mostPhrases) return phrases
  const choices = phrases.map(phrase => choicesOf(columns, phrase, size))
  const best = (index: number, after: number): { readonly cost: number; readonly told: readonly Phrase[] } => {
    const own = choices[index]
    if (!own) return { cost: 0, told: [] }
    const free = own.filter(({ phrase }, at) => at === 0 || phrase.from > after)
    return free
      .map(({ phrase, cost }) => {
        const rest = best(index + 1, Math.max(after, phrase.to))
        const meets = phrase.from <= after ? farthest + uncovered * figuresIn(columns, phrase) : 0
        return { cost: cost + meets + rest.cost, told: [phrase, ...rest.told] }
      })
      .reduce((a, b) => (b.cost < a.cost ? b : a))
  }
  return best(0, -1).told
}

/** Its edges are the reader's own, not estimates. */
const isExact = ({ words }: PlacedCell): boolean => words[0]?.opensRun === true && words.at(-1)?.closesRun === true

/** Columns as wide as what stands in the header above their figures. */
const widened = (columns: readonly Column[], phrases: readonly Phrase[]): Column[] =>
  columns.map((column, at) => {
    const own = phrases.filter(phrase => phrase.from === at && phrase.to === at && !column.isLabel && isExact(phrase))
    return {
      ...column,
      left: Math.min(column.left, ...own.map(({ left }) => left)),
      right: Math.max(column.right, ...own.map(({ right }) => right)),
    }
  })

function phrasesOf(columns: readonly Column[], row: PlacedRow): Phrase[] {
  const label = columns.findIndex(column => column.isLabel)
  const next = columns[label + 1]
  return row
    .flatMap(cell => partedPhrase(columns, cell))
    .map((cell, index) => {
      const overLabel = index === 0 && label >= 0 && cell.right <= (next?.left ?? Number.POSITIVE_INFINITY)
      const under = columns.flatMap((column, at) => (covers(column, cell) && !column.isLabel ? [at] : []))
      const nearest = columnAt(columns, cell)
      const [from, to] = overLabel ? [label, label] : [under[0] ?? nearest, under.at(-1) ?? nearest]
      return { ...cell, from, to }
    })
}

/**
 * Header lines as cells over their columns, top line first. A phrase that stands over several columns is said over each of them, so that
 * each column has its whole name.
 *
 * @param columns  of the figures below
 */
export function placeHeaders(columns: readonly Column[], headers: readonly PlacedRow[], size: number): string[][] {
  const named = stackedHeaders(columns, headers, size)
  if (named) return named
  let wide = [...columns]
  const placed: string[][] = []
  for (const [index, row] of [...headers].reverse().entries()) {
    const phrases = phrasesOf(wide, row)
    const told = index > 0 || phrases.some(({ from, to }) => to > from) ? spans(wide, phrases, size) : phrases
    const texts = wide.map((_, at) =>
      told
        .filter(({ from, to }) => from <= at && at <= to)
        .map(({ text }) => text)
        .join(' '),
    )
    placed.unshift(texts)
    wide = widened(wide, phrases)
  }
  return placed
}
