import type { Figure } from '@finsam/assistant'
import type { Unit } from '@finsam/domain'
import type { Language } from '../words/words.ts'

/** A stretch of an answer's text; with `figure`, a number that the figure of that id stands behind. */
export interface Segment {
  readonly text: string
  readonly figure?: string
}

const space = '[ \\u00a0\\u202f]'
const number = {
  sv: `\\d{1,3}(?:${space}\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?`,
  en: '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?',
}
const units: readonly { readonly words: string; readonly scale: number; readonly of: readonly Unit[] }[] = [
  { words: 'mnkr|miljoner kronor|million kronor|SEK million|mn kr|million', scale: 1e6, of: ['kr'] },
  { words: 'tkr|tusen kronor|thousand kronor|SEK thousand|thousand', scale: 1e3, of: ['kr'] },
  { words: 'kr|kronor|SEK', scale: 1, of: ['kr', 'kr_per_person', 'kr_per_participant'] },
  { words: '%|procentenheter|procentenhet|procent|percentage points?|percent|per cent', scale: 1, of: ['percent', 'percentage_points'] },
]
const unitPattern = units.map(({ words }) => words).join('|')

const pattern = (language: Language): RegExp =>
  new RegExp(
    `(?<![\\d.,\\p{L}/§]|\\d-)(?:SEK${space})?([−-]?(?:${number[language]}))(?:${space}?(${unitPattern})(?![\\p{L}]))?(?!\\d|[/-]\\d)`,
    'giu',
  )

function writtenValue(digits: string, language: Language): { readonly value: number; readonly step: number; readonly grouped: boolean } {
  const plain = digits
    .replace(/[−-]/g, '')
    .replace(language === 'sv' ? /[ \u00a0\u202f]/g : /,/g, '')
    .replace(',', '.')
  const decimals = plain.split('.')[1]?.length ?? 0
  return {
    value: Number(plain),
    step: 10 ** -decimals,
    grouped: plain.split('.')[0] !== digits.replace(/[−-]/g, '').split(/[.,](?=\d+$)/)[0],
  }
}

const money: readonly Unit[] = ['kr', 'kr_per_person', 'kr_per_participant']
const shares: readonly Unit[] = ['percent', 'percentage_points']

/** Whether the written number can be this figure: of its unit, and equal as far as it was written out. */
function isWritten(figure: Figure, digits: string, word: string | undefined, language: Language): boolean {
  const { value, step, grouped } = writtenValue(digits, language)
  const unit = word === undefined ? undefined : units.find(({ words }) => new RegExp(`^(?:${words})$`, 'iu').test(word))
  if (unit && !unit.of.includes(figure.unit)) return false
  if (!unit && (shares.includes(figure.unit) || (money.includes(figure.unit) && !grouped))) return false
  if (!unit && !money.includes(figure.unit) && figure.unit !== 'year' && value >= 1900 && value < 2100 && !grouped) return false
  const scale = unit?.scale ?? 1
  return Math.abs(Math.abs(figure.value) - value * scale) <= (step * scale) / 2 + 1e-9
}

const weight = { answer: 0, reading: 1, input: 2 }

/**
 * Finds the figures of an answer in its own text, so that each can be opened where it is read. A number that no figure
 * stands behind stays text. Where two figures are written alike, what was asked for comes before what went into it.
 *
 * @example linkFigures('Det är 66,4 % av allt', [{ id: 'f1', value: 66.36, unit: 'percent', … }], 'sv')
 *   // → [{ text: 'Det är ' }, { text: '66,4 %', figure: 'f1' }, { text: ' av allt' }]
 */
export function linkFigures(text: string, figures: readonly Figure[], language: Language): readonly Segment[] {
  const inOrder = [...figures].sort((a, b) => weight[a.role] - weight[b.role])
  const segments: Segment[] = []
  const seen = new Set<string>()
  let from = 0
  for (const match of text.matchAll(pattern(language))) {
    const candidates = inOrder.filter(figure => isWritten(figure, match[1] ?? '', match[2], language))
    const figure = candidates.find(({ id }) => !seen.has(id)) ?? candidates[0]
    if (!figure) continue
    seen.add(figure.id)
    if (match.index > from) segments.push({ text: text.slice(from, match.index) })
    segments.push({ text: match[0], figure: figure.id })
    from = match.index + match[0].length
  }
  return from < text.length ? [...segments, { text: text.slice(from) }] : segments
}
