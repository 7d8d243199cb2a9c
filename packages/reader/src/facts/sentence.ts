import { type Block, stripMarks } from '../document/blocks.ts'
import type { LabelKnowledge } from '../labels/knowledge.ts'
import { plain } from '../labels/plain.ts'
import { restoreLabel } from '../labels/restore-label.ts'
import { titleSpelling } from './title-spelling.ts'

/** A sentence or list item of the prose, readable, that knows the lines its words come from. */
export interface Sentence {
  readonly text: string
  /** The text in lower case without diacritics, letter for letter. */
  readonly letters: string
  /** Titles of the headings it stands under, outermost first. */
  readonly headings: readonly string[]
  readonly kind: 'paragraph' | 'item' | 'heading'
  /** 1-based line of the word at an offset. */
  lineAt(offset: number): number
  /** The document's own words between two offsets. */
  printed(start: number, end: number): string
  /** Offset within its block, and the block's number: sentences of one block belong together. */
  readonly block: number
  readonly page?: number
}

interface Word {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly printed: string
}

/** Moves the second half of a word that a line break cuts to the line where it begins. */
function joinHyphens(lines: readonly { number: number; text: string }[]): { number: number; text: string }[] {
  const joined = lines.map(line => ({ ...line }))
  for (const [index, line] of joined.entries()) {
    const next = joined[index + 1]
    const tail = /^(\p{Ll}\S*)\s*/u.exec(next?.text ?? '')
    if (!next || !tail?.[1] || !/\p{L}-$/u.test(line.text) || /^(?:och|eller|samt)$/.test(tail[1])) continue
    line.text = line.text.slice(0, -1) + tail[1]
    next.text = next.text.slice(tail[0].length)
  }
  return joined.filter(line => line.text !== '')
}

/** A space that numbers do not reach across: the end of one line and the start of the next are two numbers. */
const numberBreak = '\u2009'

interface BlockText {
  readonly text: string
  readonly words: readonly Word[]
}

function readBlock(block: Block, knowledge: LabelKnowledge): BlockText {
  const words: Word[] = []
  let text = ''
  const source = block.lines.map(line => ({
    number: line.number,
    text: stripMarks(line.text.slice(0, 100_000)).replace(/\s+/g, ' ').trim(),
  }))
  for (const line of joinHyphens(source)) {
    const readable = restoreLabel(line.text, knowledge).split(' ')
    for (const [index, printed] of line.text.split(' ').entries()) {
      const word = readable[index] ?? printed
      if (text !== '') text += index === 0 && /\d$/.test(words.at(-1)?.printed ?? '') && /^\d/.test(word) ? numberBreak : ' '
      words.push({ start: text.length, end: text.length + word.length, line: line.number, printed })
      text += word
    }
  }
  return { text, words }
}

