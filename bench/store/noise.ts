import { readFileSync } from 'node:fs'

/** A small random generator: the same seed gives the same damage. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

type Confusions = Readonly<Record<string, readonly string[]>>

/** What text recognition takes letters for, from the shared table of damage. */
export const letterConfusions = (file: string): Confusions => JSON.parse(readFileSync(file, 'utf8')).letters

const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const pick = <Item>(items: ArrayLike<Item>, random: () => number): Item | undefined => items[Math.floor(random() * items.length)]

function damaged(letter: string, confusions: Confusions, random: () => number): string {
  const taken = confusions[letter]
  if (taken && random() < 0.6) return pick(taken, random) ?? letter
  const kind = random()
  if (kind < 0.4) return ''
  return kind < 0.7 ? letter + letter : (pick([...alphabet], random) ?? letter)
}

/** Damages a share of the letters of a text: taken for others, lost, doubled or replaced. Line breaks stay, so that line numbers hold. */
export function damage(text: string, rate: number, confusions: Confusions, seed: number): string {
  const random = randomFrom(seed)
  return [...text].map(letter => (/\p{L}/u.test(letter) && random() < rate ? damaged(letter, confusions, random) : letter)).join('')
}
