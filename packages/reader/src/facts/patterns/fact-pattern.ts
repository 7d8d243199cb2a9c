import { numberWordPattern } from '../number-words.ts'

/**
 * A well-known attribute and how prose tells it. The named group says what the value is: `number` a number or number word, `text` words as
 * they stand, `list` an enumeration, `each` an enumeration told one by one, `date` the date within; without a group the value is true.
 */
export interface FactPattern {
  readonly kind: string
  /** `@association`, `@subject`, `@topic` and `@document` (the sentence's subject, else the document itself), `@named` (the association that the sentence names, else the document's own) are what the sentence tells; a group `of` names it in the match itself. */
  readonly subject: string
  readonly attribute: string
  readonly unit?: string
  /** `plus-own`: the number leaves out the association itself; `end`: a month stands for its last day; `limit`: nothing may exceed the number. */
  readonly reading?: 'plus-own' | 'end' | 'limit'
  readonly pattern: RegExp
}

type More = Pick<FactPattern, 'unit' | 'reading'>
/** One line of a table of patterns. */
export const row = (kind: string, subject: string, attribute: string, pattern: RegExp, more: More = {}): FactPattern => ({
  kind,
  subject,
  attribute,
  pattern,
  ...more,
})

/** A number or number word, one included. */
export const anyNumber = `(?<number>\\d{1,3}|en|ett|${numberWordPattern})`
/** A number or number word from two on; `en` is too often an article. */
export const severalNumber = `(?<number>\\d{1,3}|${numberWordPattern})`
/** `12 %`, `9,6 procent`. */
export const percentNumber = '(?<number>\\d{1,2}(?:,\\d)?) ?(?:%|procent)'
