import type { Scenario } from '@finsam/domain'
import words from './role-words.json' with { type: 'json' }

/** Where a sentence names something: a line, an association, a year, a scenario, a direction. */
export interface Mention<Key> {
  readonly start: number
  readonly end: number
  readonly keys: readonly Key[]
}

/** Lower case without diacritics, character by character, so that positions stay. */
export const foldInPlace = (text: string): string =>
  [...text.replace(/[\u00a0\u202f\u2009]/g, ' ')]
    .map(character => character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().slice(0, character.length) || character)
    .join('')

/** A text as it stands, for use inside a regular expression. */
export const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Finds names in a text, the longest first; a Swedish ending may follow (`Enters`, `insatsen`). Names that are equal when folded share their keys. */
export class NameFinder<Key> {
  readonly #names: readonly { readonly regex: RegExp; readonly keys: readonly Key[] }[]

  constructor(names: Iterable<readonly [string, Key]>) {
    const byName = new Map<string, Set<Key>>()
    for (const [name, key] of names) {
      const folded = foldInPlace(name).trim()
      if (folded.length < 2) continue
      byName.set(folded, (byName.get(folded) ?? new Set()).add(key))
    }
    this.#names = [...byName]
      .sort((a, b) => b[0].length - a[0].length)
      .map(([name, keys]) => ({
        regex: new RegExp(`(?<![\\p{L}\\d])${escapeForPattern(name)}(?:s|en|et|n|t|na|arna|erna|ens|ets|nas)?(?![\\p{L}\\d])`, 'gu'),
        keys: [...keys],
      }))
  }

  find(text: string): Mention<Key>[] {
    const folded = foldInPlace(text)
    const found: Mention<Key>[] = []
    for (const { regex, keys } of this.#names) {
      for (const match of folded.matchAll(regex)) {
        const start = match.index
        const end = start + match[0].length
        if (found.every(other => end <= other.start || start >= other.end)) found.push({ start, end, keys })
      }
    }
    return found.sort((a, b) => a.start - b.start)
  }
}

const scenarioFinder = new NameFinder<Scenario>(
  Object.entries(words.scenarios).flatMap(([scenario, spellings]) => spellings.map(word => [word, scenario as Scenario] as const)),
)
export const findScenarios = (text: string): Mention<Scenario>[] => scenarioFinder.find(text)

export type Sense = 'lower' | 'higher' | 'deficit' | 'surplus' | 'negation'
const senseFinder = new NameFinder<Sense>(
  (['lower', 'higher', 'deficit', 'surplus', 'negation'] as const).flatMap(sense => words[sense].map(word => [word, sense] as const)),
)
export const findSenses = (text: string): Mention<Sense>[] => senseFinder.find(text)

/**
 * Gives each number its own mention: the last one between the previous number and it, else the first one between it and the next number.
 * A mention serves one number; one with none keeps `undefined` and inherits from the text before it.
 */
export function bindMentions<Key>(
  numbers: readonly { readonly start: number; readonly end: number }[],
  mentions: readonly Mention<Key>[],
): (Mention<Key> | undefined)[] {
  const used = new Set<Mention<Key>>()
  return numbers.map((number, index) => {
    const before = numbers[index - 1]?.end ?? 0
    const after = numbers[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const left = mentions.filter(mention => !used.has(mention) && mention.start >= before && mention.end <= number.start).at(-1)
    const right = mentions.find(mention => !used.has(mention) && mention.start >= number.end && mention.end <= after)
    const own = left ?? right
    if (own) used.add(own)
    return own
  })
}
