import { headerAtoms } from './header-atoms.ts'
import { monthsOf } from './months.ts'

/** A word of a head, or several that are one: `okt 2022`, `8 mån`, `mot budget`. */
export interface HeadWord {
  readonly text: string
  readonly start: number
}

/** Words that belong to the one behind them: `Ack utfall`, `År 2025`. */
const prefix = /^(?:ack|ackumulera[dt]e?|prel|prelimin[äa]r[t]?|rev|reviderad|[åa]r)\.?$/i
/** Words that join what they stand before to what they stand behind: a time, or what is compared. */
const ofTime = /^(?:t\.?o\.?m\.?|fr\.?o\.?m\.?|per|till|i)$/
const ofOther = /^(?:mot|jfr|fr[åa]n|av|enl\.?|enligt)$/i
/** Those who are counted on a day. */
const counted = /^(?:inv[åa]nare|inv[åa]narantal|folkm[äa]ngd|befolkning)$/i
const fullDay = /^(?:\d{6}|(?:20)?\d\d-\d\d-\d\d)$/
const unit = /^\(?(?:kr|tkr|mnkr|mkr|sek)\)?$/i
const year = /^(?:(?:19|20)\d\d|['’´-]?[1-4]\d)$/
const shortDay = /^-?[1-4]\d(?:0[1-9]|1[0-2])[0-3]\d-?$/
const shortMonth = /^(?:1[5-9]|2[1-9]|3\d)(?:0[1-9]|1[0-2])$/

/** A day without its year: `30/4`. */
export const isDayOfMonth = (text: string): boolean => /(?:^|\s)\d{1,2}\/\d{1,2}$/.test(text)

const isTime = (text: string): boolean => /^\D{0,2}\d{2,}[\d/-]*$/.test(text) || monthsOf(text) !== undefined

const mostKnown = 4_000
const known = new Map<string, boolean>()

/** Whether a word names a scenario or a time, by itself. */
export function isTelling(text: string): boolean {
  const found =
    known.get(text) ??
    (year.test(text) ||
      shortDay.test(text) ||
      shortMonth.test(text) ||
      headerAtoms(text).some(({ kind }) => kind === 'scenario' || kind === 'year' || kind === 'day' || kind === 'months'))
  if (known.size > mostKnown) known.clear()
  known.set(text, found)
  return found
}

/** Letters that scanners turn into signs, put back: `f6rsta` → `första`. */
export const lettersBack = (text: string): string => text.replace(/(?<=\p{L})6(?=\p{Ll})/gu, 'ö').replace(/(?<=\p{L})&(?=\p{Ll})/gu, 'å')

/** The chunks of a line with the joins that are beyond doubt made. */
function plainWords(line: string): readonly HeadWord[] {
  const words: HeadWord[] = []
  const text = lettersBack(line).replace(/\bt\s?\.?o\s?\.?m\b\.?/gi, found => 't.o.m'.padEnd(found.length))
  const chunks = [...text.matchAll(/[^\s|]+/g)].filter(match => /[\p{L}\d%]/u.test(match[0]))
  let open = false
  chunks.forEach((match, at) => {
    const [chunk] = match
    const last = words.at(-1)
    const next = chunks[at + 1]?.[0]
    const joins =
      last !== undefined &&
      (open ||
        (/^m[åa]n(?:ader)?\.?$/i.test(chunk) && /^\d{1,2}$/.test(last.text)) ||
        (/^[1-4]$/.test(chunk) && /^(?:kv|kvartal|q|tertial|t)\.?$/i.test(last.text)) ||
        /^att$/i.test(chunk) ||
        (counted.test(last.text) && fullDay.test(chunk)) ||
        (ofTime.test(chunk) && (next === undefined || !isTime(next))))
    open = prefix.test(chunk) || ofOther.test(chunk) || (ofTime.test(chunk) && next !== undefined && isTime(next))
    if (last && joins) words[words.length - 1] = { ...last, text: `${last.text} ${chunk}` }
    else words.push({ text: chunk, start: match.index })
  })
  return words
}

/** What may also be one with the word before it, each kind everywhere on a line or nowhere. */
const joinable: readonly ((word: string, before: string) => boolean)[] = [
  word => /^\(?%\)?$/.test(word),
  word => unit.test(word),
  (word, before) => year.test(word) && monthsOf(before.split(' ').at(-1) ?? '') !== undefined,
  (word, before) => year.test(word) && !/\d/.test(before) && monthsOf(before) === undefined,
  (word, before) => /^\p{Ll}/u.test(word) && !isTelling(word) && !unit.test(word) && !/\d$/.test(before),
  (word, before) => /^\d{1,2}\/\d{1,2}$/.test(word) && !/\d/.test(before),
]

function joined(words: readonly HeadWord[], kinds: readonly (typeof joinable)[number][]): readonly HeadWord[] {
  const found: HeadWord[] = []
  for (const word of words) {
    const last = found.at(-1)
    if (last && kinds.some(belongs => belongs(word.text, last.text)))
      found[found.length - 1] = { ...last, text: `${last.text} ${word.text}` }
    else found.push(word)
  }
  return found
}

/** The ways to part a line of a head into words, the most words first. */
export function headWords(line: string): readonly (readonly HeadWord[])[] {
  const words = plainWords(line)
  const ways = Array.from({ length: 2 ** joinable.length }, (_, set) =>
    joined(
      words,
      joinable.filter((_, bit) => (set >> bit) % 2 === 1),
    ),
  )
  const distinct = new Map(ways.map(way => [way.map(({ text }) => text).join('\n'), way]))
  return [...distinct.values()].sort((a, b) => b.length - a.length)
}

/** What stands over the labels of rows, and over no column. */
const overLabels =
  /^(?:belopp|anges|not|noter|konto|ben[äa]mning|kommun(?:er)?|insats(?:er)?|projekt|verksamhet(?:er)?|aktivitet(?:er)?|part(?:er)?|medlem(?:mar)?|m[åa]l|indikator|funktion|namn|post|tabell|kostnader|int[äa]kter|\(?(?:i|kr|tkr|mnkr)\)?)$/i

/** The ways to read a line of a head as one word for each column, what stands over the labels left out. */
export function wordsOver(line: string, columns: number): readonly (readonly HeadWord[])[] {
  const ways = headWords(line)
  const whole = ways.filter(
    words => words.length === columns && words.every(isName) && words.some(({ text }) => isTelling(text) || says(text)),
  )
  if (whole.length > 0) return whole
  return ways
    .filter(words => words.length > columns)
    .map(words => withoutOver(words, columns))
    .filter(words => words !== undefined)
}

/** The ways to read one line alone as a word for each column, none of them what stands over the labels. */
export const wordsOnLine = (line: string, columns: number): readonly (readonly HeadWord[])[] =>
  headWords(line).flatMap(words => {
    if (words.length > columns) return [withoutOver(words, columns)].filter(rest => rest !== undefined)
    return words.length === columns && words.every(isName) && !overLabels.test(words[0]?.text ?? '') ? [words] : []
  })

/** A column's name begins with a capital or a figure, unless it tells a scenario or a time. */
const isName = ({ text }: HeadWord): boolean =>
  (/^[^\p{L}\d]*[\p{Lu}\d%]/u.test(text) && !/^\d\.?$/.test(text)) || isTelling(text) || unit.test(text)

/** Whether a word measures something, or goes on on the next line. */
const says = (text: string): boolean => /\p{L}-$/u.test(text) || headerAtoms(text).some(({ kind }) => kind === 'measure')

function withoutOver(words: readonly HeadWord[], columns: number): readonly HeadWord[] | undefined {
  const [over, rest] = [words.slice(0, -columns), words.slice(-columns)]
  const known = over.every(({ text }) => text.split(' ').every(part => overLabels.test(part.replace(/[,:]$/, ''))))
  const told = rest.every(({ text }) => isTelling(text)) && !over.some(({ text }) => isTelling(text))
  return (known && rest.every(isName)) || told ? rest : undefined
}
