import { stemmer } from '@orama/stemmers/swedish'

const SHORTEST_STEMMED = 4

/** One round: the definite neuter (*bidraget*), which the Snowball rules leave, then the Snowball rules themselves. */
const strip = (word: string): string => stemmer(word.replace(/(?<=^.{3,})(?<!h)ets?$/, ''))

/**
 * The stem that all inflections of a folded word share: `kostnad`, `kostnader` and `kostnadernas` → `kostn`.
 * The rules run until nothing more comes off, because one round leaves `kostnad` and `kostnader` apart.
 */
export function stem(word: string): string {
  if (word.length < SHORTEST_STEMMED || /\d/.test(word)) return word
  const shorter = strip(word)
  return shorter === word || shorter.length < 3 ? word : stem(shorter)
}
