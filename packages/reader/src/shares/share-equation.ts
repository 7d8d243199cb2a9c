import type { CellId, Term } from '../reconcile/equation.ts'

/**
 * A printed percent and the amounts that it tells the ratio of: `share = 100 · sign · (Σ part ÷ Σ whole − less)`. A part of a total and what is
 * used of a budget take nothing off; a change on the year before takes off the whole itself (`less` 1).
 */
export interface ShareEquation {
  readonly share: CellId
  readonly part: readonly Term[]
  readonly whole: readonly Term[]
  readonly less: 0 | 1
  readonly sign: 1 | -1
}

/** A printed number, known up to half its step. */
export interface Measured {
  readonly value: number
  readonly step: number
}

export type MeasuredAt = (cell: CellId) => Measured | undefined

/**
 * How a percent fits its amounts: `ties` within the rounding of all prints; `off` by more than a whole unit of the percent's last digit beside
 * that, which neither cutting its decimals off nor evening a column out to 100 explains; `near` between the two.
 */
export interface Fit {
  readonly fit: 'ties' | 'near' | 'off'
  /** The percent as the amounts give it. */
  readonly computed: number
  /** What a tie says against chance, in nats. */
  readonly nats: number
}

/** No single tie says more: beyond it, that documents copy figures is likelier than chance. */
const mostNats = 4.6
const dust = 1e-7

/**
 * Lays a printed percent beside its amounts, over the rounding of them all; undefined where one of them is unknown or nothing is divided by.
 *
 * @example 26.6 of 2 850 in 10 700 → { fit: 'ties', computed: 26.64, nats: 4.6 }
 */
export function fitOf(equation: ShareEquation, at: MeasuredAt): Fit | undefined {
  const share = at(equation.share)
  const [part, whole] = [measure(equation.part, at), measure(equation.whole, at)]
  if (!share || !part || !whole || Math.abs(whole.value) <= whole.slack) return undefined
  const percent = (above: number, below: number): number => 100 * equation.sign * (above / below - equation.less)
  const corners = [-1, 1].flatMap(a => [-1, 1].map(b => percent(part.value + a * part.slack, whole.value + b * whole.slack)))
  const [low, high] = [Math.min(...corners), Math.max(...corners)]
  const away = Math.max(low - share.value, share.value - high, 0)
  const width = high - low + share.step
  return {
    fit: away <= share.step / 2 + dust ? 'ties' : away <= share.step + dust ? 'near' : 'off',
    computed: percent(part.value, whole.value),
    nats: Math.min(mostNats, Math.log((Math.abs(share.value) + width) / width)),
  }
}

/** The sum of some cells with how far rounding lets it be off; undefined where one of them is unknown. */
function measure(terms: readonly Term[], at: MeasuredAt): { readonly value: number; readonly slack: number } | undefined {
  let value = 0
  let slack = 0
  for (const { cell, weight } of terms) {
    const measured = at(cell)
    if (!measured) return undefined
    value += weight * measured.value
    slack += (Math.abs(weight) * measured.step) / 2
  }
  return { value, slack }
}
