import * as z from 'zod/mini'
import { toldCheck } from './told-check.ts'

/** A whole number that is exact: a year, a count. */
export const wholeSchema = z.number().check(toldCheck(Number.isSafeInteger, { format: 'safeint' }))
/** A whole number from 1 on: a page, a line. */
export const ordinalSchema = z
  .number()
  .check(toldCheck((place: number) => Number.isSafeInteger(place) && place > 0, { format: 'safeint', minimum: 1 }))
