import { fold, foldWord } from './fold.ts'
import { stem } from './stem.ts'

/** One word, number or date of a question, with its place in the text. */
export interface Token {
  readonly text: string
  /** Lower case without diacritics, scanning's digits read as letters. */
  readonly folded: string
  readonly stem: string
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'number' | 'date'
  /** For numbers the value; a date keeps its ISO day in `text`. */
  readonly value?: number
  /** True where a sentence (or a quotation) begins with this token: its capital then tells nothing. */
  readonly first: boolean
  /** Joined to the token before by a hyphen or slash. */
  readonly joined: boolean
  /** 0-based number of its sentence. */
  readonly sentence: number
}

const pattern =
  /(?<date>\d{4}-\d{2}-\d{2})|(?<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d{1,3}(?:[,.]\d{3})+(?!\d)|\d+(?:[.,]\d+)?(?![\d\p{L}]))|(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’:][\p{L}]{1,2}(?!\p{L}))?)|(?<mark>[%‰§])|(?<end>[.!?]+(?=\s|["”»')]|$))/gu

const numberOf = (text: string): number => {
  const bare = text.replace(/[ \u00a0\u202f]/g, '')
  if (/^\d{1,3}([,.]\d{3})+$/.test(bare)) return Number(bare.replace(/[,.]/g, ''))
  return Number(bare.replace(',', '.'))
}

const wordOf = (raw: string): string => foldWord(raw.replace(/['’:]s?$|['’:](s|n|t|en|et|ar|er)$/u, ''))

/** Splits a question into words, numbers and dates: `3 200 000`, `2022-06-30` and `48,4` are one token each; `ISA-insatsen` is two joined ones. */
export const tokenize = (text: string): readonly Token[] => {
  const tokens: Token[] = []
  let sentence = 0
  let fresh = true
  for (const match of text.matchAll(pattern)) {
    const start = match.index
    const raw = match[0]
    if (match.groups?.end !== undefined) {
      if (!fresh) sentence += 1
      fresh = true
      continue
    }
    const between = text.slice(tokens.at(-1)?.end ?? 0, start)
    const place = {
      start,
      end: start + raw.length,
      first: fresh || /["”“«:]\s*$/.test(between),
      joined: tokens.length > 0 && /^[-–/]$/.test(between),
      sentence,
    }
    fresh = false
    if (match.groups?.date !== undefined) tokens.push({ text: raw, folded: raw, stem: raw, kind: 'date', ...place })
    else if (match.groups?.number !== undefined)
      tokens.push({ text: raw, folded: fold(raw), stem: raw, kind: 'number', value: numberOf(raw), ...place })
    else {
      const folded = wordOf(raw)
      tokens.push({ text: raw, folded, stem: stem(folded), kind: 'word', ...place })
    }
  }
  return tokens
}
