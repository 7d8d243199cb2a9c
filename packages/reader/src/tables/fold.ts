/** Lower case without diacritics, only letters and digits: `Arbetsförmedling!` → `arbetsformedling`. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'a')
    .replace(/[^\p{L}\d]+/gu, '')

/** How many single-character changes (replace, insert, delete) part two words, counted up to `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let start = 0
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start += 1
  let ends = 0
  while (ends < a.length - start && ends < b.length - start && a.charCodeAt(a.length - 1 - ends) === b.charCodeAt(b.length - 1 - ends))
    ends += 1
  return changes(a.slice(start, a.length - ends), b.slice(start, b.length - ends), limit)
}

/** The same for words that share neither their first nor their last character, along the diagonals within the limit. */
function changes(a: string, b: string, limit: number): number {
  const far = limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  let next = new Array<number>(b.length + 1).fill(far)
  for (let i = 1; i <= a.length; i += 1) {
    next.fill(far)
    let least = far
    for (let j = Math.max(0, i - limit); j <= Math.min(b.length, i + limit); j += 1) {
      const same = j > 0 && a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      const replaced = j > 0 ? (row[j - 1] ?? limit) + same : i
      const cost = Math.min(replaced, (row[j] ?? limit) + 1, j > 0 ? (next[j - 1] ?? limit) + 1 : i)
      next[j] = cost
      least = Math.min(least, cost)
    }
    if (least > limit) return far
    ;[row, next] = [next, row]
  }
  return Math.min(far, row[b.length] ?? far)
}
