import type { Period } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import type { Draft, Extractor, FactContext } from './draft.ts'
import { personName } from './names.ts'
import { holder, isNoPerson, isOfficeTitle, namesIn, office, rank } from './persons.ts'
import type { Sentence } from './sentence.ts'
import { readSignatures } from './signatures.ts'
import { readSuccessions } from './succession.ts'

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
  return name ? [holder(name, title, at, at + name.length), ...others(sentence, at + name.length, title)] : []
}

const years = '(?: 20\\d\\d(?: ?[-–] ?(?:20)?\\d\\d)?)'
const since = `(?: (?:under|sedan|for|fran) [^.,:()]{1,25}|${years})`
const isHolding = '(?: (?:ar|is|var|heter|blev|har varit|valdes|utsags))'
/** Between an office and who holds it: `Ordförande under 2023 har varit …`, `Förbundschef är sedan mars 2022 …`, `förbundschef på heltid (…`. */
const officeBefore = new RegExp(
  `(?<![a-z])(?<office>${office})(?:${since}?${isHolding}?${since}?[ :,]{1,2}|(?: (?:pa|om) [^.,:()]{1,20})?(?: \\(|, ))$`,
)

/** `2023–2024 har varit`, `under 2025 har varit`: the years in which an office was held, where both ends are told. */
function yearsHeld(between: string): Period | undefined {
  if (/\b(?:sedan|fran)\b/.test(between)) return undefined
  const [from, to = from] = between.match(/\b20\d\d\b/g) ?? []
  return from === undefined || to === undefined ? undefined : { from: `${from}-01-01`, to: `${to}-12-31` }
}

const namesAfterOffices = (sentence: Sentence): Draft[] =>
  namesIn(sentence).flatMap(({ name, start, end }) => {
    const found = officeBefore.exec(sentence.letters.slice(0, start))
    const title = found?.groups?.office
    if (!found || title === undefined) return []
    const spelled = sentence.text.slice(found.index, found.index + title.length)
    const period = yearsHeld(found[0].slice(title.length))
    const drafts = [holder(name, spelled, found.index, end), ...others(sentence, end, spelled)]
    return period ? drafts.map(draft => ({ ...draft, period })) : drafts
  })

const verb = '(?:ar|var|har varit|blev|arbetar som|anstalldes som|ar anstalld som|tilltradde som|valdes till|utsags till|ar vald till)'
const officeAfter = new RegExp(
  `^(?: \\([^)]{1,60}\\))?(?:,? ${verb}(?: (?:ny|forbundets|styrelsens))? (?<office>${office})|(?: fran [^.,()]{3,40}?)?,? (?<bare>${rank}*ordforande)|, (?<title>${office})(?=$|[.,]))(?![a-z])`,
)

/** `Karin Berg är förbundschef`, `Karin Berg är ordförande och Lars Alm vice ordförande`; an office right before the next name is that one's. */
const officesAfterNames = (sentence: Sentence, persons = namesIn(sentence)): Draft[] =>
  persons.flatMap(({ name, start, end }) => {
    const found = officeAfter.exec(sentence.letters.slice(end))
    const title = found?.groups?.office ?? found?.groups?.bare ?? found?.groups?.title
    if (!found || title === undefined) return []
    const stop = end + found[0].length
    if (persons.some(({ start: next }) => /^:? $/.test(sentence.text.slice(stop, next)))) return []
    return [holder(name, sentence.text.slice(stop - title.length, stop), start, stop)]
  })

const held = new RegExp(`\\bhar (?<names>${personName}(?:(?:, | och | samt )${personName})*) varit (?<title>\\p{Ll}+)`, 'gu')

/** `har Stig Levin och Rose-Marie Ek varit revisorer`. */
const heldOffices = ({ text }: Sentence): Draft[] =>
  [...text.matchAll(held)].flatMap(match => {
    const { names: list = '', title = '' } = match.groups ?? {}
    if (!isOfficeTitle.test(plain(title))) return []
    return list.split(/, | och | samt /).map(name => holder(name, title, match.index, match.index + match[0].length))
  })

const auditing = /^(?<name>\p{Lu}[\p{L}&]+(?:\s\p{Lu}[\p{L}&]+){0,2})\shar\s(?:[^.]{0,60}\s)?granskat\b/u

/** `EY har på uppdrag av staten granskat förbundet.` */
const auditorOf = ({ text }: Sentence): Draft[] => {
  const name = auditing.exec(text)?.groups?.name
  return name ? [holder(name, 'Revisorer', 0, name.length)] : []
}

const member = '\\p{Lu}[\\p{L}-]{3,}(?:\\s(?:i\\s|och\\s)?\\p{L}[\\p{L}-]+){0,3}'
const sentBy = new RegExp(
  `^(?:\\s\\((?<beside>${member})\\)|\\sfrån\\s(?<from>${member}?)(?=[,.]|\\s(?:är|och|som|vice|ordförande|ledamot)|$))`,
  'u',
)

/** `Ordförande är Karin Berg (Ekby kommun)`: whom an officer comes from. */
const representing = ({ text }: Sentence, held: readonly Draft[]): Draft[] =>
  held.flatMap(({ value, subject, attribute }) => {
    const at = attribute === 'namn' && typeof value === 'string' ? text.indexOf(value) : -1
    const found = at < 0 ? null : sentBy.exec(text.slice(at + String(value).length))
    const by = found?.groups?.beside ?? found?.groups?.from
    const place = { start: at, end: at + String(value).length + (found?.[0].length ?? 0) }
    return by ? [{ kind: 'organisation', subject: `${subject} ${String(value)}`, attribute: 'representerar', value: by, ...place }] : []
  })

const appointed = new RegExp(`^(?<name>${personName})\\s(?:anställdes|antogs|valdes|utsågs|tillträdde)(?!\\p{L})`, 'u')

/** `Lena Berg antogs som doktorand`: somebody who got a post that is no office. */
function appointedPerson({ text }: Sentence, context: FactContext): Draft[] {
  const name = appointed.exec(text)?.groups?.name
  return name && !isNoPerson(name)
    ? [{ kind: 'staffing', subject: context.topic, attribute: 'person', value: name, start: 0, end: name.length }]
    : []
}

/** Who holds an office, has left it, comes to it or stands in: in a sentence, or by a name on the line below or above the office. */
export const readPeople: Extractor = (sentence, context) => {
  const beside = readSignatures(sentence, context)
  if (beside.length > 0) return beside
  const changes = readSuccessions(sentence, context)
  const told = [
    ...changes,
    ...auditorOf(sentence),
    ...heldOffices(sentence),
    ...officesAfterNames(sentence),
    ...namesAfterOffices(sentence),
  ]
  const once = told.filter(
    (one, at) => one.attribute !== 'namn' || told.findIndex(other => other.attribute === 'namn' && other.value === one.value) === at,
  )
  return once.length > 0 ? [...once, ...representing(sentence, once)] : appointedPerson(sentence, context)
}
