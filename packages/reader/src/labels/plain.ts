const plainOf: Readonly<Record<string, string>> = {
  å: 'a',
  ä: 'a',
  á: 'a',
  à: 'a',
  â: 'a',
  ã: 'a',
  ö: 'o',
  ó: 'o',
  ò: 'o',
  ô: 'o',
  õ: 'o',
  é: 'e',
  è: 'e',
  ê: 'e',
  ë: 'e',
  ü: 'u',
  ú: 'u',
  ø: 'o',
  æ: 'a',
}

const marked = new RegExp(`[${Object.keys(plainOf).join('')}]`, 'g')

/** Letter by letter, for the rare text whose lower case has another length. */
const plainByLetter = (text: string): string => {
  let result = ''
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index)
    const lower = char.toLowerCase()
    result += lower.length === 1 ? (plainOf[lower] ?? lower) : char
  }
  return result
}

/**
 * Lower case without diacritics, letter for letter: the result has the length of the text, so that places in one are places in the other.
 *
 * @example  plain('Försäkringskassan') // → 'forsakringskassan'
 */
export function plain(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower.replace(marked, letter => plainOf[letter] ?? letter) : plainByLetter(text)
}
