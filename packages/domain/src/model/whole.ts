import * as z from 'zod/mini'

/** A whole number that is exact: a year, a count. */
export const wholeSchema = z.number().check(z.refine(Number.isSafeInteger))
/** A whole number from 1 on: a page, a line. */
export const ordinalSchema = z.number().check(z.refine(place => Number.isSafeInteger(place) && place > 0))
