import * as z from 'zod'

/** The units that documents print and calculations yield. `kr` is the base of money; `tkr` and `mnkr` occur only in what a document printed. */
export const unitSchema = z.enum([
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
])
export type Unit = z.infer<typeof unitSchema>

const kronor: Partial<Record<Unit, number>> = { kr: 1, tkr: 1_000, mnkr: 1_000_000 }
export const isMoney = (unit: Unit): boolean => unit in kronor
/** Kronor per unit of money; undefined for what is not money. */
export const kronorPer = (unit: Unit): number | undefined => kronor[unit]
/** The unit in which values of this unit are computed: money in kr, everything else in itself. */
export const baseUnit = (unit: Unit): Unit => (isMoney(unit) ? 'kr' : unit)
