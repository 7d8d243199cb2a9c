/** What was found, with what it scores in one ranking. */
export interface Scored<Key> {
  readonly key: Key
  readonly score: number
}

/** Each score as a share of the way from what a key outside of the ranking scores at most (0) to the best (1). */
function shares<Key>(ranking: readonly Scored<Key>[], cutAt: number): readonly Scored<Key>[] {
  const best = ranking[0]?.score ?? 0
  const floor = ranking.length < cutAt ? 0 : (ranking.at(-1)?.score ?? 0)
  return ranking.map(({ key, score }) => ({ key, score: best > floor ? (score - floor) / (best - floor) : 1 }))
}

/**
 * Fuses rankings, best first, by what they score and not only by rank: hits that stand out in their ranking count for more than hits that are all alike.
 *
 * @param cutAt  how many hits a ranking has at most: one with fewer has found all that scores anything
 * @returns      keys with the sum of their shares, best first; equal ones in the order in which they were first seen
 * @example      fuse([[{ key: 'a', score: 9 }, { key: 'b', score: 8 }], [{ key: 'b', score: 0.5 }]], 50) // b 1.89, a 1
 */
export function fuse<Key>(rankings: readonly (readonly Scored<Key>[])[], cutAt: number): readonly Scored<Key>[] {
  const scores = new Map<Key, number>()
  for (const ranking of rankings) for (const { key, score } of shares(ranking, cutAt)) scores.set(key, (scores.get(key) ?? 0) + score)
  return [...scores].map(([key, score]) => ({ key, score })).sort((a, b) => b.score - a.score)
}
