/** What scanners print for a digit: letters and marks, and other digits. */
const lettersFor: Readonly<Record<string, string>> = {
  0: 'OoDQUC@°',
  1: 'lI|]!i[',
  2: 'Zz',
  3: 'B',
  4: 'A',
  5: 'Ss§',
  6: 'Gb',
  7: 'T/?',
  8: 'B&',
  9: 'gq',
}
const digitsFor: Readonly<Record<string, string>> = {
  0: '689',
  1: '74',
  2: '7',
  3: '85',
  4: '19',
  5: '63',
  6: '508',
  7: '12',
  8: '360',
  9: '04',
}

const invert = (table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> => {
  const inverse = new Map<string, string[]>()
  for (const [digit, shapes] of Object.entries(table)) {
    for (const shape of shapes) inverse.set(shape, [...(inverse.get(shape) ?? []), digit])
  }
  return inverse
}
const digitsOfLetter = invert(lettersFor)
const digitsOfDigit = invert(digitsFor)

/** Digits that a letter or mark may stand for: `digitsBehind('B')` → ['3', '8']; empty for a character that no digit turns into. */
export const digitsBehind = (character: string): readonly string[] => digitsOfLetter.get(character) ?? []
/** Digits that scanners print as this digit: `likelyDigits('6')` → ['0', '5']. */
export const likelyDigits = (digit: string): readonly string[] => digitsOfDigit.get(digit) ?? []
/** Whether a character may be a damaged digit. */
export const mayBeDigit = (character: string): boolean => digitsOfLetter.has(character)
