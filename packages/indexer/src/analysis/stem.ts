import { stemmer } from '@orama/stemmers/swedish'
import { isInflected } from './compounds.ts'
import { dictionaryWords } from './dictionary-words.ts'

const SHORTEST_STEMMED = 4

/** One round: the definite neuter (*bidraget*), which the Snowball rules leave, then the Snowball rules themselves. */
const strip = (word: string): string => stemmer(word.replace(/(?<=^.{3,})(?<!h)ets?$/, ''))

/** Swedish doubles m and n only before an ending: `medlemm` → `medlem`, as in *medlemmar*. */
const undoubled = (word: string): string => word.replace(/(?<=..[aeiouy])([mn])\1$/, '$1')

function stripAll(word: string): string {
  const shorter = strip(word)
  return shorter === word || shorter.length < 3 ? undoubled(word) : stripAll(shorter)
}

/** A name keeps what looks like an ending: *Västerås* is not *väst*. Undefined for what is no name, or a form of another word too. */
const nameIn = (word: string): string | undefined =>
  [word, word.replace(/s$/, '')].find(form => dictionaryWords().names.has(form) && !isInflected(form))

/**
 * The stem that all inflections of a folded word share: `kostnad`, `kostnader` and `kostnadernas` → `kostn`.
 * The rules run until nothing more comes off, because one round leaves `kostnad` and `kostnader` apart.
 */
export function stem(word: string): string {
  if (word.length < SHORTEST_STEMMED || /\d/.test(word)) return word
  return nameIn(word) ?? stripAll(word)
}
