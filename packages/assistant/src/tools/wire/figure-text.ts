import type { Citation } from '../../answer/answer.ts'
import { formatPeriodKey } from '../names/period-text.ts'
import { amountText } from './amount-text.ts'
import type { FigureRecord } from './figure-record.ts'
import { shortPlace } from './place-text.ts'

const place = (source: Citation): string => `${source.document} ${shortPlace(source)}`

/** `[vastmanland-2024 p. 7 line 212]`; the first place, and how many more there are. */
function placeText(sources: readonly Citation[]): string {
  const [first, ...more] = sources
  if (!first) return ''
  return ` [${place(first)}${more.length > 0 ? ` and ${more.length} more` : ''}]`
}

const unusual: Partial<Record<FigureRecord['kind'], string>> = {
  repaired: 'repaired',
  derived: 'derived',
  ambiguous: 'AMBIGUOUS',
  projected: 'projected',
}

function statusText({ kind, proof, alternatives, unit, mapping }: FigureRecord): string {
  const parts = [
    unusual[kind],
    proof && `proof ${proof}`,
    alternatives && `may be ${alternatives.map(value => amountText(value, unit)).join(' or ')}`,
    mapping === 'inferred' && kind === 'computed' && 'a line is taken for its concept by inference',
  ].filter(part => part)
  return parts.length > 0 ? ` (${parts.join('; ')})` : ''
}

/** When a figure applies, unless its label says so. */
function whenText({ label, scenario, period }: FigureRecord): string | undefined {
  if (!period || label.includes(formatPeriodKey(period).slice(0, 4))) return undefined
  return [scenario, formatPeriodKey(period)].filter(part => part).join(' ')
}

/** One figure on one line: `Västmanland · Individinsatser, budget 2024: 13,925,000 kr [vastmanland-2024 p. 7 line 212]`. */
function figureLine(figure: FigureRecord, associationName: (id: string) => string, longestFormula: number): string {
  const { association, whatIf, label, value, unit, calculation, sources } = figure
  const title = [association && associationName(association), whatIf, label, whenText(figure)].filter(part => part).join(' · ')
  const amount = calculation && calculation.formula.length <= longestFormula ? calculation.formula : amountText(value, unit)
  return `${title}: ${amount}${statusText(figure)}${placeText(sources)}`
}

/** What was asked for, then what went into it, then the notes: the same figures as the data, for readers of text alone. */
export function figuresText(
  { figures, notes }: { readonly figures: readonly FigureRecord[]; readonly notes: readonly string[] },
  associationName: (id: string) => string,
  longestFormula = Number.POSITIVE_INFINITY,
): string {
  const lines: Record<FigureRecord['role'], string[]> = { answer: [], reading: [], input: [] }
  for (const figure of figures) lines[figure.role].push(figureLine(figure, associationName, longestFormula))
  const from = lines.input.length > 0 ? ['from:', ...lines.input.map(line => `  ${line}`)] : []
  return [...lines.answer, ...lines.reading, ...from, ...notes.map(note => `Note: ${note}`)].join('\n')
}
