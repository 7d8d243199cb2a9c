import { kronorPer, type Unit } from '@finsam/domain'
import { distance, fold } from '../tables/fold.ts'
import type { UnitTask } from './unit-amounts.ts'

/** Tables with a total are statements and notes, which share their unit more often than lists do. */
const neighbourNats = 2.5
const besideListNats = 1
const twinNats = 5

/** A table whose unit is settled, by its place among the document's tables. */
export interface SettledTable {
  readonly at: number
  readonly unit: Unit
  readonly header: string
}

/** The header of a table, folded: two tables with the same one are of one kind. */
export const headerOf = (task: UnitTask): string =>
  fold(
    task.table.headers
      .map(header => header.line.text)
      .join(' ')
      .slice(0, 200),
  )

/** The settled tables that speak for the unit of one that prints none: one with the same header, else the nearest one before it, else after. */
export class Neighbours {
  readonly #at: number
  readonly #header: string
  readonly #nats: number
  #twin: SettledTable | undefined
  #nearest: SettledTable | undefined

  constructor(task: UnitTask, at: number) {
    this.#at = at
    this.#header = headerOf(task)
    this.#nats = task.sheet.grid.rows.some(row => row.role.total === 'strong') ? neighbourNats : besideListNats
  }

  /** Takes in a table that has been settled; only money says something. */
  meet(table: SettledTable): void {
    if (kronorPer(table.unit) === undefined) return
    if (!this.#twin && this.#header.length >= 12 && distance(this.#header, table.header, 6) <= this.#header.length / 8) this.#twin = table
    if (!this.#nearest || this.#isNearer(table, this.#nearest)) this.#nearest = table
  }

  #isNearer(one: SettledTable, other: SettledTable): boolean {
    const after = Number(one.at > this.#at) - Number(other.at > this.#at)
    return after !== 0 ? after < 0 : Math.abs(one.at - this.#at) < Math.abs(other.at - this.#at)
  }

  /** How much they speak for a unit, in nats. */
  natsFor(unit: Unit): number {
    if (this.#twin) return this.#twin.unit === unit ? twinNats : 0
    return this.#nearest?.unit === unit ? this.#nats : 0
  }
}
