import type { Draft, Extractor } from './draft.ts'
import type { Sentence } from './sentence.ts'
import { roleEnding } from './staffing.ts'

const office = `(?:(?:vice |bitradande |tf |operativ )?(?:ordforande|${roleEnding}))`
const isOffice = new RegExp(`^${office}(?: .{0,60})?$`)
const person = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){1,3}$/u
const notPerson = /förbund|kommun|region|insats|team|plan|budget|rapport|verksam|mål|bilaga|stad\b|organisation|ändamål/i
const inline = new RegExp(`(?<office>${office})(?: (?:ar|is|har varit))?[ :,]{1,2}(?=\\S)`, 'g')
const nameAt = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){1,3}/u
const appointed = /^(?<name>\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}\p{Ll}+){1,3})\s(?:anställdes|antogs|valdes|utsågs|tillträdde)\b/u

const fact = (name: string, attribute: string, start: number, end: number): Draft => ({
  kind: 'organisation',
  subject: attribute.charAt(0).toUpperCase() + attribute.slice(1),
  attribute: 'namn',
  value: name,
  start,
  end,
})

/** `… Anders Holm (Norrviks kommun) och Lena Berg`: the others who hold the office with the first. */
function others(sentence: Sentence, from: number, office: string): Draft[] {
  const next = /^(?:\s\([^)]{2,60}\))?(?:,| och| samt)\s(?=\p{Lu})/u.exec(sentence.text.slice(from))
  if (!next) return []
  const at = from + next[0].length
  const name = nameAt.exec(sentence.text.slice(at))?.[0]
  return name && !notPerson.test(name) ? [fact(name, office, at, at + name.length), ...others(sentence, at + name.length, office)] : []
}

const named =
  /(?<![\p{L}\d])(?<name>\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){1,2})(?:\s\([^)]{2,60}\))?\s(?:(?:är|var|valdes till|utsågs till|är vald till)\s)?(?<office>(?:förste |andre |vice |2:e vice )*ordförande)(?!\p{L})/gu

/** `Karin Berg är ordförande och Lars Alm vice ordförande`. */
const officesAfterNames = (sentence: Sentence): Draft[] =>
  [...sentence.text.matchAll(named)].flatMap(match => {
    const { name = '', office = '' } = match.groups ?? {}
    return notPerson.test(name) ? [] : [fact(name, office, match.index, match.index + match[0].length)]
  })

/** Who holds an office: a name on the line below or above it, or right after it in a sentence. */
export const readPeople: Extractor = (sentence, context) => {
  const text = sentence.text.trim()
  const before = context.sentences[context.index - 1]
  const after = context.sentences[context.index + 1]
  if (person.test(text) && !notPerson.test(text)) {
    const titles = [before, after].filter(
      each => each !== undefined && isOffice.test(each.letters) && Math.abs(each.lineAt(0) - sentence.lineAt(0)) <= 2,
    )
    const title = titles[0]?.text
    if (title) return [fact(text, title.replace(/\s+Samordnings.*$/, ''), 0, text.length)]
  }
  const start = appointed.exec(text)?.groups?.name
  if (start && !notPerson.test(start))
    return [{ kind: 'staffing', subject: context.topic, attribute: 'person', value: start, start: 0, end: start.length }]
  const followed = officesAfterNames(sentence)
  if (followed.length > 0) return followed
  return [...sentence.letters.matchAll(inline)].flatMap((match): Draft[] => {
    const at = match.index + match[0].length
    const name = nameAt.exec(sentence.text.slice(at))?.[0]
    if (!name || notPerson.test(name)) return []
    const office = sentence.text.slice(match.index, match.index + (match.groups?.office ?? '').length)
    return [fact(name, office, match.index, at + name.length), ...others(sentence, at + name.length, office)]
  })
}
