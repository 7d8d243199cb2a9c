import type { TextRun } from '../pdf/text-run.ts'

/** The air that a sign keeps on each side of its ink, in units of the type size, near enough for every text face: a one keeps more than others. */
const bearingOf = (sign: string | undefined): number => (sign === '1' ? 0.1 : 0.04)

/**
 * A run as wide as its type: recognition tells where the ink ends, but signs keep some air, and gaps between words are told apart by what is
 * left between that.
 *
 * @param size  the type size, in the unit of the run
 */
export const withBearings = (run: TextRun, size: number): TextRun => ({
  ...run,
  left: run.left - size * bearingOf(run.text.at(0)),
  right: run.right + size * bearingOf(run.text.at(-1)),
})
