/** One way in which a printed character may stand for another: what is written without diacritics, and how unlikely that is. */
export interface Substitution {
  readonly letters: string
  readonly cost: number
}

/**
 * What a scanner makes of Swedish letters, printed → meant (without diacritics), with a cost that grows with the surprise.
 * A letter may always stand for itself with diacritics; that is not a substitution here but a choice among the forms found.
 */
const table: Readonly<Record<string, readonly Substitution[]>> = {
  é: [
    { letters: 'o', cost: 0 },
    { letters: 'e', cost: 0.3 },
    { letters: 'a', cost: 0.3 },
  ],
  '6': [{ letters: 'o', cost: 0 }],
  '0': [{ letters: 'o', cost: 0.3 }],
  '4': [{ letters: 'a', cost: 0.6 }],
  '1': [
    { letters: 'l', cost: 0.3 },
    { letters: 'i', cost: 0.5 },
  ],
  '[': [{ letters: 'l', cost: 0.3 }],
  '&': [
    { letters: 'a', cost: 0.1 },
    { letters: 'ar', cost: 0.6 },
  ],
  d: [
    { letters: 'a', cost: 0.9 },
    { letters: 'o', cost: 1 },
  ],
  i: [
    { letters: 'a', cost: 1 },
    { letters: 'l', cost: 1.2 },
  ],
  I: [{ letters: 'l', cost: 0.3 }],
}
/** Two printed characters for one letter. */
const pairs: Readonly<Record<string, readonly Substitution[]>> = {
  ii: [{ letters: 'a', cost: 0.7 }],
  ia: [{ letters: 'a', cost: 0.9 }],
  id: [{ letters: 'a', cost: 1.4 }],
  éa: [{ letters: 'a', cost: 0.5 }],
  '&a': [{ letters: 'a', cost: 0.1 }],
  oé: [{ letters: 'o', cost: 0.4 }],
  éo: [{ letters: 'o', cost: 0.5 }],
  éi: [{ letters: 'a', cost: 0.6 }],
}

/** A way to read a printed word: its letters without diacritics, and what the substitutions cost. */
export interface Variant {
  readonly key: string
  readonly cost: number
}

const limit = 120
/** Characters that good Swedish spelling does not have inside a word. */
const isOdd = (char: string): boolean => /[é6041[&]/.test(char)

/** Variants of each prefix are extended letter by letter; the cheapest are kept where there are too many. */
function extend(variants: readonly Variant[], choices: readonly Substitution[], budget: number): Variant[] {
  const next: Variant[] = []
  for (const variant of variants)
    for (const choice of choices)
      if (variant.cost + choice.cost <= budget) next.push({ key: variant.key + choice.letters, cost: variant.cost + choice.cost })
  return next.length <= limit ? next : next.sort((a, b) => a.cost - b.cost).slice(0, limit)
}

/**
 * The ways to read a printed word with substitutions worth at most `budget`, cheapest first.
 *
 * @param word    as printed
 * @param letters the same without diacritics, of the same length
 */
export function readVariants(word: string, letters: string, budget: number): readonly Variant[] {
  const stages: Variant[][] = [[{ key: '', cost: 0 }]]
  for (let index = 0; index < word.length; index += 1) {
    const char = word.charAt(index)
    const misplaced = char === 'I' && index > 0 && word !== word.toUpperCase()
    const own = isOdd(char) || misplaced ? [] : [{ letters: letters.charAt(index), cost: 0 }]
    const here = extend(stages[index] ?? [], [...own, ...(table[char] ?? table[char.toLowerCase()] ?? [])], budget)
    const pair = index > 0 ? pairs[word.slice(index - 1, index + 1).toLowerCase()] : undefined
    const joined = pair ? extend(stages[index - 1] ?? [], pair, budget) : []
    stages.push([...here, ...joined])
  }
  const best = new Map<string, number>()
  for (const variant of stages[word.length] ?? [])
    best.set(variant.key, Math.min(best.get(variant.key) ?? Number.POSITIVE_INFINITY, variant.cost))
  return [...best].map(([key, cost]) => ({ key, cost })).sort((a, b) => a.cost - b.cost)
}
