import * as z from 'zod/mini'

const units = [
  'kr',
  'tkr',
  'mnkr',
  'percent',
  'percentage_points',
  'ratio',
  'persons',
  'participants',
  'meetings',
  'contacts',
  'fte',
  'years',
  'months',
  'count',
  'year',
  'kr_per_person',
  'kr_per_participant',
  'text',
] as const

/** The units that documents print and calculations yield. `kr` is the base of money; `tkr` and `mnkr` occur only in what a document printed. */
export const unitSchema = /* @__PURE__ */ z.enum(units)
/** A unit that documents print or calculations yield. */
export type Unit = z.infer<typeof unitSchema>

const unitWords: ReadonlySet<string | undefined> = new Set(units)
/**
 * Whether a word is the name of a unit.
 * @example isUnit('tkr') // true
 */
export const isUnit = (word: string | undefined): word is Unit => unitWords.has(word)

const kronor: Partial<Record<Unit, number>> = { kr: 1, tkr: 1_000, mnkr: 1_000_000 }
/**
 * Whether a unit is one of money: `kr`, `tkr` or `mnkr`.
 * @example isMoney('mnkr') // true
 */
export const isMoney = (unit: Unit): boolean => unit in kronor
/**
 * Kronor per unit of money; undefined for what is not money.
 * @example kronorPer('tkr') // 1000
 */
export const kronorPer = (unit: Unit): number | undefined => kronor[unit]
/**
 * The unit in which values of this unit are computed: money in kr, everything else in itself.
 * @example baseUnit('tkr') // 'kr'
 */
export const baseUnit = (unit: Unit): Unit => (isMoney(unit) ? 'kr' : unit)
