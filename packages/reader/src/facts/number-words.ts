const words: Readonly<Record<string, number>> = {
  noll: 0,
  en: 1,
  ett: 1,
  tva: 2,
  bada: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  atta: 8,
  nio: 9,
  tio: 10,
  elva: 11,
  tolv: 12,
  tretton: 13,
  fjorton: 14,
  femton: 15,
  sexton: 16,
  sjutton: 17,
  arton: 18,
  nitton: 19,
  tjugo: 20,
  trettio: 30,
  fyrtio: 40,
  femtio: 50,
  sextio: 60,
  sjuttio: 70,
  attio: 80,
  nittio: 90,
  hundra: 100,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}

/** Pattern of the number words from two on, without diacritics. */
export const numberWordPattern = Object.keys(words)
  .filter(word => !/^(?:en|ett|one|noll|bada)$/.test(word))
  .sort((a, b) => b.length - a.length)
  .join('|')

/** `sex` → 6, `tjugofem` → 25; undefined for what is no number word. Letters without diacritics. */
export function numberOfWord(letters: string): number | undefined {
  const whole = words[letters]
  if (whole !== undefined) return whole
  const tens = /^(tjugo|trettio|fyrtio|femtio|sextio|sjuttio|attio|nittio)(\w+)$/.exec(letters)
  const unit = tens ? words[tens[2] ?? ''] : undefined
  return tens && unit !== undefined && unit < 10 ? (words[tens[1] ?? ''] ?? 0) + unit : undefined
}

/** `1 987 700` → 1987700, `9,6` → 9.6, `sex` → 6. */
export function parseNumber(letters: string): number | undefined {
  const word = numberOfWord(letters.trim())
  if (word !== undefined) return word
  const text = letters
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/[−–]/g, '-')
    .replace(',', '.')
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined
}
