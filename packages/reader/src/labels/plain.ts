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

/**
 * Lower case without diacritics, letter for letter: the result has the length of the text, so that places in one are places in the other.
 *
 * @example  plain('Försäkringskassan') // → 'forsakringskassan'
 */
export function plain(text: string): string {
  let result = ''
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index)
    const lower = char.toLowerCase()
    result += plainOf[lower] ?? (lower.length === 1 ? lower : char)
  }
  return result
}
