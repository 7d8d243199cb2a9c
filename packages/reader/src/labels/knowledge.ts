import type { Registry } from '@finsam/domain'
import { documentNames } from './document-names.ts'
import lexicon from './field-lexicon.json' with { type: 'json' }
import { plain } from './plain.ts'
import { type WordList, wordList } from './word-list.ts'

/** What restoring may rely on: the word list, the field's words, the registry's names and the document's own good spellings. */
export interface LabelKnowledge {
  readonly words: WordList
  /** Trusted spellings by their letters without diacritics; names keep their capitals. */
  readonly trusted: ReadonlyMap<string, readonly string[]>
  /** Field words that open compounds. */
  readonly openers: ReadonlyMap<string, string>
  readonly phrases: ReadonlyMap<string, string>
  /** True where the document has lost its diacritics: `for` is then more likely *för*. */
  readonly damaged: boolean
  /** False where the text is in another language, whose words are not looked for. */
  readonly swedish: boolean
  /** Words that the document prints as names, which are spelled as they are. */
  readonly names: ReadonlySet<string>
  readonly remembered: Map<string, string>
}

const add = (known: Map<string, string[]>, word: string): void => {
  const key = plain(word)
  const before = known.get(key)
  if (!before) known.set(key, [word])
  else if (!before.includes(word)) before.push(word)
}
const wordsOf = (text: string): readonly string[] => text.match(/\p{L}{2,}/gu) ?? []

/** The share of å, ä, ö among a text's letters; good Swedish has between four and five per cent. */
export function diacriticShare(text: string): number {
  const sample = text.slice(0, 200_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  return letters === 0 ? 0 : (sample.match(/[åäöÅÄÖ]/g)?.length ?? 0) / letters
}

/** English and other texts have no diacritics to lose. */
function isSwedish(text: string): boolean {
  const sample = text.slice(0, 100_000).toLowerCase()
  return (
    (sample.match(/\b(?:the|and|of|for|with|is|to)\b/g)?.length ?? 0) <=
    (sample.match(/\b(?:och|att|som|av|till|med|en|den)\b/g)?.length ?? 0)
  )
}

function registryNames(registry: Registry): readonly string[] {
  return registry.associations.flatMap(association => [
    association.name,
    association.shortName,
    ...association.members.flatMap(member => [member.name, ...member.aliases]),
  ])
}

/** Words that the document itself spells with diacritics, twice at least or where the document has not lost its diacritics. */
function ownSpellings(text: string, damaged: boolean): readonly string[] {
  const counts = new Map<string, number>()
  for (const word of text.slice(0, 400_000).match(/\p{L}{3,}/gu) ?? [])
    if (/[åäö]/.test(word) && !/[éèáà]/.test(word)) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
  return [...counts].filter(([, count]) => !damaged || count > 2).map(([word]) => word)
}

/**
 * Gathers what is known about spellings for one document.
 *
 * @param text  the whole document
 */
export function gatherKnowledge(text: string, registry: Registry): LabelKnowledge {
  const damaged = isSwedish(text) && diacriticShare(text) < 0.02
  const trusted = new Map<string, string[]>()
  const names = [lexicon.names, ...registryNames(registry)].flatMap(wordsOf)
  for (const word of [...lexicon.words.split(' '), ...names, ...ownSpellings(text, damaged)]) add(trusted, word)
  const knowledge: LabelKnowledge = {
    words: wordList(),
    trusted,
    openers: new Map(lexicon.openers.split(' ').map(word => [plain(word), word])),
    phrases: new Map(Object.entries(lexicon.phrases)),
    damaged,
    swedish: isSwedish(text),
    names: new Set(),
    remembered: new Map(),
  }
  return knowledge.swedish ? { ...knowledge, names: documentNames(text.slice(0, 400_000), knowledge) } : knowledge
}
