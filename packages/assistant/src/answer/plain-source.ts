/**
 * A line of a document as a quotation: without the tags and marks of its layout.
 *
 * @example plainSource('<b>Summa kostnader</b>\\t-\\t<b>20 983 000 kr</b>') // 'Summa kostnader - 20 983 000 kr'
 */
export const plainSource = (text: string): string =>
  text
    .replace(/<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,80})?\/?>/giu, '')
    .replace(/\*\*|__/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
