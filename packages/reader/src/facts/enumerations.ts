import type { Draft, Extractor } from './draft.ts'
import { neighbour } from './draft.ts'
import { splitList } from './names.ts'

const item = '\\p{Lu}[\\p{L}\\d-]*(?:\\s(?:\\p{Lu}[\\p{L}\\d-]*|\\p{Ll}{3,12}(?=,|\\soch\\s\\p{Lu}|[*.)]|$))){0,2}'
const names = new RegExp(`(?:${item}\\s?,\\s){1,12}${item}(?:\\s?,?\\s(?:och|samt|and)\\s${item})?|${item}\\s(?:och|samt)\\s${item}`, 'gu')

/** Enumerations of names: `Köping, Arboga och Kungsör`. Two names count only where both are names of their own, not a sentence's first word. */
export const readEnumerations: Extractor = (sentence, context) => {
  if (sentence.kind === 'heading') return []
  const drafts: Draft[] = []
  for (const match of sentence.text.matchAll(names)) {
    const items = splitList(match[0])
    const atStart = match.index === 0 && items.length < 3
    if (items.length < 2 || atStart || items.some(each => each.length < 2)) continue
    const before = sentence.text
      .slice(0, match.index)
      .split(' ')
      .slice(-6)
      .join(' ')
      .replace(/^[\s,.;:]+|[\s,.;:]+$/g, '')
    drafts.push({
      kind: 'narrative',
      subject: context.subject,
      attribute: before === '' ? 'nämns' : before,
      value: [...items],
      start: match.index,
      end: match.index + match[0].length,
    })
  }
  return drafts
}

/** A sentence that stops at `från` or a colon, with the list items below it as its value: `Förbundet köper tjänster från` · item · item. */
export const readOpenLists: Extractor = (sentence, context) => {
  if (!/(?:\bfran|\bav|\bmed|:|\bfoljande|\bsasom|\bar|annat:?)$/.test(sentence.letters) || neighbour(context, 1)) return []
  const items: string[] = []
  let end = context.index + 1
  for (; end < context.sentences.length; end += 1) {
    const next = context.sentences[end]
    if (next?.kind !== 'item' || items.length > 30) break
    items.push(next.text.replace(/[.\s]+$/, ''))
  }
  if (items.length < 2) return []
  const attribute = sentence.text
    .replace(/[:\s]+$/, '')
    .split(' ')
    .slice(-12)
    .join(' ')
  const kind = /kop|avtal|tjanst|medlem/.test(sentence.letters) ? 'organisation' : 'narrative'
  return [{ kind, subject: context.subject, attribute, value: items, start: 0, end: sentence.text.length }]
}
