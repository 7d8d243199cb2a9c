/** Letters as they compare: lower case, without diacritics. `fold('Mälardalen')` → `malardalen`. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ø/g, 'o').replace(/æ/g, 'a')

const digitAsLetter: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '6': 'o' }

/** As `fold`, with digits that scanning puts into words read as the letters they stand for: `K6ping` → `koping`; `H1` stays a half-year. */
export const foldWord = (word: string): string => {
  const folded = fold(word)
  return folded.length > 2 && /^\p{L}+[016]\p{L}*$|^[016]\p{L}{2,}/u.test(folded)
    ? folded.replace(/[016]/g, digit => digitAsLetter[digit] ?? digit)
    : folded
}
