import { distance } from '../tables/fold.ts'
import lexicon from './row-words.json' with { type: 'json' }

export type WordClass = keyof typeof lexicon

const foldWord = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\d]+/gu, '')

const foldedWords = new Map<string, ReadonlySet<WordClass>>()
const classes = Object.keys(lexicon) as WordClass[]

/** Classes whose words count only as they are written. */
const exact: ReadonlySet<WordClass> = new Set(['count', 'headed', 'scored'])

/** The classes that a word of a label belongs to, tolerant of one damaged letter; compounds go by their last part (`revisionskostnader` → cost). */
function classesOf(word: string): ReadonlySet<WordClass> {
  const known = foldedWords.get(word)
  if (known) return known
  const shapes = [...new Set([word, asMeant(word)])]
  const found = new Set(
    classes.filter(name => lexicon[name].some(entry => shapes.some(shape => (exact.has(name) ? shape === entry : matches(shape, entry))))),
  )
  if (foldedWords.size > 20_000) foldedWords.clear()
  foldedWords.set(word, found)
  return found
}

/** A word with the shapes undone that scanners make of letters: `sumrna` → `summa`, `intiikter` → `intakter`, `kostnade1` → `kostnadel`. */
const asMeant = (word: string): string => word.replace(/rn/g, 'm').replace(/ii/g, 'a').replace(/1/g, 'l').replace(/[06]/g, 'o')

function matches(word: string, entry: string): boolean {
  if (word === entry) return true
  const sameStart = word.charAt(0) === entry.charAt(0)
  if (entry.length >= 5 && word.length >= 5 && (sameStart || entry.length >= 8 || vowelStart(entry)) && distance(word, entry, 1) <= 1)
    return true
  if (entry.length >= 10 && sameStart && distance(word, entry, 2) <= 2) return true
  return entry.length >= 6 && word.length > entry.length + 2 && word.endsWith(entry)
}

/** Å and ä at the start of a word are read as almost any letter. */
const vowelStart = (entry: string): boolean => /^[ao]/.test(entry)

/** The classes of all words of a text. */
export function wordClasses(text: string): ReadonlySet<WordClass> {
  const found = new Set<WordClass>()
  for (const word of text.split(/[\s/(),.:;-]+/).slice(0, 40)) {
    const folded = foldWord(word)
    if (folded.length === 0 || folded.length > 40) continue
    for (const name of classesOf(folded)) found.add(name)
  }
  if (/över-\s*\/?\s*underskott|over-\s*\/?\s*underskott/i.test(text)) found.add('result')
  return found
}

/** Whether a text speaks of equity: `eget kapital`, also garbled in a letter. */
export const speaksOfEquity = (text: string): boolean => /eget\s+kap|egna?\s+kapital|egetkapital/i.test(text)

/**
 * What accruals (*periodiseringar*) are, for which the words cost and income mislead: `Upplupna kostnader`, `Förutbetalda intäkter` are debts;
 * `Förutbetalda kostnader`, `Upplupna intäkter` are claims. The first pair of a label decides; undefined for any other label.
 */
export function accrualOf(label: string): 'asset' | 'liability' | undefined {
  const text = foldWords(label)
  const found =
    /(uppl|f.rutbet|forutb)\p{L}*\s+(?:och?\s+(?:f.rutbet|uppl)\p{L}*\s+)?\p{L}*?(kostn|utgift|lon|semester|social|intak|int.kt|bidrag|hyr|avgift|medel)/u.exec(
      text,
    )
  if (!found) return undefined
  const accrued = /^uppl/.test(found[1] ?? '')
  const income = /intak|int.kt|bidrag|medel/.test(found[2] ?? '')
  return accrued === income ? 'asset' : 'liability'
}

const foldWords = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .slice(0, 200)
