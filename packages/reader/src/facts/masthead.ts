import { findOrgNumber } from '../document/org-number.ts'
import { plain } from '../labels/plain.ts'
import type { Draft, Extractor, FactContext } from './draft.ts'
import type { Sentence } from './sentence.ts'

const postcode = /(?<!\d)\d{3} ?\d{2}\s+\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?$/u

/** The association's own name, where the text first spells it out. */
function readName(sentence: Sentence, context: FactContext): Draft[] {
  const key = plain(context.associationName)
  const at = sentence.letters.indexOf(key)
  if (at < 0 || context.index > 400) return []
  const earlier = context.sentences.slice(0, context.index).filter(each => each.letters.includes(key)).length
  if (earlier > 3) return []
  const about = { kind: 'organisation', subject: context.associationName, attribute: 'namn' }
  return [{ ...about, value: context.associationName, start: at, end: at + key.length }]
}

/** A postal address: the line of the postcode with the one or two short lines above it. */
function readAddress(sentence: Sentence, context: FactContext): Draft[] {
  const match = postcode.exec(sentence.text)
  if (!match || sentence.text.length > 160 || context.index > 60) return []
  const above = sentence.text.length > match[0].length + 2 ? undefined : context.sentences[context.index - 1]
  const near = above && sentence.lineAt(0) - above.lineAt(above.text.length - 1) <= 2 && above.text.length < 60 ? `${above.text}, ` : ''
  const own = sentence.text.replace(context.associationName, '').trim()
  const value = `${near}${own}`.replace(/\s+(?=\d{3} ?\d{2}\s)/, ', ')
  return [
    {
      kind: 'organisation',
      subject: context.associationName,
      attribute: 'postadress',
      value: value.replace(/,\s*,/g, ','),
      start: 0,
      end: sentence.text.length,
    },
  ]
}

const orgNumber = /(?<!\d)\d{3} ?\d{3} ?[-–—] ?\d{4}(?!\d)/

/** The organisation number, where its check digit holds. */
function readOrgNumber(sentence: Sentence, context: FactContext): Draft[] {
  const value = findOrgNumber(sentence.text)
  const at = orgNumber.exec(sentence.text)
  if (value === undefined || !at || !/org/.test(sentence.letters)) return []
  const about = { kind: 'organisation', subject: context.associationName, attribute: 'organisationsnummer' }
  return [{ ...about, value, start: at.index, end: at.index + at[0].length }]
}

/** What a title page tells: the name, the organisation number and the postal address. */
export const readMasthead: Extractor = (sentence, context) => [
  ...readName(sentence, context),
  ...readOrgNumber(sentence, context),
  ...readAddress(sentence, context),
]
