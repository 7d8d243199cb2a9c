import { numeralOf, shareOf } from '../words/numerals.ts'
import type { Amount, Link } from './meaning.ts'
import type { Word } from './read-words.ts'

const factors: readonly (readonly [RegExp, Amount['unit'], number])[] = [
  [/^(kr|kronor|krona|kronan|sek|kronorna)$/, 'kr', 1],
  [/^(tkr|ksek)$/, 'kr', 1_000],
  [/^(mnkr|mkr|msek|miljoner|miljonerna|milj|miljon|mille|million|millions|miljonen|mn|m)$/, 'kr', 1_000_000],
  [/^(procentenheter|procentenhet|percentage)$/, 'percentage_points', 1],
  [/^(procent|percent|pct|%|procenten|procents)$/, 'percent', 1],
]

const unitAt = (
  words: readonly Word[],
  at: number,
): { readonly unit: Amount['unit']; readonly factor: number; readonly taken: number } | undefined => {
  const folded = words[at]?.token.folded
  if (folded === undefined) return undefined
  const next = words[at + 1]?.token.folded ?? ''
  if (folded === 'tusen' || folded === 'thousand') return { unit: 'kr', factor: 1_000, taken: /^(kr|kronor|sek)/.test(next) ? 2 : 1 }
  if (folded === 'per' && /^cents?$/.test(next)) return { unit: 'percent', factor: 1, taken: 2 }
  const known = factors.find(([pattern]) => pattern.test(folded))
  if (!known) return undefined
  const extra = known[2] === 1_000_000 && /^(kr|kronor|sek)$/.test(next) ? 1 : 0
  return { unit: known[1], factor: known[2], taken: 1 + extra }
}

/** Numbers with the unit after them, shares in words (`hälften`), and bare counts (`de fem`). */
export const linkAmounts = (words: readonly Word[]): readonly Link[] =>
  words.flatMap((word, at): readonly Link[] => {
    const { token } = word
    const isOne = /^(en|ett|one|a)$/.test(token.folded)
    const isWordNumber = token.kind === 'word' && (!isOne || /^(miljon|million)$/.test(words[at + 1]?.token.folded ?? ''))
    const value = token.kind === 'number' ? token.value : isWordNumber ? (isOne ? 1 : numeralOf(token.folded)) : undefined
    if (value === undefined) {
      const [before, after] = [words[at - 1]?.token.folded ?? '', words[at + 1]?.token.folded ?? '']
      if (/^(first|second|forsta|andra|mid)$/.test(before) || /^(year|aret|years)$/.test(after)) return []
      const share = token.kind === 'word' ? shareOf(token.folded) : undefined
      return share === undefined
        ? []
        : [{ tokens: [at], meaning: { kind: 'amount', amount: { value: share, unit: 'percent' } }, score: 0.6 }]
    }
    const beside = (words[at + 1]?.token.start ?? Number.POSITIVE_INFINITY) - token.end <= 1
    const unit = beside ? unitAt(words, at + 1) : undefined
    if (unit) {
      const tokens = Array.from({ length: 1 + unit.taken }, (_, step) => at + step)
      return [
        { tokens, meaning: { kind: 'amount', amount: { value: Math.round(value * unit.factor * 1e6) / 1e6, unit: unit.unit } }, score: 1 },
      ]
    }
    if (token.kind === 'word') return [{ tokens: [at], meaning: { kind: 'count', value }, score: 0.9 }]
    return [{ tokens: [at], meaning: { kind: 'amount', amount: { value, unit: 'none' } }, score: 0.7 }]
  })
