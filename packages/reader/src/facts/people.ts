import { plain } from '../labels/plain.ts'
import type { Draft, Extractor, FactContext } from './draft.ts'
import { onePersonName, personName } from './names.ts'
import { roleEnding } from './roles.ts'
import type { Sentence } from './sentence.ts'

const rank = '(?:vice |andre vice |forste vice |2:e vice |bitradande |tf |operativ )'
const office = `(?:${rank}*(?:ordforanden?|ledamot|ledamoter|suppleant|suppleanter|${roleEnding}))`
const isOffice = new RegExp(`^${office}(?: .{0,60})?$`)
const isOfficeWord = new RegExp(`^(?:vice|andre|forste|tf|till|${office})$`)
const person = new RegExp(`^${personName}$`, 'u')
const notPerson = /förbund|kommun|region|insats|team|plan|budget|rapport|verksam|mål|bilaga|stad\b|organisation|ändamål|kassan|förmedling/i

interface Named {
  readonly name: string
  readonly start: number
  readonly end: number
}

const names = new RegExp(`(?<![\\p{L}\\d])${personName}`, 'gu')

/** The persons of a sentence: names in a row, without the office in capitals before them. */
const namesIn = ({ text }: Sentence): readonly Named[] =>
  [...text.matchAll(names)].flatMap(match => {
    const words = match[0].split(' ')
    const first = words.findIndex(word => !isOfficeWord.test(plain(word)))
    const after = words.findIndex((word, at) => at > first && isOfficeWord.test(plain(word)))
    const own = first < 0 ? [] : words.slice(first, after < 0 ? words.length : after)
    const start = match.index + words.slice(0, Math.max(0, first)).join(' ').length + (first > 0 ? 1 : 0)
    const name = own.join(' ')
    return own.length < 2 || notPerson.test(name) ? [] : [{ name, start, end: start + name.length }]
  })

const fact = (name: string, title: string, start: number, end: number): Draft => ({
  kind: 'organisation',
  subject: title.charAt(0).toUpperCase() + title.slice(1),
  attribute: 'namn',
  value: name,
  start,
  end,
})

const isSeveral = /(?:er|erna|ar|arna)$/
const company = /^\p{Lu}[\p{L}&]+(?:\s\p{Lu}[\p{L}&]+){0,2}\sAB(?!\p{L})/u
const alsoNamed = /^(?:\s\([^)]{1,60}\))?(?:,| och| samt)\s(?=\p{Lu})/u
const alsoNamedBy = /^,?\s(?:utsedd|utsedda|vald|valda|från|för)\s[^,.]{2,50},?(?:\soch|\ssamt)?\s(?=\p{Lu})/u

/** `… Anders Holm (Norrviks kommun) och Lena Berg`, `… Anders Holm, utsedd av regionen, och Lena Berg`: the others who hold the office with the first. */
function others(sentence: Sentence, from: number, title: string): Draft[] {
  const rest = sentence.text.slice(from)
  const next = alsoNamed.exec(rest) ?? (isSeveral.test(title) ? alsoNamedBy.exec(rest) : null)
  if (!next) return []
  const at = from + next[0].length
  const auditors = /^revisor/i.test(title) ? company.exec(sentence.text.slice(at))?.[0] : undefined
  const name = auditors ?? namesIn(sentence).find(({ start }) => start === at)?.name
  return name ? [fact(name, title, at, at + name.length), ...others(sentence, at + name.length, title)] : []
}

const since = '(?: (?:under|sedan|for|fran) [^.,:()]{1,25})'
/** Between an office and who holds it: `Ordförande under 2023 har varit …`, `Förbundschef är sedan mars 2022 …`, `förbundschef på heltid (…`. */
const officeBefore = new RegExp(
  `(?<![a-z])(?<office>${office})(?:${since}?(?: (?:ar|is|var|heter|blev|har varit|valdes|utsags))?${since}?[ :,]{1,2}|(?: (?:pa|om) [^.,:()]{1,20})?(?: \\(|, ))$`,
)

const namesAfterOffices = (sentence: Sentence): Draft[] =>
  namesIn(sentence).flatMap(({ name, start, end }) => {
    const found = officeBefore.exec(sentence.letters.slice(0, start))
    const title = found?.groups?.office
    if (!found || title === undefined) return []
    const spelled = sentence.text.slice(found.index, found.index + title.length)
    return [fact(name, spelled, found.index, end), ...others(sentence, end, spelled)]
  })

const verb = '(?:ar|var|har varit|blev|arbetar som|anstalldes som|ar anstalld som|tilltradde som|valdes till|utsags till|ar vald till)'
const officeAfter = new RegExp(
  `^(?: \\([^)]{1,60}\\))?(?:,? ${verb}(?: (?:ny|forbundets|styrelsens))? (?<office>${office})|,? (?<bare>${rank}*ordforande)|, (?<title>${office})(?=$|[.,]))(?![a-z])`,
)

