import { plain } from '../labels/plain.ts'

const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)

/**
 * Gives headings in capitals the spelling that the running text has: `SAMORDNINGSTEAM FNS` → `Samordningsteam FNS`.
 * A heading that stands nowhere else keeps capitals only where a word is too short to be one.
 *
 * @param text  the whole document, readable
 */
export function titleSpelling(text: string): (title: string) => string {
  const sample = text.slice(0, 400_000)
  const letters = plain(sample)
  const known = new Map<string, string>()
  const find = (title: string): string | undefined => {
    const key = plain(title)
    for (let at = letters.indexOf(key); at >= 0 && key.length > 3; at = letters.indexOf(key, at + 1)) {
      const spelled = sample.slice(at, at + title.length)
      if (
        !isCapitals(spelled) &&
        !/[a-z]/.test(letters.charAt(at - 1) + letters.charAt(at + key.length)) &&
        !/[.:!?#\n]\s*$/.test(sample.slice(Math.max(0, at - 3), at))
      )
        return spelled
    }
    return undefined
  }
  return title => {
    const before = known.get(title)
    if (before !== undefined) return before
    const bare = title.replace(/\s*\([^)]*\)$/, '')
    const found = isCapitals(bare) && bare.length > 3 ? (find(bare) ?? spellWords(bare, find)) : title
    const spelled = found.charAt(0).toUpperCase() + found.slice(1)
    known.set(title, spelled)
    return spelled
  }
}

/** Word by word, names as the text spells them. */
function spellWords(title: string, find: (word: string) => string | undefined): string {
  const words = title.split(' ').map(word => {
    const found = word.length > 3 ? find(word) : undefined
    if (found !== undefined) return found
    return word.length > 3 || /^(?:OCH|AV|I|PÅ|FÖR|MED|OM|SOM)$/.test(word) ? word.toLowerCase() : word
  })
  return words.join(' ')
}
