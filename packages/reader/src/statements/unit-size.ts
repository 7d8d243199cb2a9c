import { kronorPer, type Unit } from '@finsam/domain'
import type { Amount, KnownAmount } from './unit-amounts.ts'

/** How large the amounts of a document are, as far as their units are known; single ones may be misprints. */
export class Scale {
  readonly #sizes = new Set<number>()
  #largest: readonly number[] = []

  add(known: readonly KnownAmount[]): void {
    for (const { kronor } of known) {
      if (this.#sizes.has(kronor)) continue
      this.#sizes.add(kronor)
      if (this.#largest.length < 4 || kronor > (this.#largest[3] ?? 0))
        this.#largest = [...this.#largest, kronor].sort((a, b) => b - a).slice(0, 4)
    }
  }

  /** In kronor; 0 where nothing is known. */
  get kronor(): number {
    return this.#largest[Math.min(3, Math.floor(this.#sizes.size / 4))] ?? 0
  }
}

/** What the size of a table's amounts rests on. Amounts are as printed, without sign. */
export interface TableSize {
  readonly count: number
  readonly largest: number
  /** A single amount may be misread; of many the third largest is as telling. */
  readonly telling: number
  readonly middle: number
  readonly decimals: boolean
  /** All with a decimal. */
  readonly fine: boolean
  /** All whole thousands. */
  readonly rounded: boolean
}

/** Measures a table's amounts once, whatever their unit may be. */
export function sizeOf(own: readonly Amount[]): TableSize {
  const sizes = own.map(amount => amount.value).sort((a, b) => b - a)
  return {
    count: own.length,
    largest: sizes[0] ?? 0,
    telling: sizes[Math.min(2, Math.floor(sizes.length / 6))] ?? 0,
    middle: sizes[Math.floor(sizes.length / 2)] ?? 0,
    decimals: own.some(amount => !Number.isInteger(amount.value)),
    fine: own.every(amount => amount.step >= 0.1),
    rounded: own.every(amount => amount.value % 1_000 === 0),
  }
}

/**
 * What a unit would make of a table's size, in nats: an association turns over between some hundred thousand and a hundred million
 * kronor; amounts that are all whole thousands are printed in kronor; millions have decimals, kronor seldom one.
 *
 * @param scale  how large the document's other amounts are, in kronor; 0 where that is not known
 */
export function sizeNats(size: TableSize, unit: Unit, scale: number): number {
  const kronor = size.telling * (kronorPer(unit) ?? 1)
  const middle = size.middle * (kronorPer(unit) ?? 1)
  let nats = 0
  if (kronor > 500e6) nats -= 12
  else if (kronor > 150e6) nats -= 6
  else if (kronor > 60e6) nats -= 1.5
  if (scale > 0 && kronor > 1.5 * scale) nats -= kronor > 5 * scale ? 6 : 3
  if (kronor < 1_000) nats -= 6
  else if (kronor < 20_000) nats -= 2
  else if (kronor < 100_000) nats -= 1
  if (size.count >= 6 && middle < 3_000) nats -= 4
  if (size.count >= 6 && middle > 40e6) nats -= 4
  if (unit === 'tkr' && size.rounded) nats -= size.count > 1 ? 3 : 1.5
  if (unit === 'tkr' && size.decimals) nats -= 1.5
  if (unit === 'mnkr' && !size.decimals) nats -= 5
  if (unit === 'kr' && size.decimals && size.fine) nats -= 4
  return nats
}