/** `Karin Berg är förbundschef`, `Karin Berg är ordförande och Lars Alm vice ordförande`. */
const officesAfterNames = (sentence: Sentence): Draft[] =>
  namesIn(sentence).flatMap(({ name, start, end }) => {
    const found = officeAfter.exec(sentence.letters.slice(end))
    const title = found?.groups?.office ?? found?.groups?.bare ?? found?.groups?.title
    if (!found || title === undefined) return []
    const stop = end + found[0].length
    return [fact(name, sentence.text.slice(stop - title.length, stop), start, stop)]
  })

const held = new RegExp(`\\bhar (?<names>${personName}(?:(?:, | och | samt )${personName})*) varit (?<title>\\p{Ll}+)`, 'gu')

/** `har Stig Levin och Rose-Marie Ek varit revisorer`. */
const heldOffices = ({ text }: Sentence): Draft[] =>
  [...text.matchAll(held)].flatMap(match => {
    const { names: list = '', title = '' } = match.groups ?? {}
    if (!isOffice.test(plain(title))) return []
    return list.split(/, | och | samt /).map(name => fact(name, title, match.index, match.index + match[0].length))
  })

const auditing = /^(?<name>\p{Lu}[\p{L}&]+(?:\s\p{Lu}[\p{L}&]+){0,2})\shar\s(?:[^.]{0,60}\s)?granskat\b/u

/** `EY har på uppdrag av staten granskat förbundet.` */
const auditorOf = ({ text }: Sentence): Draft[] => {
  const name = auditing.exec(text)?.groups?.name
  return name ? [fact(name, 'Revisorer', 0, name.length)] : []
}

const offices = new RegExp(`(?<![a-z])${office}(?![a-z])`, 'g')

/** `Karin Lindblom Per-Olov Hägg` over `Ordförande Vice ordförande`: as many names as offices, side by side. */
function signatures(names: string, titles: Sentence, from: number): Draft[] {
  const words = names.trim().split(' ')
  const found = [...titles.letters.slice(from).matchAll(offices)]
  const each = words.length / found.length
  const onlyOffices = found.reduce((sum, [title]) => sum + title.length + 1, -1) === titles.letters.slice(from).trim().length
  if (found.length < 2 || !onlyOffices || (each !== 2 && each !== 3)) return []
  return found.map((match, at) => {
    const start = from + match.index
    const title = titles.text.slice(start, start + match[0].length)
    return fact(words.slice(at * each, (at + 1) * each).join(' '), title, start, start + match[0].length)
  })
}

const signed = new RegExp(`^(?<names>(?:${onePersonName} ){4,9}?)(?=(?:Vice |Andre |Förste )?(?:Ordf|Ledam|Förbunds))`, 'u')

/** A name, or names in a row, on the line below or above the office. */
function besideOffice(sentence: Sentence, context: FactContext): Draft[] {
  const text = sentence.text.trim()
  const both = signed.exec(text)?.groups?.names
  if (both) return signatures(both, sentence, both.length)
  const title = [context.sentences[context.index - 1], context.sentences[context.index + 1]].find(
    each => each !== undefined && isOffice.test(each.letters) && Math.abs(each.lineAt(0) - sentence.lineAt(0)) <= 2,
  )
  if (!title || notPerson.test(text)) return []
  const several = /^\p{Lu}[\p{L}\s-]+$/u.test(text) ? signatures(text, title, 0) : []
  if (several.length > 0) return several.map(each => ({ ...each, start: 0, end: text.length }))
  return person.test(text) ? [fact(text, title.text.replace(/\s+Samordnings.*$/, ''), 0, text.length)] : []
}

const appointed = new RegExp(`^(?<name>${personName})\\s(?:anställdes|antogs|valdes|utsågs|tillträdde)(?!\\p{L})`, 'u')

/** `Lena Berg antogs som doktorand`: somebody who got a post that is no office. */
function appointedPerson({ text }: Sentence, context: FactContext): Draft[] {
  const name = appointed.exec(text)?.groups?.name
  return name && !notPerson.test(name)
    ? [{ kind: 'staffing', subject: context.topic, attribute: 'person', value: name, start: 0, end: name.length }]
    : []
}

/** Who holds an office: a name on the line below or above it, or beside it in a sentence. */
export const readPeople: Extractor = (sentence, context) => {
  const beside = besideOffice(sentence, context)
  if (beside.length > 0) return beside
  const told = [...auditorOf(sentence), ...heldOffices(sentence), ...officesAfterNames(sentence), ...namesAfterOffices(sentence)]
  const once = told.filter((one, at) => told.findIndex(other => other.value === one.value) === at)
  return once.length > 0 ? once : appointedPerson(sentence, context)
}
