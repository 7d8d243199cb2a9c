/**
 * Text with case, accents and ring letters removed, and words joined again that a line break had split with a hyphen:
 * `fold('Försäkrings-\nkassan')` → `forsakringskassan`. Compatibility characters (ligatures, wide digits) become plain ones.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(\p{L})[-\u00ad]\s*\n\s*(\p{L})/gu, '$1$2')
    .replaceAll('\u00ad', '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'a')

/** Folded words and numbers in order; spaced thousands are one number: `words('13 925 000 kr')` → `['13925000', 'kr']`. */
export const words = (text: string): readonly string[] =>
  fold(text)
    .replace(/(?<![\d,.])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)/g, number => number.replace(/\D/g, ''))
    .match(/\p{L}+[\p{L}\d]*|\d+/gu) ?? []
