import { findDates } from '../document/dates.ts'
import type { Draft, Extractor, FactContext } from './draft.ts'
import type { Sentence } from './sentence.ts'

/** What a label of a record tells: who runs the initiative, from when to when, for whom, what for. */
type Told = 'drivs av' | 'projektägare' | 'tid' | 'målgrupp' | 'syfte'

const labels: readonly (readonly [string, Told])[] = [
  ['projektagare', 'projektägare'],
  ['agare|insatsagare|huvudman|utforare|drivs av|ansvarig part|ansvarig organisation', 'drivs av'],
  ['tid|tidsperiod|insatsperiod|projekttid|projektperiod|period|giltighetstid|pagar', 'tid'],
  ['malgrupp', 'målgrupp'],
  ['syfte', 'syfte'],
]
const known = new RegExp(`(?<![a-z])(?<label>${labels.map(([words]) => words).join('|')}): `, 'g')
/** The next label, whatever it tells: `Kostnad 2025:`. */
const nextLabel = /\s\p{Lu}[\p{L}-]+(?:\s\p{Ll}+){0,2}(?:\s(?:19|20)\d\d)?:\s/u

interface Entry {
  readonly told: Told
  readonly value: string
  readonly start: number
  readonly end: number
}

/** `Ägare: Ekby kommun Tid: tills vidare Kostnad 2025: …`: the labels that are known, each with what stands up to the next label. */
function entriesOf({ letters, text }: Sentence): readonly Entry[] {
  return [...letters.matchAll(known)].flatMap((match): readonly Entry[] => {
    const told = labels.find(([words]) => new RegExp(`^(?:${words})$`).test(match.groups?.label ?? ''))?.[1]
    const from = match.index + match[0].length
    const rest = text.slice(from)
    const value = rest.slice(0, nextLabel.exec(rest)?.index ?? rest.length).replace(/[.,;\s]+$/, '')
    return told && value !== '' && value.length <= longestValue ? [{ told, value, start: match.index, end: from + value.length }] : []
  })
}
const longestValue = 200

const lasting = /^(?:tills vidare|löpande|permanent)/i

/** From when to when, or that no end is set. */
function timesOf({ value, start, end }: Entry, { topic }: FactContext): readonly Draft[] {
  const about = { kind: 'date', subject: topic, start, end }
  if (lasting.test(value)) return [{ ...about, kind: 'organisation', attribute: 'pågår', value: value.toLowerCase() }]
  const [from, to, more] = findDates(value)
  if (!from || !to || more) return []
  const dated = (attribute: string, { value: day, precision }: typeof from): Draft => ({
    ...about,
    attribute,
    value: day,
    unit: precision === 'day' ? 'date' : precision,
  })
  return [dated('startar', from), dated('avslutas', to)]
}

const opensEntry = new RegExp(`^${known.source}`)

/** The record of an initiative under its heading, a label and a value a line. */
export const readRecords: Extractor = (sentence, context) =>
  (sentence.kind === 'heading' && !opensEntry.test(sentence.letters)) || context.topic === context.associationName
    ? []
    : entriesOf(sentence).flatMap((entry): readonly Draft[] => {
        const { told, value, start, end } = entry
        const about = { subject: context.topic, value, start, end }
        if (told === 'tid') return timesOf(entry, context)
        if (told === 'målgrupp') return [{ ...about, kind: 'target-group', attribute: 'målgrupp' }]
        if (told === 'syfte') return [{ ...about, kind: 'narrative', attribute: 'syfte' }]
        return /^\p{Lu}/u.test(value) ? [{ ...about, kind: 'organisation', attribute: told }] : []
      })
