import { type DictionaryWords, dictionaryWords } from './dictionary-words.ts'

const SHORTEST_COMPOUND = 8
const SHORTEST_PART = 4
const endings = [
  '',
  'ernas',
  'arnas',
  'ornas',
  'orna',
  'erna',
  'arna',
  'ens',
  'ets',
  'ers',
  'ars',
  'nas',
  'en',
  'et',
  'er',
  'ar',
  'or',
  'na',
  'ns',
  'ts',
  'n',
  't',
  's',
]
const restored = ['', 'a', 'e']

/** Whether a part can close a compound, in whatever inflection: `insatserna`. */
function closes(part: string, { last }: DictionaryWords): boolean {
  for (const ending of endings) {
    if (!part.endsWith(ending)) continue
    const cut = part.slice(0, part.length - ending.length)
    if (cut.length >= SHORTEST_PART && (ending === '' ? last.has(cut) : restored.some(end => last.has(cut + end)))) return true
  }
  return false
}

/** Whether a folded word is a Swedish word in whatever inflection: `insatserna`. */
export const isInflected = (word: string): boolean => closes(word, dictionaryWords())

/** A first part in its own form, or undefined: `halso` → `halsa`, `kostnads` → `kostnad`. */
function openerOf(part: string, { openers, last }: DictionaryWords): string | undefined {
  if (part.length < SHORTEST_PART) return undefined
  const bare = part.slice(0, -1)
  if (/[oue]$/.test(part) && last.has(`${bare}a`)) return `${bare}a`
  if (openers.has(part) || last.has(part)) return part
  return part.endsWith('s') && last.has(bare) && bare.length >= SHORTEST_PART ? bare : undefined
}

function split(word: string, words: DictionaryWords): readonly string[] {
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    const rest = word.slice(at)
    if (!closes(rest, words)) continue
    const front = word.slice(0, at)
    const opener = openerOf(front, words)
    const fronts = opener ? [opener] : front.length >= SHORTEST_COMPOUND ? split(front, words) : []
    if (fronts.length > 0) return [...fronts, rest]
  }
  return []
}

/**
 * The parts of a folded Swedish compound, the last one inflected as it stands; none where the dictionary does not explain the word.
 *
 * @example compoundParts('rehabiliteringsinsatser') // → ['rehabilitering', 'insatser']
 */
export const compoundParts = (word: string): readonly string[] =>
  word.length < SHORTEST_COMPOUND || /\d/.test(word) ? [] : split(word, dictionaryWords())
