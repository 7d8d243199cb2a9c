/**
 * Finds where pages begin in a text. A form feed starts a page; where a text has none, a line that begins with exactly
 * one space does. Texts that indent many lines (a kept page layout, a margin) use spaces for something else and have no such marks.
 *
 * @param lines the text's lines, form feeds kept
 * @returns     page number per line (1-based), or undefined where the text has no page marks
 * @example     pagesOf([' Title', 'a', ' Next', 'b']) // → [1, 1, 2, 2]
 */
export function pagesOf(lines: readonly string[]): readonly number[] | undefined {
  const starts = lines.some(line => line.includes('\f')) ? formFeedStarts(lines) : spaceStarts(lines)
  if (!starts) return undefined
  const pages: number[] = []
  let page = 1
  for (let index = 0; index < lines.length; index += 1) {
    if (index > 0) page += starts[index] ?? 0
    pages.push(page)
  }
  return pages
}

const formFeedStarts = (lines: readonly string[]): readonly number[] => lines.map(line => line.split('\f').length - 1)

function spaceStarts(lines: readonly string[]): readonly number[] | undefined {
  const single = lines.filter(line => /^ \S/.test(line)).length
  const indented = lines.filter(line => /^(?: {2,}|\t)\S/.test(line)).length
  const printed = lines.filter(line => line.trim() !== '').length
  if (single === 0 || indented > single || single * 2 > printed) return undefined
  return lines.map(line => (/^ \S/.test(line) ? 1 : 0))
}
