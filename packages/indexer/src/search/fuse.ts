const RANK_OFFSET = 15

/** One ranking of keys, best first, and how much it weighs. */
export interface Ranking<Key> {
  readonly keys: readonly Key[]
  readonly weight: number
}

/**
 * Reciprocal rank fusion: a key scores Σ weight / (15 + rank) over the rankings that hold it, ranks from 1.
 *
 * @returns  keys with their scores, best first; equal scores in the order in which they were first seen
 * @example  fuse([{ keys: ['a', 'b'], weight: 1 }, { keys: ['b'], weight: 1 }]) // 'b' before 'a'
 */
export function fuse<Key>(rankings: readonly Ranking<Key>[]): readonly { readonly key: Key; readonly score: number }[] {
  const scores = new Map<Key, number>()
  for (const { keys, weight } of rankings)
    keys.forEach((key, index) => {
      scores.set(key, (scores.get(key) ?? 0) + weight / (RANK_OFFSET + index + 1))
    })
  return [...scores].map(([key, score]) => ({ key, score })).sort((a, b) => b.score - a.score)
}
