import type { Scenario, Unit } from '@finsam/domain'
import { fold } from '../../tables/fold.ts'
import { lineCells, withoutMarkup } from '../../tables/line-cells.ts'
import type { TextLine } from '../../text/text-document.ts'
import { unitOfText } from '../units.ts'
import words from './labelled-words.json' with { type: 'json' }

/** An amount that stands with its label on a line of its own: `Budget 2025: 850 000 kr`, `Budgeterad volym: 55 deltagare`. */
export interface LabelledAmount {
  readonly line: TextLine
  /** The label without its year and without the name of what it is about. */
  readonly caption: string
  /** What the label itself says that the amount is about: `Vägen in` of `Antal deltagare i Vägen in: 60`. */
  readonly name?: string
  readonly amount: number
  readonly printed: string
  readonly step: number
  readonly unit: Unit
  /** Money, or a number of persons, meetings, contacts. */
  readonly kind: 'money' | 'volume'
  readonly scenario?: Scenario
  readonly year?: number
  readonly start: number
}

const volumeUnits: readonly (readonly [RegExp, Unit])[] = [
  [/^deltagar/i, 'participants'],
  [/^m[öo]ten?$/i, 'meetings'],
  [/^kontakt/i, 'contacts'],
  [/^person|^individ/i, 'persons'],
]
const number = String.raw`(\d{1,3}(?:[ \u00A0]\d{3})+|\d+(?:,\d+)?)`
const volume = new RegExp(
  String.raw`^\W*(\p{L}[\p{L} -]{2,60}?)(?:\s+(20\d\d))?\s*:\s*(?:ca\.?\s+|minst\s+)?${number}\s*(?:st\.?\s+)?(?!per\s)(\p{L}{3,20})?(?:\s*\/\s*år|\s*per år|\s+om året)?\.?\s*$`,
  'u',
)
const money = new RegExp(
  String.raw`^\W*(\p{L}[\p{L} ()]{2,50}?)?(?:\s*(20\d\d))?\s*(:|[–-](?=\s))?\s*(?:ca\.?\s+|cirka\s+|högst\s+|max\s+)?${number}\s*(kr|kronor|tkr|mnkr|mkr|ksek|msek|sek|miljoner kronor|:[-–—])(?:\s*\/\s*år|\s+per\s+år|\s+för\s+(20\d\d)|\s*\([^()]{0,40}\))?\W*$`,
  'iu',
)
const speaksOfVolume = /volym|antal|deltagare|platser|mål/i
const volumeOf = /\s+(?:i|på|för|inom|hos)\s+(?=\p{Lu})/u

/** The labelled amounts of one line, left to right; a later one may give its year alone (`Budget 2025: 1,9 mnkr (2024: 1,8 mnkr)`). */
export function labelledAmounts(line: TextLine): readonly LabelledAmount[] {
  if (line.text.length > 160) return []
  const whole = asSentence(line.text)
  if (whole === undefined) return []
  const volumes = volumeIn(line, whole)
  if (volumes) return [volumes]
  const found: LabelledAmount[] = []
  for (const part of partsOf(whole)) {
    const amount = moneyIn(line, part, found.at(-1))
    if (!amount && found.length > 0) return []
    if (amount) found.push(amount)
  }
  return found
}

/** A line of two marked cells as a label and what it says, with the places of the line; undefined for a line of more. */
function asSentence(text: string): string | undefined {
  const { parting, cells } = lineCells(text)
  if (parting === 'spaces') return withoutMarkup(text)
  const [label, value] = cells.filter(cell => cell.text !== '')
  if (!label || !value || cells.filter(cell => cell.text !== '').length !== 2 || value.start - label.end < 1) return undefined
  const name = label.text.replace(/[:\s]+$/, '')
  return `${' '.repeat(label.start)}${name}:${' '.repeat(value.start - label.start - name.length - 1)}${value.text}`
}

interface Part {
  readonly text: string
  readonly start: number
}

/** The parts of a line between semicolons, sentences and commas that part amounts. */
function partsOf(text: string): readonly Part[] {
  const parts: Part[] = []
  let start = 0
  for (const cut of text.matchAll(/[;,](?=\s)|\.(?=\s+\p{Lu})|\((?=20\d\d\s*:)/gu)) {
    parts.push({ text: text.slice(start, cut.index), start })
    start = cut.index + 1
  }
  return [...parts, { text: text.slice(start), start }]
}

function volumeIn(line: TextLine, text: string): LabelledAmount | undefined {
  const [, label = '', year, printed, word] = volume.exec(text) ?? []
  if (!printed || !speaksOfVolume.test(`${label} ${word ?? ''}`)) return undefined
  const [caption = label, name] = label.split(volumeOf)
  const shapes = [word ?? '', ...caption.split(' ').reverse()]
  const unit = shapes.flatMap(shape => volumeUnits.find(([pattern]) => pattern.test(shape))?.[1] ?? [])[0] ?? 'count'
  return { ...placed(line, printed, text.lastIndexOf(printed)), caption, ...named(name), ...dated(year), unit, kind: 'volume' }
}

function moneyIn(line: TextLine, { text, start }: Part, before: LabelledAmount | undefined): LabelledAmount | undefined {
  const [, label, year, colon, printed, word, after] = money.exec(text) ?? []
  if (!printed || !word) return undefined
  const unit = unitOfText(word)
  const meaning = label === undefined ? before && { caption: before.caption, scenario: before.scenario } : meaningOf(label)
  if (!unit || !meaning || (label === undefined && !year)) return undefined
  const sure = colon !== undefined || year !== undefined || fold(label ?? '').length >= 6
  if (!sure) return undefined
  return {
    ...placed(line, printed, start + text.lastIndexOf(printed)),
    caption: meaning.caption,
    ...(meaning.scenario ? { scenario: meaning.scenario } : {}),
    ...dated(year ?? after),
    unit,
    kind: 'money',
  }
}

const placed = (
  line: TextLine,
  printed: string,
  start: number,
): Pick<LabelledAmount, 'line' | 'printed' | 'start' | 'amount' | 'step'> => ({
  line,
  printed,
  start,
  amount: Number(printed.replace(/[^\d,]/g, '').replace(',', '.')),
  step: 10 ** -(/,(\d+)/.exec(printed)?.[1]?.length ?? 0),
})
const named = (name: string | undefined): Pick<LabelledAmount, 'name'> => (name ? { name: name.trim() } : {})
const dated = (year: string | undefined): Pick<LabelledAmount, 'year'> => (year ? { year: Number(year) } : {})

type Telling = 'budget' | 'actual' | 'forecast' | 'cost'
const tellings: readonly Telling[] = ['actual', 'forecast', 'budget', 'cost']

/** What a label of nothing but words of amounts says: `Beviljade medel` → budget; undefined for any other label. */
function meaningOf(label: string): Pick<LabelledAmount, 'caption' | 'scenario'> | undefined {
  const own = label
    .split(/[\s()]+/)
    .filter(word => word !== '')
    .map(fold)
  const telling = tellings.find(kind => own.some(word => words[kind].includes(word)))
  const known = own.every(word => words.filler.includes(word) || tellings.some(kind => words[kind].includes(word)))
  if (!telling || !known) return undefined
  return { caption: label.trim(), ...(telling === 'cost' ? {} : { scenario: telling }) }
}