const abbreviation =
  /(?:^|[\s(])(?:bl|bl\.?\s?a|t\.?\s?ex|ca|dvs|d\.?v\.?s|kap|nr|resp|st|kl|m\.?m|f\.?d|s\.?k|org|inkl|exkl|ink|jfr|prop|p\.?g\.?a|osv|etc|tel|max|min|prel|milj|mkr|tr|not|\p{L}|\d)$/iu

/** Offsets at which sentences begin. */
function sentenceStarts(text: string): readonly number[] {
  const starts = [0]
  for (const match of text.matchAll(/[.!?:](?:["”)*]*\s+)(?=["”(*>|]?\s?[\p{Lu}\d])|[.!?](?=\p{Lu}\p{Ll})/gu)) {
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    if (match[0].startsWith(':') && !/(?:följande|resultat|är|innebär|uppdrag|uppgifter)$/.test(before)) continue
    if (match[0].startsWith('.') && abbreviation.test(before) && !/\d{2}$/.test(before)) continue
    starts.push(match.index + match[0].length)
  }
  return starts
}

function wordAt(words: readonly Word[], offset: number): number {
  let low = 0
  let high = words.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((words[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

interface Place {
  readonly headings: readonly string[]
  readonly block: number
  readonly kind: Sentence['kind']
  readonly page: number | undefined
}

function cut({ text, words }: BlockText, place: Place): Sentence[] {
  const starts = sentenceStarts(text)
  return starts.flatMap((start, index) => {
    const raw = text.slice(start, starts[index + 1] ?? text.length)
    const sentence = raw.trimEnd().replace(/^[|>*\s]+/, match => ' '.repeat(match.length))
    const offset = start + (sentence.length - sentence.trimStart().length)
    const own = sentence.trimStart()
    if (own === '') return []
    const printed = (from: number, to: number): string =>
      words
        .slice(wordAt(words, offset + from), wordAt(words, offset + Math.max(from, to - 1)) + 1)
        .map(word => word.printed)
        .join(' ')
    const { page, ...where } = place
    const lineAt = (at: number): number => words[wordAt(words, offset + at)]?.line ?? words[0]?.line ?? 1
    return [{ text: own, letters: plain(own), lineAt, printed, ...where, ...(page === undefined ? {} : { page }) }]
  })
}

function numberAndTitle(text: string, spell: (title: string) => string): string {
  const number = /^\s*\d{1,2}(?:\.\d{1,2})*\.?\s+/.exec(text)?.[0] ?? ''
  return number + spell(text.slice(number.length))
}

interface OpenHeading {
  readonly level: number
  readonly title: string
}

/** A heading replaces those of its level and below. Without numbers or marks all headings are equal. */
const under = (open: readonly OpenHeading[], heading: OpenHeading): readonly OpenHeading[] => [
  ...open.filter(each => each.level < heading.level),
  heading,
]

const textOf = (block: Block): string => block.lines.map(({ text }) => text).join(' ')
const count = (text: string, mark: string): number => text.split(mark).length - 1
const mostBracketLines = 40

/** A line set apart that only closes the bracket left open before it, as `MSEK)`, is no heading: it goes on where the bracket opened. */
function joinBrackets(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const before = joined.at(-1)
    const text = textOf(block)
    const closes = block.kind === 'heading' && block.lines.length === 1 && count(text, ')') > count(text, '(')
    const open = closes && before && before.lines.length < mostBracketLines && before.kind !== 'rows' ? textOf(before) : ''
    if (before && count(open, '(') > count(open, ')')) joined[joined.length - 1] = { ...before, lines: [...before.lines, ...block.lines] }
    else joined.push(block)
  }
  return joined
}

const longestBlock = 2_000
const mostCharacters = 400_000
const isTooLong = ({ lines }: Block): boolean =>
  lines.length > longestBlock || lines.reduce((sum, line) => sum + line.text.length, 0) > mostCharacters
/** More than any real document holds; what comes after is left to search. */
const mostSentences = 20_000

/**
 * Cuts the prose of a document into sentences and list items with their headings. Rows of tables and page furniture are left out.
 */
export function findSentences(parts: readonly Block[], knowledge: LabelKnowledge): readonly Sentence[] {
  const sentences: Sentence[] = []
  const blocks = joinBrackets(parts)
  const spell = titleSpelling(
    blocks.map(block => block.lines.map(line => restoreLabel(stripMarks(line.text.slice(0, 5_000)), knowledge)).join('\n')).join('\n'),
  )
  let open: readonly OpenHeading[] = []
  for (const [index, block] of blocks.entries()) {
    const [first] = block.lines
    if (sentences.length >= mostSentences) break
    if (!first || block.kind === 'rows' || block.kind === 'contents' || block.kind === 'margin' || isTooLong(block)) continue
    const kind = block.kind === 'item' ? 'item' : block.kind === 'heading' ? 'heading' : 'paragraph'
    const content = readBlock(block, knowledge)
    if (kind === 'heading') open = under(open, { level: block.level ?? 3, title: numberAndTitle(content.text, spell) })
    sentences.push(...cut(content, { headings: open.map(each => each.title), block: index, kind, page: first.page }))
  }
  return sentences
}
