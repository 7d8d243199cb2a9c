import { plain } from '../labels/plain.ts'
import type { Draft } from './draft.ts'
import { personName } from './names.ts'
import { roleEnding } from './roles.ts'
import type { Sentence } from './sentence.ts'

/** What ranks an office, without diacritics. */
export const rank = '(?:vice |andre vice |forste vice |2:e vice |bitradande |tf\\.? |t\\.f\\.? |tillforordnad |vikarierande |operativ )'
/** Any office of a board or an association, without diacritics and with its rank. */
export const office = `(?:${rank}*(?:ordforanden?|ledamot|ledamoten|ledamoter|suppleant|suppleanter|${roleEnding}))`
/** A text that is an office, alone or with whom it is of. */
export const isOfficeTitle = new RegExp(`^${office}(?: .{0,60})?$`)

const isOfficeWord = new RegExp(`^(?:vice|andre|forste|tf|till|ny|nya|tidigare|forre|tillforordnad|avgaende|tilltradande|${office})$`)
const notPerson = /förbund|kommun|region|insats|team|plan|budget|rapport|verksam|mål|bilaga|stad\b|organisation|ändamål|kassan|förmedling/i

/** Whether a text in capitalised words is no person: a body, a place, a heading. */
export const isNoPerson = (text: string): boolean => notPerson.test(text)

/** A person named in a sentence, with offsets. */
export interface Named {
  readonly name: string
  readonly start: number
  readonly end: number
}

const names = new RegExp(`(?<![\\p{L}\\d])${personName}`, 'gu')

/** The persons of a sentence: names in a row, without the office in capitals before them. */
export const namesIn = ({ text }: Pick<Sentence, 'text'>): readonly Named[] =>
  [...text.matchAll(names)].flatMap(match => {
    const words = match[0].split(' ')
    const first = words.findIndex(word => !isOfficeWord.test(plain(word)))
    const after = words.findIndex((word, at) => at > first && isOfficeWord.test(plain(word)))
    const own = first < 0 ? [] : words.slice(first, after < 0 ? words.length : after)
    const start = match.index + words.slice(0, Math.max(0, first)).join(' ').length + (first > 0 ? 1 : 0)
    const name = own.join(' ')
    return own.length < 2 || notPerson.test(name) ? [] : [{ name, start, end: start + name.length }]
  })

/** An office in its indefinite form, in capitals: `förbundschefen` → `Förbundschef`. */
export const officeTitle = (title: string): string => {
  const bare = title
    .replace(/(?<=chef|koordinator|konsulent|revisor|ekonom|ombud|assistent|coach)(?:en|n|et)$/, '')
    .replace(/(?<=ordförande|samordnare|ledare|utvecklare|handläggare|sekreterare|kommunikatör)n$/, '')
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

/** Who holds an office. */
export const holder = (name: string, title: string, start: number, end: number): Draft => ({
  kind: 'organisation',
  subject: officeTitle(title),
  attribute: 'namn',
  value: name,
  start,
  end,
})
