import { fold } from '../../words/fold.ts'
import type { Frame } from '../frame.ts'

const ordinals = {
  sv: ['näst', 'tredje', 'fjärde', 'femte'],
  en: ['second', 'third', 'fourth', 'fifth'],
} as const

const placeOf: ReadonlyMap<string, number> = new Map(
  [ordinals.sv, ordinals.en].flatMap(words => words.map((word, at) => [fold(word), at + 2] as const)),
)

/** Whether a folded word tells a place in an order: `näst`, `third`. */
export const isPlaceWord = (folded: string): boolean => placeOf.has(folded)

/** The place in an order that is asked for: 2 for `näst störst` and `second largest`, 1 where no ordinal stands before the superlative. */
export function placeAsked(frame: Frame): number {
  const superlatives = frame.marks.filter(({ meaning }) => meaning.kind === 'cue' && (meaning.id === 'highest' || meaning.id === 'lowest'))
  const before = superlatives.flatMap(({ tokens }) => (tokens.length > 0 ? [Math.min(...tokens) - 1] : []))
  return before.flatMap(at => placeOf.get(frame.words[at]?.token.folded ?? '') ?? [])[0] ?? 1
}

/** A superlative with the word for its place: `störst`, `näst störst`, `tredje störst`. */
export function inItsPlace(superlative: string, place: number, language: 'sv' | 'en'): string {
  const ordinal = ordinals[language][place - 2]
  return ordinal ? `${ordinal} ${superlative}` : superlative
}

/** Those in a place, counted by amounts: `näst störst` are all that have the second amount, however many share the first. */
export function sharingPlace<Row>(sorted: readonly Row[], place: number, amountOf: (row: Row) => number): readonly Row[] {
  const amount = [...new Set(sorted.map(amountOf))][place - 1]
  return sorted.filter(row => amountOf(row) === amount)
}
