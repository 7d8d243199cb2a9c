import { fold } from './fold.ts'

/**
 * Edits (insert, delete, replace, swap of neighbours) from one text to another, or `limit + 1` where there are more.
 * @example editDistance('intikter', 'intakter', 3) // 1
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1)
      row.push(cost)
    }
    if (Math.min(...row) > limit) return limit + 1
    beforePrevious = previous
    previous = row
  }
  return previous[b.length] ?? limit + 1
}

/**
 * How many edits a scanner's faults may cost a name of this length before it is another name.
 * @example toleratedEdits(3) // 0
 */
export const toleratedEdits = (length: number): number => (length <= 4 ? 0 : length <= 8 ? 1 : length <= 16 ? 2 : 3)

/** How near two names are, 0 for the same: edits over length, less where one holds the words of the other. */
function distance(asked: string, known: string): number {
  if (asked === known) return 0
  const edits = editDistance(asked, known) / Math.max(asked.length, known.length, 1)
  const askedWords = asked.split(' ')
  const shared = askedWords.filter(
    word => word.length > 2 && known.split(' ').some(other => other.startsWith(word) || editDistance(word, other, 1) <= 1),
  )
  return Math.min(edits, 1 - (0.7 * shared.length) / askedWords.length)
}

/**
 * The known names nearest to one that is not known, best first; nothing that is too far to be meant.
 * @example nearest('kanslli', ['Kansli', 'Revision']) // ['Kansli']
 */
export function nearest(name: string, known: readonly string[], count = 5): readonly string[] {
  const asked = fold(name)
  return [...new Set(known)]
    .map(candidate => ({ candidate, away: distance(asked, fold(candidate)) }))
    .filter(({ away }) => away < 0.75)
    .sort((one, other) => one.away - other.away || (one.candidate < other.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate)
}
