import { fold } from '../words/fold.ts'
import rows from './directions.json' with { type: 'json' }

/** Which way a word of growing, falling or comparing points. */
export type Direction = 'up' | 'down'

/** `movement`: `ökade`; `comparison`: `högre`; `limit`: `över`, `underskred`. */
export type DirectionKind = 'movement' | 'comparison' | 'limit'

const matcher = (words: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${words.map(word => word.replace(/\*$/, '[a-z]*')).join('|')})(?![a-z0-9])`)

const patterns: Readonly<Record<DirectionKind, Readonly<Record<Direction, RegExp>>>> = {
  movement: { up: matcher(rows.movement.up), down: matcher(rows.movement.down) },
  comparison: { up: matcher(rows.comparison.up), down: matcher(rows.comparison.down) },
  limit: { up: matcher(rows.limit.up), down: matcher(rows.limit.down) },
}
const neutral = matcher(rows.neutral)

/**
 * The one way that a text points by words of the given kinds; undefined where it points neither way or both ways.
 *
 * @example directionIn('Hur mycket minskade bidraget?', ['movement']) // 'down'
 * @example directionIn('Ökar eller minskar bidraget?', ['movement']) // undefined
 */
export const directionIn = (text: string, kinds: readonly DirectionKind[]): Direction | undefined => {
  const folded = fold(text)
  const says = (way: Direction): boolean => kinds.some(kind => patterns[kind][way].test(folded))
  const [up, down] = [says('up'), says('down')]
  if (up === down) return undefined
  return up ? 'up' : 'down'
}

/** Whether a text speaks of growing, falling or changing: `ökade`, `sänkningen`, `förändrats`. */
export const saysMovement = (text: string): boolean => {
  const folded = fold(text)
  return patterns.movement.up.test(folded) || patterns.movement.down.test(folded) || neutral.test(folded)
}
