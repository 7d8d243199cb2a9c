import { distance } from '../tables/fold.ts'
import type { Amount, KnownAmount } from './unit-amounts.ts'

const mostKnown = 3_000
const mostOwn = 400
/** Equal amounts beyond these many nats say nothing more. */
const mostNats = 20

interface Equal {
  readonly nats: number
  readonly where: string
  /** Where the amount and its equal stand; the first amount of this value that has any equal. */
  readonly place: number
  readonly order: number
  readonly first: number
}

/**
 * How much the amounts that other places print in a known unit speak for one unit of a table: the more figures two prints share,
 * the less by chance. Grows as units become known, so that each pair of amounts is compared once.
 */
export class EqualAmounts {
  readonly #own: readonly Amount[]
  readonly #factor: number
  readonly #found = new Map<number, Equal>()
  #looked = 0

  constructor(own: readonly Amount[], factor: number) {
    this.#own = own.slice(0, mostOwn)
    this.#factor = factor
  }

  /** Compares the table's amounts with some that have become known. */
  compare(known: readonly KnownAmount[]): void {
    const others = known.slice(0, mostKnown - this.#looked)
    this.#looked += others.length
    this.#own.forEach((amount, place) => {
      const kronor = amount.value * this.#factor
      const step = amount.step * this.#factor
      for (const other of others)
        if (Math.abs(kronor - other.kronor) <= (step + other.stepKronor) / 2)
          this.#keep(amount.value, place, other, surprise(kronor, Math.max(step, other.stepKronor)) + labelNats(amount, other))
    })
  }

  #keep(value: number, place: number, { where, order }: KnownAmount, nats: number): void {
    if (nats <= 0) return
    const best = this.#found.get(value)
    const first = Math.min(place, best?.first ?? place)
    const better = !best || nats > best.nats || (nats === best.nats && (place < best.place || (place === best.place && order < best.order)))
    this.#found.set(value, better ? { nats, where, place, order, first } : { ...best, first })
  }

  /** What all of them say together, in nats, and the place that says most. */
  get evidence(): { readonly nats: number; readonly where?: string } {
    const all = [...this.#found.values()].sort((a, b) => b.nats - a.nats || a.first - b.first)
    const nats = all.reduce((sum, one) => sum + one.nats, 0)
    const where = all[0]?.where
    return { nats: Math.min(mostNats, nats), ...(where ? { where } : {}) }
  }
}

/** ln 10 for each figure beyond the first that an amount shows at the coarser of two precisions, closing zeros left out. */
function surprise(kronor: number, step: number): number {
  const figures = String(Math.round(kronor / step)).replace(/0+$/, '').length
  return Math.max(0, figures - 1) * Math.LN10
}

const labelNats = (one: Amount, other: KnownAmount): number => (sameLabel(one.label, other.label) ? 3 : -2.5)

const sameLabel = (a: string, b: string): boolean => a.length >= 4 && (a === b || (a.length >= 8 && distance(a, b, 2) <= 2))
