/** Letters that carry no decomposable mark and still have a plain neighbour. */
const plain: Readonly<Record<string, string>> = { ø: 'o', æ: 'a', ß: 'ss', ð: 'd', þ: 't', œ: 'o' }

const remembered = 20_000

/** A pure function of short texts that come again and again, with the latest answers kept. */
function remembering(of: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return text => {
    if (text.length > 200) return of(text)
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= remembered) known.clear()
    const answer = of(text)
    known.set(text, answer)
    return answer
  }
}

/**
 * A name without case, diacritics and punctuation, words apart by one space: the form in which names are compared.
 * @example fold('Köpings kommun (KAK)') // 'kopings kommun kak'
 */
export const fold: (text: string) => string = remembering(text =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øæßðþœ]/g, letter => plain[letter] ?? letter)
    .replace(/[^\p{L}\p{N}%+]+/gu, ' ')
    .trim(),
)

/**
 * A folded name without the years and days in it: `Medelstilldelning … 2024` and `… 2025` are one line of an association.
 * @example foldWithoutYears('Medelstilldelning 2024') // 'medelstilldelning'
 */
export const foldWithoutYears: (text: string) => string = remembering(text =>
  fold(text)
    .replace(/\b(19|20)\d\d( \d\d \d\d)?\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim(),
)

/**
 * A folded name as a part of a key: words joined by hyphens, at most 60 characters.
 * @example slug('Övriga kostnader (tkr)') // 'ovriga-kostnader-tkr'
 */
export const slug = (text: string): string =>
  fold(text)
    .replace(/[ %+]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
