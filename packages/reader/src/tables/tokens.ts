import { mayBeDigit } from '../number/confusions.ts'
import type { Piece } from './line-cells.ts'

/**
 * A token of a line. `number`: digits, whole; `garbled`: digits with letters or marks between; `letter`: one to three
 * characters that may be damaged digits but have none; `minus`: a dash on its own; `mark`: specks, borders, footnote marks;
 * `unit`: kr, tkr, %; `date`: an ISO day; `code`: 1.0, 2.4.1; `word`: anything else.
 */
export type TokenKind = 'number' | 'garbled' | 'letter' | 'minus' | 'mark' | 'unit' | 'date' | 'code' | 'word'

export interface Token extends Piece {
  readonly kind: TokenKind
  /** Spaces before it; Infinity where a cell begins. */
  readonly gap: number
  /** A number in percent: `50,0%`, `50,0` before a sign of its own. It is whole, and closes the number before it. */
  readonly percent?: true
}

const unitWord = /^(?:kr|kronor|tkr|mnkr|mkr|ksek|msek|sek|%|:[-–—]|procent|st)\.?$/i
const dateToken = /^(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{2})$/

/** The kind of one blank-separated, border-stripped chunk. */
export function kindOf(text: string): TokenKind {
  if (/^[-−–—‒]$/.test(text)) return 'minus'
  if (unitWord.test(text)) return 'unit'
  if (dateToken.test(text)) return 'date'
  if (/^[-−–—‒(]?\d{1,3}(?:\.\d{3})+(?:,\d+)?[)%]?$/.test(text)) return 'number'
  if (/^\d{1,2}(?:\.\d{1,2}){1,3}\.?$/.test(text)) return 'code'
  if (/^[-−–—‒(]?\d+(?:,\d{1,3})?[)%]?$/.test(text) || /^[+±]\d+(?:[,.]\d{1,3})?%?$/.test(text)) return 'number'
  if (!/[\p{L}\d]/u.test(text)) return 'mark'
  return damagedKind(text)
}

function damagedKind(text: string): TokenKind {
  const body = text.replace(/^[-−–—‒]/, '')
  const digits = [...body].filter(character => /\d/.test(character)).length
  const possible = [...body].filter(character => /[\d.,']/.test(character) || mayBeDigit(character)).length
  if (digits > 0 && body.length <= 12 && possible === body.length) return 'garbled'
  if (digits > 1 && body.length <= 12 && body.length - possible <= 1 && digits * 2 > body.length) return 'garbled'
  if (digits === 0 && body.length <= 3 && possible === body.length) return 'letter'
  if (digits === 0 && /^[A-Z]$/.test(body)) return 'letter'
  return 'word'
}

const chunk = /\S+/g
const border = /^[|[\](){}"”“‘’*•·_~=]+|[|[\](){}"”“*•·_~=:;.,]+$/g

/** Splits a piece of a line into tokens; borders, footnote marks and specks come off their number as marks of their own. */
export function tokensOf(piece: Piece): readonly Token[] {
  const tokens: Token[] = []
  let before = 0
  for (const match of piece.text.matchAll(chunk)) {
    const gap = tokens.length === 0 ? Number.POSITIVE_INFINITY : match.index - before
    for (const part of peel(match[0])) {
      const start = piece.start + match.index + part.start
      tokens.push({
        text: part.text,
        start,
        end: start + part.text.length,
        kind: kindOf(part.text),
        gap: part.start === 0 ? gap : 0,
      })
    }
    before = match.index + match[0].length
  }
  return withPercents(tokens)
}

const percentSign = /^(?:%|procent)\)?$/i

/** Tokens with the numbers that a percent sign follows told; a bracket that opens before such a number is a mark of its own. */
function withPercents(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token, at): readonly Token[] => {
    const next = tokens[at + 1]
    const signed = next !== undefined && percentSign.test(next.text) && next.gap <= 1
    if ((token.kind !== 'number' && token.kind !== 'garbled') || !(signed || /%\)?$/.test(token.text))) return [token]
    if (!token.text.startsWith('(')) return [{ ...token, percent: true }]
    const bracket: Token = { text: '(', start: token.start, end: token.start + 1, kind: 'mark', gap: token.gap }
    return [bracket, { ...token, text: token.text.slice(1), start: token.start + 1, gap: 0, percent: true }]
  })
}

/** `0]` → `0`, `]`; a chunk that is a number or word as it stands stays whole. */
function peel(text: string): readonly { readonly text: string; readonly start: number }[] {
  const kronor = /^(.*\d)(:[-–—])$/.exec(text)
  if (kronor?.[1] && kronor[2])
    return [
      { text: kronor[1], start: 0 },
      { text: kronor[2], start: kronor[1].length },
    ]
  const whole = kindOf(text)
  if (whole !== 'garbled' && whole !== 'word') return [{ text, start: 0 }]
  const inner = text.replace(border, '')
  const start = text.indexOf(inner)
  if (inner === '' || inner === text || !/\d/.test(inner) || kindOf(inner) === 'word') return [{ text, start: 0 }]
  const parts = [{ text: inner, start }]
  if (start > 0) parts.unshift({ text: text.slice(0, start), start: 0 })
  if (start + inner.length < text.length) parts.push({ text: text.slice(start + inner.length), start: start + inner.length })
  return parts
}

/** Tokens that may stand in the amounts of a row. */
export const isAmountLike = (token: Token): boolean => token.kind !== 'word' && token.kind !== 'letter'
/** Tokens that carry digits. */
export const hasDigits = (token: Token): boolean =>
  token.kind === 'number' || token.kind === 'garbled' || token.kind === 'date' || token.kind === 'code'
