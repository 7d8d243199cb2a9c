import type { LabelKnowledge } from './knowledge.ts'

/** `ar` is *år* after a number or a word that asks for one, else *är*; `lan` after a name in the genitive is *län*. */
const inContext: readonly (readonly [RegExp, string])[] = [
  [
    /(?<=(?:\d|\b(?:varje|per|i|många|flera|förra|detta|nästa|kommande|under|ett|två|tre|fyra|fem|tio|om|föregående|halva|hela|antal))\s{1,3})[ad]r(?=[\s,.;:)]|$)/gu,
    'år',
  ],
  [/(?<=\d\s?)ars(?=\s)/gu, 'års'],
  [/(?<=\s)([psfn])d(?=\s)/gu, '$1å'],
  [/(?<=[\s(]|^)[a&d]r(?=\s)/gu, 'är'],
  [/(?<=\p{Lu}\p{L}{3,}s\s{1,3})l&?an(?=[\s,.;]|$)/gu, 'län'],
  [/(?<=\/)ar\b/gu, 'år'],
  [/(?<=\s)mats(?=[\s,.;]|$)/gu, 'mäts'],
  [/(?<=(?:^|\s)(?:ska|skall|inte)\s)tacka(?=\s)/gu, 'täcka'],
  [/(?<=(?:^|\s)(?:kvinnor (?:och|eller)|antal|antalet|andel|andelen|unga|både)\s)man(?=[\s,.;:)]|$)/gu, 'män'],
  [/(?<=^|[\s(])man(?=\s(?:och|eller|respektive)\skvinnor)/gu, 'män'],
]

/** Words that have two spellings, told by the words beside them: for text that has lost its diacritics. */
export function restorePhrases(text: string, knowledge: LabelKnowledge): string {
  let result = inContext.reduce((before, [pattern, meant]) => before.replace(pattern, meant), text)
  const letters = result.toLowerCase()
  for (const [phrase, meant] of knowledge.phrases) {
    const at = letters.indexOf(phrase)
    if (at >= 0 && phrase.length === meant.length && result.length === letters.length)
      result = result.slice(0, at) + meant + result.slice(at + phrase.length)
  }
  return result
}
