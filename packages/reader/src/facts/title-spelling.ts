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
  const spellings = (title: string): readonly { spelled: string; opens: boolean }[] => {
    const key = plain(title)
    const found: { spelled: string; opens: boolean }[] = []
    for (let at = letters.indexOf(key); at >= 0 && key.length > 3 && found.length < 50; at = letters.indexOf(key, at + 1)) {
      const spelled = sample.slice(at, at + title.length)
      const apart = !/[a-z]/.test(letters.charAt(at - 1) + letters.charAt(at + key.length))
      if (apart && !isCapitals(spelled)) found.push({ spelled, opens: /[.:!?#\n]\s*$/.test(sample.slice(Math.max(0, at - 3), at)) })
    }
    return found
  }
  const within = (words: string): string | undefined => spellings(words).find(each => !each.opens)?.spelled
  const anywhere = (words: string): string | undefined => within(words) ?? spellings(words)[0]?.spelled
  return title => {
    const before = known.get(title)
    if (before !== undefined) return before
    const bare = title.replace(/\s*\([^)]*\)$/, '')
    const found = isCapitals(bare) && bare.length > 3 ? (anywhere(bare) ?? spellWords(bare, within)) : title
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
