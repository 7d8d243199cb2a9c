import { findPhrases, isSmallWord, type Reading } from '../lexicon/lexicon.ts'
import { phraseFrom, translationsOf } from '../lexicon/translations.ts'
import { stem } from '../words/stem.ts'
import { type Token, tokenize } from '../words/tokenize.ts'
import type { Catalogue } from './catalogue.ts'

type Form = Reading['forms'][number]

/** A question's token with what it may have been meant to spell. */
export interface Word extends Reading {
  /** The word is known as it is spelled. */
  readonly known: boolean
  /** Nothing like it is known. */
  readonly strange: boolean
}

const form = (folded: string, score: number): Form => ({ folded, stem: stem(folded), score })

const nearForms = (token: Token, catalogue: Catalogue): readonly Form[] => {
  const near = catalogue.book.near(token.folded)
  const fewest = near[0]?.slips ?? 0
  const capital = /^\p{Lu}/u.test(token.text) && !token.first
  return near
    .filter(({ slips }) => slips <= fewest + 0.4 && !(capital && slips > 1 && token.folded.length < 10))
    .slice(0, 4)
    .map(({ word, slips }) => form(word, 0.95 - 0.06 * slips))
}

/** Two known words that a compound is made of: `helårsresultat` → `helår`, `resultat`. */
const splitCompound = (token: Token, catalogue: Catalogue, tails = /./): readonly [string, string] | undefined => {
  const { folded } = token
  for (let at = folded.length - 4; at >= 3; at -= 1) {
    const tail = folded.slice(at)
    const head = folded.slice(0, at)
    if (!tails.test(tail) || !catalogue.knows(tail, stem(tail))) continue
    for (const candidate of [head, head.replace(/s$/, ''), `${head}a`]) {
      if (candidate.length >= 3 && catalogue.knows(candidate, stem(candidate))) return [candidate, tail]
    }
  }
  return undefined
}

const partToken = (token: Token, folded: string, start: number, end: number, joined: boolean): Token => ({
  ...token,
  folded,
  stem: stem(folded),
  start,
  end,
  joined,
})

const inParts = (token: Token, [head, tail]: readonly [string, string]): readonly Word[] => {
  const middle = token.start + head.length
  return [exact(partToken(token, head, token.start, middle, token.joined)), exact(partToken(token, tail, middle, token.end, true))]
}

const exact = (token: Token): Word => ({ token, forms: [form(token.folded, 1)], known: true, strange: false })

/** A word of the other language adds the words that it translates to, where no label bears it as it stands. */
const translated = (word: Word, catalogue: Catalogue): Word => {
  const { folded } = word.token
  if (catalogue.byWord.has(folded) || catalogue.byStem.has(word.token.stem)) return word
  const others = translationsOf(folded).map(other => ({ ...form(other, translationScore), foreign: true }))
  return others.length === 0 ? word : { ...word, forms: [...word.forms, ...others] }
}
const translationScore = 0.86

/** `Other operating costs`: each word of a phrase adds the Swedish word in its place. */
const inPhrases = (words: readonly Word[]): readonly Word[] => {
  const folded = words.map(({ token }) => token.folded)
  const added = words.map((): readonly Form[] => [])
  words.forEach((_, at) => {
    phraseFrom(folded, at).forEach((other, offset) => {
      added[at + offset] = [{ ...form(other, phraseScore), foreign: true }]
    })
  })
  return words.map((word, at) => ({ ...word, forms: [...word.forms, ...(added[at] ?? [])] }))
}
const phraseScore = 0.95

/** A budget or cost of something is asked for by its parts, though a sentence of the documents may have the word. */
const amountTail = /^(budget|budgeten|kostnad|kostnaden|kostnader|kostnaderna|prognos|prognosen|utfall|utfallet)$/
const saidInProseOnly = (token: Token, catalogue: Catalogue): boolean =>
  !isSmallWord(token.folded) &&
  !catalogue.byWord.has(token.folded) &&
  !catalogue.byStem.has(token.stem) &&
  findPhrases([exact(token)]).length === 0

const readToken = (token: Token, catalogue: Catalogue): readonly Word[] => {
  if (token.kind !== 'word' || token.folded.length < 3) return [exact(token)]
  if (catalogue.knows(token.folded, token.stem)) {
    const parts = saidInProseOnly(token, catalogue) ? splitCompound(token, catalogue, amountTail) : undefined
    return parts ? inParts(token, parts) : [exact(token)]
  }
  const near = nearForms(token, catalogue)
  if (near.length > 0) return [{ token, forms: [form(token.folded, 1), ...near], known: false, strange: false }]
  const halves = token.folded.length >= 8 ? splitCompound(token, catalogue) : undefined
  if (halves) return inParts(token, halves)
  return [{ token, forms: [form(token.folded, 1)], known: false, strange: true }]
}

/** Words written apart that are one in the catalogue: `samordnings team`. */
const joinApart = (tokens: readonly Token[], catalogue: Catalogue): readonly Token[] => {
  const joined: Token[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    const next = tokens[at + 1]
    if (!token) continue
    if (next && token.kind === 'word' && next.kind === 'word' && !next.joined && token.folded.length > 2 && next.folded.length > 2) {
      const whole = token.folded + next.folded
      const oneIsStrange = !catalogue.knows(token.folded, token.stem) || !catalogue.knows(next.folded, next.stem)
      if (oneIsStrange && catalogue.byStem.has(stem(whole))) {
        joined.push({ ...token, text: `${token.text}${next.text}`, folded: whole, stem: stem(whole), end: next.end })
        at += 1
        continue
      }
    }
    joined.push(token)
  }
  return joined
}

/** The words of a question, each with the spellings it may have meant, compounds taken apart where only their parts are known. */
export const readWords = (text: string, catalogue: Catalogue): readonly Word[] => {
  const tokens = joinApart(tokenize(text), catalogue)
  return inPhrases(tokens.flatMap(token => readToken(token, catalogue)).map(word => translated(word, catalogue)))
}
