import type { LabelKnowledge } from '../labels/knowledge.ts'
import { restoreLabel } from '../labels/restore-label.ts'
import { type Block, stripMarks } from './blocks.ts'

/** A stretch of a document to be found by search: 40–120 words where the text allows, in readable form. */
export interface Passage {
  readonly line: number
  readonly lineTo: number
  readonly page?: number
  /** The heading under which it stands. */
  readonly heading?: string
  readonly text: string
}

const enoughWords = 40
const mostWords = 120

interface Piece {
  readonly line: number
  readonly lineTo: number
  readonly page: number | undefined
  readonly text: string
  readonly words: number
}

const joinLines = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/(\p{L})-\n(?=\p{Ll})/gu, '$1')
    .replaceAll('\n', ' ')

/** Cuts a block into runs of lines of at most `mostWords` words; a longer single line is cut between sentences. */
function piecesOf(block: Block, knowledge: LabelKnowledge): readonly Piece[] {
  const pieces: Piece[] = []
  let run: { number: number; page: number | undefined; text: string }[] = []
  const separator = block.kind === 'rows' ? '; ' : '\n'
  const flush = (): void => {
    const [first] = run
    const last = run.at(-1)
    if (!first || !last) return
    const joined = block.kind === 'rows' ? run.map(line => line.text).join(separator) : joinLines(run.map(line => line.text))
    const text = restoreLabel(joined.replace(/\s+/g, ' '), knowledge)
    pieces.push({ line: first.number, lineTo: last.number, page: first.page, text, words: countWords(text) })
    run = []
  }
  for (const line of block.lines)
    for (const part of cutLongLine(stripMarks(line.text))) {
      if (countWords(run.map(each => each.text).join(' ')) + countWords(part) > mostWords) flush()
      run.push({ number: line.number, page: line.page, text: part })
    }
  flush()
  return pieces
}

const countWords = (text: string): number => (text === '' ? 0 : text.split(/\s+/).length)

function cutLongLine(text: string): readonly string[] {
  if (text.length < 900) return [text]
  const parts: string[] = []
  for (const sentence of text.slice(0, 200_000).split(/(?<=[.!?])\s+(?=\p{Lu})/u)) {
    const last = parts.at(-1)
    if (last !== undefined && last.length + sentence.length < 700) parts[parts.length - 1] = `${last} ${sentence}`
    else for (let at = 0; at < sentence.length; at += 1_500) parts.push(sentence.slice(at, at + 1_500))
  }
  return parts
}

/** Gathers blocks under each heading into passages. Headings themselves are told by the passages below them, and stand alone where nothing is. */
export function findPassages(blocks: readonly Block[], knowledge: LabelKnowledge): readonly Passage[] {
  const passages: Passage[] = []
  let heading: { readonly line: number; readonly title: string } | undefined
  let open: Piece | undefined
  const close = (): void => {
    if (!open) return
    const { line, lineTo, page, text } = open
    passages.push({ line, lineTo, ...(page === undefined ? {} : { page }), ...(heading ? { heading: heading.title } : {}), text })
    open = undefined
  }
  for (const block of blocks) {
    if (block.kind === 'contents' || block.kind === 'margin') continue
    if (block.kind === 'heading') {
      close()
      const [first] = block.lines
      if (first) heading = { line: first.number, title: restoreLabel(stripMarks(first.text), knowledge) }
      continue
    }
    for (const piece of piecesOf(block, knowledge)) {
      if (open && (open.words >= enoughWords || open.words + piece.words > mostWords)) close()
      open = open ? { ...open, lineTo: piece.lineTo, text: `${open.text}\n${piece.text}`, words: open.words + piece.words } : piece
    }
  }
  close()
  return passages
}
