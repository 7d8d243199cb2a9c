import type { Draft, FactContext } from './draft.ts'
import { onePersonName, personName } from './names.ts'
import { holder, isNoPerson, isOfficeTitle, office } from './persons.ts'
import type { Sentence } from './sentence.ts'

const person = new RegExp(`^${personName}$`, 'u')
const offices = new RegExp(`(?<![a-z])${office}(?![a-z])`, 'g')

/** `Karin Lindblom Per-Olov Hägg` over `Ordförande Vice ordförande`: as many names as offices, side by side. */
function sideBySide(names: string, titles: Sentence, from: number): Draft[] {
  const words = names.trim().split(' ')
  const found = [...titles.letters.slice(from).matchAll(offices)]
  const each = words.length / found.length
  const onlyOffices = found.reduce((sum, [title]) => sum + title.length + 1, -1) === titles.letters.slice(from).trim().length
  if (found.length < 2 || !onlyOffices || (each !== 2 && each !== 3)) return []
  return found.map((match, at) => {
    const start = from + match.index
    const title = titles.text.slice(start, start + match[0].length)
    return holder(words.slice(at * each, (at + 1) * each).join(' '), title, start, start + match[0].length)
  })
}

const signed = new RegExp(`^(?<names>(?:${onePersonName} ){4,9}?)(?=(?:Vice |Andre |Förste )?(?:Ordf|Ledam|Förbunds))`, 'u')

/** A name, or names in a row, on the line below or above the office: how documents are signed. */
export function readSignatures(sentence: Sentence, context: FactContext): Draft[] {
  const text = sentence.text.trim()
  const both = signed.exec(text)?.groups?.names
  if (both) return sideBySide(both, sentence, both.length)
  const title = [context.sentences[context.index - 1], context.sentences[context.index + 1]].find(
    each => each !== undefined && isOfficeTitle.test(each.letters) && Math.abs(each.lineAt(0) - sentence.lineAt(0)) <= 2,
  )
  if (!title || isNoPerson(text)) return []
  const several = /^\p{Lu}[\p{L}\s-]+$/u.test(text) ? sideBySide(text, title, 0) : []
  if (several.length > 0) return several.map(each => ({ ...each, start: 0, end: text.length }))
  return person.test(text) ? [holder(text, title.text.replace(/\s+Samordnings.*$/, ''), 0, text.length)] : []
}
