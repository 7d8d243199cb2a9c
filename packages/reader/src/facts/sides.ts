import type { QuantityMention } from './quantity-mention.ts'
import type { Sentence } from './sentence.ts'

/** One side of a change, with the place of the whole. */
export type Side = QuantityMention & { readonly whole?: Pick<QuantityMention, 'start' | 'end' | 'unit'> }

/** `från 4,0 till 5,5 miljoner` is a change, not a range: both its sides. */
export function sides(sentence: Sentence, mention: QuantityMention): readonly Side[] {
  const { value } = mention
  if (
    typeof value === 'number' ||
    !/\bfran $/.test(sentence.letters.slice(0, mention.start)) ||
    mention.unit === 'years' ||
    !/ till /.test(sentence.letters.slice(mention.start, mention.end))
  )
    return [mention]
  const middle = mention.start + Math.max(1, sentence.letters.slice(mention.start, mention.end).indexOf('till'))
  return [
    { ...mention, value: value.from, end: middle, whole: mention },
    { ...mention, value: value.to, start: middle, whole: mention },
  ]
}

/** Whether a mention is the second side of such a change. */
export const isLaterSide = (letters: string, { start }: QuantityMention): boolean =>
  letters.startsWith('till', start) && /\bfran /.test(letters.slice(0, start))

/** Whether a mention is the first side of such a change. */
export const isEarlierSide = (letters: string, { start, end }: QuantityMention): boolean =>
  /\bfran $/.test(letters.slice(0, start)) && letters.startsWith('till', end)
