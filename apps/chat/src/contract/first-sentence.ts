/**
 * The first sentence of an answer and what follows it. A full stop ends a sentence only before white space and a capital,
 * so that `ca 3.5 mnkr`, `kl. 10` and `2023-11-16.` do not cut it short.
 *
 * @example firstSentence('66,4 %. Det är 13 925 000 av 20 983 000.') // → { first: '66,4 %.', rest: 'Det är …' }
 */
export function firstSentence(text: string): { readonly first: string; readonly rest: string } {
  const end = /[.!?:](?=\s+\p{Lu})|\n/u.exec(text)
  if (!end) return { first: text.trim(), rest: '' }
  const cut = end.index + 1
  return { first: text.slice(0, cut).trim(), rest: text.slice(cut).trim() }
}
