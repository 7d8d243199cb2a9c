import { easeOfDoubt } from '../../reconcile/noise-level.ts'
import type { EaseAt } from '../../statements/whole-problem.ts'
import type { Place } from '../extracted-text.ts'

/**
 * How much cheaper slips are where text recognition was not sure: by the word of a stretch that it was least sure of.
 *
 * @example recognitionEase(new Map([[3, { words: [{ start: 7, end: 10, sure: 0.4 }] }]]))(3, { start: 5, end: 12 }) // → easeOfDoubt(0.4)
 */
export function recognitionEase(places: ReadonlyMap<number, Place>): EaseAt {
  return (line, { start, end }) => {
    const words = (places.get(line)?.words ?? []).filter(word => word.start < end && word.end > start)
    return words.length === 0 ? 0 : Math.max(...words.map(({ sure }) => easeOfDoubt(sure)))
  }
}
