import { fold } from '../../tables/fold.ts'
import type { TextDocument } from '../../text/text-document.ts'
import { labelledAmounts } from './labelled-line.ts'
import words from './labelled-words.json' with { type: 'json' }

const furthest = 40
const numbering = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[a-zåäö][.)])\s+(?=\p{Lu})/iu

/**
 * The nearest short line above that reads like a heading and stands alone: what an amount with a label of its own is about. Headings that
 * name a part of every description (`Ekonomi`, `Målgrupp`) are passed over.
 */
export function headingAbove(document: TextDocument, line: number): string | undefined {
  for (let at = line - 2; at >= 0 && line - at < furthest; at -= 1) {
    const printed = document.lines[at]?.text ?? ''
    const text = printed.replace(/^[#*\s]+|[*\s:]+$/g, '').replace(numbering, '')
    const marked = /^\s{0,3}#{1,6}\s|^\s*\*\*[^*]+\*\*\s*$/.test(printed) || numbering.test(printed.trim())
    const blankAbove = (document.lines[at - 1]?.text ?? '').trim() === ''
    if (!isName(text) || !(blankAbove || marked) || words.subheading.includes(fold(text))) continue
    if (labelledAmounts({ number: at + 1, text: printed }).length === 0) return text
  }
  return undefined
}

const isName = (text: string): boolean =>
  text.length > 2 && text.length <= 70 && /^\p{Lu}/u.test(text) && !/[.!?]$|[.!?]\s+\p{Lu}|:\s/u.test(text)
