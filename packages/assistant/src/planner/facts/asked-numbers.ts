import { numeralOf } from '../../words/numerals.ts'
import type { Frame } from '../frame.ts'

/** What is counted in: `18 månader`. */
export const measureWord = /^(ar|manad|manader|manaderna|veckor|vecka|procent|kr|tkr|years?|months?|weeks?|percent|per)$/

/** The number that a word of a question says, in figures or letters. */
export const numberAt = ({ words }: Frame, at: number): number | undefined => {
  const token = words[at]?.token
  return token?.kind === 'number' ? token.value : token?.kind === 'word' ? numeralOf(token.folded) : undefined
}

/** Measures said in figures or words, small numbers and years left out: `efter 18 månader`. */
export const numbersIn = (frame: Frame): readonly number[] => {
  const timed = new Set(frame.points.flatMap(({ tokens }) => tokens))
  return frame.words.slice(frame.clause.from, frame.clause.to).flatMap((_, offset) => {
    const at = frame.clause.from + offset
    const value = timed.has(at) ? undefined : numberAt(frame, at)
    return value !== undefined && value > 3 && measureWord.test(frame.words[at + 1]?.token.folded ?? '') ? [value] : []
  })
}
