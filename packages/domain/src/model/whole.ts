import * as z from 'zod/mini'

/** A whole number that is exact: a year, a line, a count. */
export const wholeSchema = z.number().check(z.refine(Number.isSafeInteger))
