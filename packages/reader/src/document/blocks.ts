import type { TextDocument, TextLine } from '../text/text-document.ts'
import { findPageFurniture } from './page-furniture.ts'

/** What a stretch of lines is. `rows` are lines of tables, `contents` of a table of contents, `margin` page furniture. */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'rows' | 'contents' | 'margin'

/** Lines that belong together, in order. */
export interface Block {
  readonly kind: BlockKind
  readonly lines: readonly TextLine[]
  /** Of a heading: 1 for the broadest. */
  readonly level?: number
}

const isBlank = (line: TextLine): boolean => line.text.trim() === ''
const isContents = (text: string): boolean =>
  text.length < 300 && (/(?:\.\s?){4,}\s*\d{1,3}\s*$/.test(text) || /^\S.{2,80}\t+\s*\d{1,3}\s*$/.test(text))
const isMargin = (text: string): boolean =>
  /^\s*(?:sida|page|sid\.?)\s+\d{1,3}\b/i.test(text) || /docusign envelope/i.test(text) || !/\w/.test(text) || /^\s*\d{1,3}\s*$/.test(text)
const bullet = /^\s*(?:[-–—•·▪●*>®©○◦]|[eo](?=\s+\p{Lu}|\s+\d))\s*(?=[\p{L}\d”"*'(#\\])/u
const numberedItem = /^\s*\d{1,2}[.)]\s+\p{Ll}/u
const labelled = /^\s*(?:Mål|Mal|Syfte|Mått|Matt|Målgrupp|Malgrupp|Fokus|Budgeterad volym|Not)\b[^.]{0,20}:/u
const heading = {
  markdown: /^\s*(#{1,6})\s+\S/,
  numbered: /^\s*(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=\p{Lu})/u,
  lettered: /^\s*[A-ZÅÄÖ]\.\s+\p{Lu}/u,
}

const amountToken = /^[|[\]*]*[-−–]?\d[\d.,]*[|[\]*]*$/
const isYearToken = (token: string): boolean => /^(?:19|20)\d\d$/.test(token)
const headerWord = /\b(?:bokslut|budget|prognos|utfall|avvikelse|plan|netto|belopp|not)\b/i

/** True for a line whose numbers stand in columns: amounts that make up much of it, or one amount of four digits after a short label. */
function isRow(text: string): boolean {
  if (text.length > 4_000) return false
  if (/\t/.test(text) && /\d/.test(text)) return true
  if (/^\s*\d{3} ?\d{2}\s+\p{Lu}\p{L}+\s*$/u.test(text) || /\borg\w*[.\s-]*n/i.test(text)) return false
  const tokens = text
    .trim()
    .replace(/<[^>]*>/g, '')
    .split(/\s+/)
  if (tokens.length > 60 || /\p{L}[.!?]$/u.test(text.trim())) return false
  const numbers = tokens.filter(token => amountToken.test(token))
  const amounts = numbers.filter(token => !isYearToken(token))
  if (numbers.length >= 2 && amounts.length === 0)
    return numbers.length >= tokens.length * 0.3 && (headerWord.test(text) || numbers.length === tokens.length)
  if (amounts.length >= 2 && numbers.length >= tokens.length * 0.4) return true
  const tail = /(?:^|\s)([-−–]?\d{1,3}(?: \d{3})+|[-−–]?\d{4,})(?: kr)?$/.exec(text.trim())?.[1]
  return (
    tail !== undefined &&
    !isYearToken(tail) &&
    tokens.length - numbers.length <= 7 &&
    !/\b(?:ca|är|på|till|om|var)\s[^a-z]*$/u.test(text.slice(0, text.lastIndexOf(tail)))
  )
}

function numberedLevel(text: string): number | undefined {
  const number = heading.numbered.exec(text)?.[1]
  if (!number || text.trim().length > 110 || /[.!?;,]\s*$/.test(text.trim()) || Number(number.split('.')[0]) > 40) return undefined
  return number.split('.').length
}

/** Words that make a line a sentence rather than a title. */
const sentenceWord =
  /(?:^|\s)(?:är|ar|&r|ska|skall|har|kan|finns|faststal+\w*|fastställ\w*|beslutad|antagen|antogs|godkänd|består|bestar|ingår|köper|utgör|får|kommer|blir|såsom|gäller)(?:\s|$)|\d{4}-\d\d-\d\d|^Att\s|^[”"]\s*#/u

/** A short line that starts with a capital and ends without punctuation, set apart by the lines around it. */
function isTitleLine(line: TextLine, before: TextLine | undefined, after: TextLine | undefined): boolean {
  const text = line.text.trim()
  if (labelled.test(text) || sentenceWord.test(text)) return false
  if (text.length > 70 || !/^[\p{Lu}”"*]/u.test(text) || /[.,;:!?-]$/.test(text) || text.split(/\s+/).length > 9) return false
  if (/^[\p{Lu}\d\s,.:()/–-]{4,}$/u.test(text) && /\p{Lu}{3}/u.test(text)) return true
  if (/@|\d{3}/.test(text.replace(/\b(?:19|20)\d{2}\b/g, '')) || isBullet(line)) return false
  const opensList = after !== undefined && isBullet(after) && text.split(/\s+/).length <= 5
  if (opensList) return true
  const apart = !before || isBlank(before) || before.page !== line.page || /[.:!?]\s*$/.test(before.text)
  const continues = after !== undefined && !isBlank(after) && /^\s*\p{Ll}/u.test(after.text)
  return apart && !continues && (!after || isBlank(after) || !before || isBlank(before) || line.page !== before.page)
}

const isBullet = (line: TextLine): boolean => bullet.test(line.text) || numberedItem.test(line.text)

/** The number of a heading written without a dot: `2 Organisation`. Such numbers count only in sequence. */
const bareNumber = (text: string): number | undefined => {
  const number = /^\s*(\d{1,2})\s+\p{Lu}/u.exec(text)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** The last heading that bears a number or mark: a bare number, and its level; a title without either stands below it. */
interface OpenNumbers {
  readonly bare: number
  readonly level: number
}

function markedLevel(line: TextLine, after: TextLine | undefined, open: OpenNumbers): number | undefined {
  const marks = heading.markdown.exec(line.text)?.[1]
  if (marks) return marks.length
  const bare = bareNumber(line.text)
  const outOfSequence = bare !== undefined && bare !== open.bare + 1
  const runsOn = after !== undefined && !isBlank(after) && /^\s*\p{Ll}/u.test(after.text)
  const numbered = outOfSequence || runsOn ? undefined : numberedLevel(line.text)
  return numbered
}

function continues(block: { kind: BlockKind; lines: TextLine[] }, line: TextLine, afterBlank: boolean): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return false
  if (isBullet(line) || labelled.test(line.text)) return false
  const last = block.lines.at(-1)?.text.trimEnd() ?? ''
  const lower = /^\s*[\p{Ll}(]/u.test(line.text)
  return afterBlank ? lower && !/[.!?:]$/.test(last) && line.number - (block.lines.at(-1)?.number ?? 0) < 4 : true
}

/**
 * Groups the lines of a text into headings, paragraphs, list items and rows. A paragraph may run on over a blank line or a page
 * where its sentence does.
 *
 * @param tableLines  line numbers that statements account for
 */
export function findBlocks(document: TextDocument, tableLines: ReadonlySet<number>): readonly Block[] {
  const blocks: { kind: BlockKind; lines: TextLine[]; level?: number }[] = []
  const furniture = findPageFurniture(document)
  let afterBlank = true
  let open: OpenNumbers = { bare: 0, level: 2 }
  for (const [index, line] of document.lines.entries()) {
    if (isBlank(line)) {
      afterBlank = true
      continue
    }
    const [before, after] = [document.lines[index - 1], document.lines[index + 1]]
    const inTable = tableLines.has(line.number)
    if (furniture.has(line.number) && !inTable) {
      blocks.push({ kind: 'margin', lines: [line] })
      afterBlank = true
      continue
    }
    const marked = inTable ? undefined : markedLevel(line, after, open)
    const level = marked ?? (!inTable && isTitleLine(line, before, after) ? open.level + 1 : undefined)
    if (marked !== undefined) open = { bare: marked === 1 ? (bareNumber(line.text) ?? open.bare) : open.bare, level: marked }
    const last = blocks.findLast(block => block.kind !== 'margin')
    const kind = lineKind(line, tableLines, level)
    if (last && last.kind === kind && (kind === 'rows' || kind === 'contents') && !afterBlank) last.lines.push(line)
    else if (last && kind === 'paragraph' && continues(last, line, afterBlank)) last.lines.push(line)
    else blocks.push({ kind, lines: [line], ...(level === undefined ? {} : { level }) })
    afterBlank = kind === 'margin'
  }
  return blocks
}

function lineKind(line: TextLine, tableLines: ReadonlySet<number>, level: number | undefined): BlockKind {
  if (tableLines.has(line.number)) return 'rows'
  if (isContents(line.text)) return 'contents'
  if (isMargin(line.text)) return 'margin'
  if (isRow(line.text)) return 'rows'
  if (level !== undefined) return 'heading'
  return isBullet(line) ? 'item' : 'paragraph'
}

/** The words of a line without list and heading marks: `stripMarks('## 5. Mål')` → `5. Mål`. */
export const stripMarks = (text: string): string =>
  text
    .replace(/^\s*#{1,6}\s+/, '')
    .replace(bullet, '')
    .replace(/<\/?[a-z]{1,6}>/gi, '')
    .replace(/\*{1,2}(?=\S)|(?<=\S)\*{1,2}/g, '')
    .trim()
