import { slips } from '../../words/nearness.ts'
import type { AskedWord } from './asked-words.ts'
import type { Evidence } from './evidence.ts'

/** Something that has words, each with how much it tells of it. */
export interface Worded {
  readonly words: ReadonlyMap<string, number>
}

/** The stems of an index that a word of a question may mean, each with how alike it is: 1 for the word itself. */
export type Likeness = ReadonlyMap<string, number>

const longEnough = 6
const scanningSlip = 0.65
const ending = 3

/** What is left of two inflections of a word behind what they share. */
const endings: ReadonlySet<string> = new Set([
  '',
  ...'a e n s t r d ar er or en et an na ad at de te nd and ing ning are al as es ed ers um iet'.split(' '),
])

/** The stem of `möte`, the one word of three letters that many compounds end in. */
const meeting = 'mot'

const sharedStart = (one: string, other: string): number => {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}

const likenessOf = (asked: string, known: string): number => {
  if (asked === known) return 1
  const shorter = Math.min(asked.length, known.length)
  const shared = sharedStart(asked, known)
  const inflected = endings.has(asked.slice(shared)) && endings.has(known.slice(shared))
  if (shared >= longEnough - 1 && inflected && shared >= shorter - (shared >= 8 ? ending : 2)) return 0.88
  if (asked.length >= longEnough - 1 && known.startsWith(asked)) return asked.length > longEnough ? 0.45 : 0.28
  if (
    (asked.length >= 4 || (asked === meeting && !known.endsWith('ledamot'))) &&
    known.length - asked.length >= ending &&
    known.endsWith(asked)
  )
    return 0.75
  return shorter >= longEnough && slips(asked, known, scanningSlip) <= scanningSlip ? 0.9 : 0
}

/** Compounds that only begin with a word are other things, near as they may be. */
const sameThing = 0.7

export const likenessIn = (index: { readonly stems: ReadonlySet<string> }, word: AskedWord): Likeness => {
  const alike = new Map<string, number>()
  for (const asked of word.stems)
    for (const known of index.stems) {
      const likeness = likenessOf(asked, known)
      if (likeness > (alike.get(known) ?? 0)) alike.set(known, likeness)
    }
  return alike
}

/** A compound whose parts stand apart in the document: `styrelsemöten` where the board's meetings are spoken of. */
const inParts = (word: AskedWord, evidence: Worded): number => {
  let best = 0
  for (const asked of word.stems) {
    if (asked.length < 8) continue
    for (const [tail, tailLevel] of evidence.words) {
      if (tail.length < 3 || asked.length - tail.length < 4 || !asked.endsWith(tail)) continue
      for (const [head, headLevel] of evidence.words)
        if (
          head !== tail &&
          head.length >= 4 &&
          head.length + tail.length >= asked.length - 2 &&
          asked.startsWith(head.slice(0, asked.length - tail.length))
        )
          best = Math.max(best, Math.min(headLevel, tailLevel) * 0.85)
    }
  }
  return best
}

/** Whether the parts of a compound both stand with a fact: `styrelsemöten` with `möten` under the heading of the board. */
export const isOwnInParts = (word: AskedWord, { words }: Evidence): boolean =>
  inParts(word, { words: new Map([...words].filter(([, level]) => level >= sameThing)) }) > 0

/** How much of a word's meaning stands with a fact, 0–1. */
export const levelOf = (word: AskedWord, likeness: Likeness, evidence: Worded): number => {
  let best = 0
  for (const [stem, alike] of likeness) best = Math.max(best, alike * (evidence.words.get(stem) ?? 0))
  return best > 0 ? best : inParts(word, evidence)
}

/** Whether a word stands among stems: itself, an inflection or a compound of it. */
export const hasAny = (likeness: Likeness, stems: ReadonlySet<string>): boolean =>
  [...likeness].some(([stem, alike]) => alike >= sameThing && stems.has(stem))

/** Whether a word stands in the value's own part of the sentence. */
export const isOwn = (likeness: Likeness, evidence: Evidence): boolean => hasAny(likeness, evidence.own)
/** Whether a word stands in the subject or the label that the reader gave. */
export const isNamed = (likeness: Likeness, evidence: Evidence): boolean => hasAny(likeness, evidence.named)
/** Whether a word stands with the number of which this one is a part. */
export const isInherited = (likeness: Likeness, evidence: Evidence): boolean => hasAny(likeness, evidence.inherited)
