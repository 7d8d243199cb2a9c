import type { TextLine } from '../text/text-document.ts'

const longest = 160
/** A label, two numbers or more, and words that begin with a capital: `Spåret 55 80 40 000 Norrby kommun`. */
const behind = /^(\s*\p{L}[\p{L}\s.&/()-]{2,60}?\s+(?:[-−–]?\d[\d.,]*\s*%?(?:\s+|$)){2,})(\p{Lu}[\p{L}\s.&/-]{1,39}[\p{L})])$/u
const numbers = /\d[\d.,]*/g
/** So many lines in a row with words behind their numbers are a table; fewer may be anything. */
const fewest = 3

/**
 * Lines of a table whose last column holds words (an owner, a place), without that column, which no amount is lost by: rows end in their
 * amounts. The line of words over them loses its last name likewise. Other lines pass as they are.
 *
 * @example three lines like `Spåret 55 80 40 000 Norrby kommun` → `Spåret 55 80 40 000` …, each with the whole line as `printed`
 */
export function withoutWordsBehind(lines: readonly TextLine[]): readonly TextLine[] {
  const cuts = lines.map(line => (line.text.length <= longest ? behind.exec(line.text.trimEnd())?.[1] : undefined))
  const found = [...lines]
  for (let from = 0; from < lines.length; from += 1) {
    let to = from
    while (cuts[to] !== undefined && Math.abs(counted(cuts[to]) - counted(cuts[from])) <= 1) to += 1
    if (to - from < fewest) continue
    for (let at = from; at < to; at += 1) found[at] = cutTo(lines[at], cuts[at] ?? '') ?? found[at] ?? { number: at + 1, text: '' }
    const over = lines[from - 1]
    const named = over && namesOver(over.text)
    if (over && named) found[from - 1] = cutTo(over, named) ?? over
    from = to - 1
  }
  return found
}

const counted = (text: string | undefined): number => (text ?? '').match(numbers)?.length ?? 0

const cutTo = (line: TextLine | undefined, text: string): TextLine | undefined =>
  line && { ...line, text: text.trimEnd(), printed: line.printed ?? line.text }

/** A line of four names or more, each begun by a capital, without its last. */
function namesOver(text: string): string | undefined {
  const starts = [...text.matchAll(/(?<=\s)\p{Lu}/gu)].map(match => match.index)
  return starts.length >= 3 && !/[\d.!?]/.test(text) ? text.slice(0, starts.at(-1)) : undefined
}
