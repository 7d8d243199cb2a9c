import type { TextLine } from '../text/text-document.ts'

const longestRow = 20_000
const mostLines = 60

/**
 * Lines with HTML tables laid out as one table row a line: rows that share a line come apart, a row whose cells stand on lines of
 * their own is put together. A row keeps the number of the line on which it begins; other lines pass as they are.
 *
 * @example taggedRows of `<tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr>` → two lines with the same number
 */
export function taggedRows(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some(line => line.text.length <= longestRow * 10 && /<tr[\s>]/i.test(line.text))) return lines
  const found: TextLine[] = []
  let open: TextLine | undefined
  let taken = 0
  for (const line of lines) {
    if (open) {
      open = { ...open, text: `${open.text} ${line.text.trim()}` }
      taken += 1
      if (/<\/tr>|<\/table>/i.test(line.text) || taken >= mostLines || open.text.length > longestRow) {
        found.push(...rowsOf(open))
        open = undefined
      }
    } else if (/<tr[\s>]/i.test(line.text) && line.text.length <= longestRow * 10) {
      if (endsOpen(line.text)) {
        open = line
        taken = 0
      } else found.push(...rowsOf(line))
    } else found.push(line)
  }
  return open ? [...found, ...rowsOf(open)] : found
}

/** Whether the last row that a line begins does not end on it. */
const endsOpen = (text: string): boolean => text.toLowerCase().lastIndexOf('<tr') > text.toLowerCase().lastIndexOf('</tr')

/** One line for each row; what stands before the first row, such as a caption, is a line of its own. Blanks keep the places. */
function rowsOf(line: TextLine): readonly TextLine[] {
  const starts = [...line.text.matchAll(/<tr[\s>]/gi)].map(match => match.index)
  const cuts = [0, ...starts.filter(start => start > 0), line.text.length]
  return cuts.slice(0, -1).flatMap((start, index) => {
    const text = ' '.repeat(start) + line.text.slice(start, cuts[index + 1])
    return text.replace(/<[^<>]{0,200}>/g, '').trim() === '' && !/<table[\s>]/i.test(text) ? [] : [{ ...line, text }]
  })
}
