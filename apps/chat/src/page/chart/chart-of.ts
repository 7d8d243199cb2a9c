import type { Answer, Figure } from '@finsam/assistant'
import type { Period } from '@finsam/domain'
import { formatPeriod } from '../format.ts'
import type { Language } from '../words/words.ts'

type ChartData = NonNullable<Answer['chart']>
type Timed = Figure & { readonly period: Period }

const mostBars = 15

const sameFor = <Value>(figures: readonly Figure[], of: (figure: Figure) => Value): boolean => new Set(figures.map(of)).size === 1

const isTimed = (figure: Figure): figure is Timed => figure.period !== undefined

/** Three points in time or more of one association make a series. */
function isSeries(figures: readonly Figure[]): figures is readonly Timed[] {
  const timed = figures.filter(isTimed)
  const periods = new Set(timed.map(({ period }) => JSON.stringify(period)))
  return figures.length >= 3 && periods.size === figures.length && sameFor(figures, figure => figure.association)
}

const startOf = (period: Period): string => ('at' in period ? period.at : period.from)

/** Labels that would be read alike get the document that each stands in. */
function barLabels(figures: readonly Figure[]): readonly string[] {
  const labels = figures.map(({ label }) => label)
  return figures.map(({ label, sources }) =>
    labels.filter(other => other === label).length > 1 ? `${label} (${sources[0]?.document ?? '–'})` : label,
  )
}

/** What is compared: the figures that were asked for; for a share, its part and its whole. */
function comparedIn({ figures }: Answer): readonly Figure[] {
  const asked = figures.filter(({ role }) => role === 'answer')
  const [only] = asked
  const parts = figures.filter(({ id }) => only?.calculation?.inputs.includes(id))
  return asked.length === 1 && only?.calculation?.operation === 'share' && parts.length === 2 ? parts : asked
}

/**
 * The picture that fits an answer: its own where it brings one, else a line for a series and bars for a comparison or a share.
 * Nothing where there is nothing to compare, or where units differ. No value is computed here.
 */
export function chartOf(answer: Answer, language: Language): ChartData | undefined {
  if (answer.chart) return answer.chart
  const figures = comparedIn(answer)
  const [first] = figures
  if (!first || figures.length < 2 || figures.length > mostBars || first.unit === 'year' || !sameFor(figures, ({ unit }) => unit))
    return undefined
  const chart = { title: answer.question.slice(0, 120), unit: first.unit }
  if (isSeries(figures)) {
    const inTime = figures.toSorted((a, b) => startOf(a.period).localeCompare(startOf(b.period)))
    return {
      ...chart,
      kind: 'line',
      points: inTime.map(({ id, period, value }) => ({ label: formatPeriod(period, language), value, figure: id })),
    }
  }
  const labels = barLabels(figures)
  return { ...chart, kind: 'bar', points: figures.map(({ id, value }, at) => ({ label: labels[at] ?? '', value, figure: id })) }
}
