import type { Catalogue, ProperName } from './catalogue.ts'
import type { Link } from './meaning.ts'
import type { Word } from './read-words.ts'

const scoreOfWord = (word: Word | undefined, wanted: string): number => {
  let best = 0
  for (const form of word?.forms ?? []) {
    if (form.folded === wanted) best = Math.max(best, form.score)
    else if (form.folded === `${wanted}s`) best = Math.max(best, form.score * 0.98)
    else if (`${form.folded}s` === wanted && wanted.length > 4) best = Math.max(best, form.score * 0.97)
  }
  return best
}

const matchAt = (
  name: ProperName,
  words: readonly Word[],
  at: number,
): { readonly tokens: readonly number[]; readonly score: number } | undefined => {
  const tokens: number[] = []
  let score = 1
  let position = at
  for (const wanted of name.words) {
    let here = scoreOfWord(words[position], wanted)
    if (here === 0 && tokens.length > 0 && /^(i|the|of)$/.test(words[position]?.token.folded ?? '')) {
      position += 1
      here = scoreOfWord(words[position], wanted)
    }
    if (here === 0) return undefined
    score *= here
    tokens.push(position)
    position += 1
  }
  return { tokens, score }
}

const isAbbreviation = (text: string): boolean => /^\p{Lu}{2,5}$/u.test(text)

const spellsOut = (letters: string, names: readonly (readonly string[])[]): boolean =>
  names.some(words => {
    if (words.length > 1) return words.map(word => word.charAt(0)).join('') === letters
    const [word] = words
    if (word === undefined || letters.length > 3 || word.charAt(0) !== letters.charAt(0) || word.length < 7) return false
    let at = 0
    for (const letter of letters) {
      at = word.indexOf(letter, at) + 1
      if (at === 0) return false
    }
    return at >= 3
  })

/** Associations whose name an abbreviation spells: `VM` may be more than one. */
const abbreviationLinks = (catalogue: Catalogue, words: readonly Word[]): readonly Link[] =>
  words.flatMap((word, at): readonly Link[] => {
    const bare = word.token.text.replace(/['’:]s?$/u, '')
    if (!isAbbreviation(bare) || catalogue.byWord.has(word.token.folded) || catalogue.proper.has(word.token.folded)) return []
    const letters = word.token.folded
    const ids = catalogue.library.associations
      .filter(association =>
        spellsOut(
          letters,
          [association.shortName, ...association.aliases, association.name].map(name =>
            [...name.matchAll(/\p{L}+/gu)].map(([part]) => part.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()),
          ),
        ),
      )
      .map(({ id }) => id)
    const withDocuments = ids.filter(id => catalogue.library.documents.some(document => document.association === id))
    const found = withDocuments.length > 0 ? withDocuments : ids
    return found.length === 0 ? [] : [{ tokens: [at], meaning: { kind: 'association', ids: found, abbreviated: true }, score: 0.85 }]
  })

/** The municipalities of an association by their initials: `KAK` → Köping, Arboga, Kungsör. */
const initialsLinks = (catalogue: Catalogue, words: readonly Word[]): readonly Link[] =>
  words.flatMap((word, at): readonly Link[] => {
    if (!isAbbreviation(word.token.text)) return []
    const letters = [...word.token.folded].sort().join('')
    return catalogue.library.associations.flatMap((association): readonly Link[] => {
      const initials = association.members
        .filter(member => member.kind === 'municipality')
        .map(member => member.name.normalize('NFD').charAt(0).toLowerCase())
      if (initials.length < 2 || initials.sort().join('') !== letters) return []
      return [{ tokens: [at], meaning: { kind: 'municipalities', association: association.id }, score: 0.9 }]
    })
  })

/** Associations and members that a question names, in full, short, inflected or abbreviated. */
export const linkNames = (catalogue: Catalogue, words: readonly Word[]): readonly Link[] => {
  const links: Link[] = []
  words.forEach((word, at) => {
    const starts = new Set(word.forms.flatMap(({ folded }) => [folded, folded.replace(/s$/, ''), `${folded}s`]))
    for (const start of starts) {
      for (const name of catalogue.proper.get(start) ?? []) {
        const match = matchAt(name, words, at)
        if (!match) continue
        if (name.association !== undefined) links.push({ ...match, meaning: { kind: 'association', ids: [name.association] } })
        if (name.member !== undefined) {
          links.push({
            ...match,
            meaning: { kind: 'member', id: name.member, associations: catalogue.associationsOf.get(name.member) ?? [] },
          })
        }
      }
    }
  })
  return [...links, ...abbreviationLinks(catalogue, words), ...initialsLinks(catalogue, words)]
}
