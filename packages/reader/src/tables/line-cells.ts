/** A stretch of a line's text, with its place in it. */
export interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** How the cells of a line are parted: by tabs, pipes, tags or semicolons (`marks`), or only by spaces. */
export type Parting = 'marks' | 'spaces'

export interface LineCells {
  readonly parting: Parting
  readonly cells: readonly Piece[]
}

const tag = /<\/?[a-zA-Z][^<>]{0,200}>/g

const entity = /&(?:nbsp|thinsp|#160|#xa0|minus|ndash|#8722|#8211);/gi
/** A character reference as its character and blanks, as long as the reference. */
const blankEntity = (found: string): string => (/minus|ndash|#8722|#8211/i.test(found) ? '−' : ' ').padEnd(found.length)

/** Blanks out markup (tags, emphasis, Markdown heading marks) so that offsets stay those of the printed line. */
export const withoutMarkup = (text: string): string =>
  text
    .replace(tag, found => ' '.repeat(found.length))
    .replace(/\*\*|__/g, '  ')
    .replace(/^\s{0,3}#{1,6}(?=\s)/, found => ' '.repeat(found.length))
    .replace(entity, blankEntity)

const trimmed = (line: string, start: number, end: number): Piece => {
  const text = line.slice(start, end)
  const left = text.length - text.trimStart().length
  const inner = text.trim()
  return inner === '' ? { text: '', start, end: start } : { text: inner, start: start + left, end: start + left + inner.length }
}

/**
 * The cells of a line: between tabs, `<td>` tags, Markdown pipes or semicolons; else the whole line as one cell.
 *
 * @example lineCells('Styrelse\t-\t606 000 kr').cells.map(c => c.text) // → ['Styrelse', '-', '606 000 kr']
 */
export function lineCells(line: string): LineCells {
  const rowOfTags = /<t[dh][\s>]/i.test(line)
  const piped = /^\s*\|.*\|\s*$/.test(line)
  const plain = rowOfTags ? tableTagsAsTabs(line) : withoutMarkup(line)
  if (piped) return { parting: 'marks', cells: cut(plain, '|').slice(1, -1) }
  const leading = plain.length - plain.replace(/^[\t ]+/, '').length
  const inner = plain.slice(leading)
  if (rowOfTags || inner.includes('\t')) {
    const pieces = cut(plain, '\t')
    return { parting: 'marks', cells: rowOfTags ? pieces.slice(1) : pieces }
  }
  if (semicolons.test(plain)) return { parting: 'marks', cells: cut(plain, ';') }
  return { parting: 'spaces', cells: [trimmed(plain, 0, plain.length)] }
}

/** A row of a spreadsheet that was saved as text: short cells between semicolons. */
const semicolons = /^(?:[^;]{0,60};){3,}[^;]{0,60}$/

/** Each `<td>` or `<th>` becomes one tab and blanks, so that a row starts with a tab. */
const tableTagsAsTabs = (line: string): string =>
  line
    .replace(/<t[dh](?:\s[^<>]{0,200})?>/gi, found => `\t${' '.repeat(found.length - 1)}`)
    .replace(tag, found => ' '.repeat(found.length))
    .replace(/\*\*/g, '  ')
    .replace(entity, blankEntity)

function cut(line: string, separator: string): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (let at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, start)) {
    pieces.push(trimmed(line, start, at))
    start = at + 1
  }
  pieces.push(trimmed(line, start, line.length))
  return pieces
}
