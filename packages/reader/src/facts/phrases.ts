import type { QuantityMention } from './quantity-mention.ts'
import type { Sentence } from './sentence.ts'

const clauseEnd =
  /[;.!?]\s|[.!?;]$|,\s(?=(?:och|men|samt|som|vilket|varav|dar|för|i|dels|\d|att)\s)|\s(?:men|vilket|varav|därefter)\s|\s\(/u
const mostWords = 14

const firstWords = (text: string, count: number): string => text.split(' ').slice(0, count).join(' ')
const lastWords = (text: string, count: number): string => text.split(' ').slice(-count).join(' ')
const tidy = (text: string): string => text.replace(/^[\s,;:.–-]+|[\s,;:.–(-]+$/g, '')

/** What follows up to the conjunction before another number: of `till arbete och 4 % till studier` only `till arbete`. */
function beforeNextNumber(text: string): string {
  const number = /(?:^|\s)(?!(?:19|20)\d\d(?!\d))[-−]?\d/.exec(text)?.index
  if (number === undefined) return text
  const head = text.slice(0, number)
  const cut = Math.max(
    head.lastIndexOf(' och '),
    head.lastIndexOf(' samt '),
    head.lastIndexOf(', '),
    head.endsWith(' och') ? head.length - 4 : -1,
  )
  return cut > 0 && head.slice(0, cut).trim().split(' ').length >= 2 ? head.slice(0, cut) : text
}

/** A number at the end of its clause is told by what comes before it: `staten 4 400 tkr, regionen 2 200 tkr`. */
const closesClause = /^\s*[,.;:)]|^\s+(?:och|samt|men)\s/u

function clauseBefore(text: string): string {
  const clause = tidy(
    text.split(/[;:.!?]\s|,\s|\s(?:och|samt)\s(?=\p{Ll}+\s*$)|(?<=%|procent|kronor|kr)\s(?:och|samt)\s(?=\p{Lu}\p{L}*\s*$)/u).at(-1) ?? '',
  )
  return /\p{L}{3}/u.test(clause) && !/^(?:till|med|om|på|av|för|att|i|från|är|var)$/i.test(clause) ? lastWords(clause, mostWords) : ''
}

/**
 * The words that say what a number measures: those after it to the end of its clause, or those before it where nothing follows.
 *
 * @example  of `Minst 85 % av deltagarna ska uppleva en stegförflyttning` → `av deltagarna ska uppleva en stegförflyttning`
 */
export function attributeAround(sentence: Sentence, mention: Pick<QuantityMention, 'start' | 'end' | 'unit'>): string {
  const after = sentence.text.slice(mention.end)
  const own = closesClause.test(after) ? clauseBefore(sentence.text.slice(0, mention.start)) : ''
  if (own !== '') return tidy(`${own} ${nounOfUnit(sentence.text.slice(mention.start, mention.end))}`)
  const next = tidy(firstWords(beforeNextNumber(after.slice(0, clauseEnd.exec(after)?.index ?? after.length).trim()), mostWords))
  const unitNoun = nounOfUnit(sentence.text.slice(mention.start, mention.end))
  const wordCount = next.split(' ').filter(word => /\p{L}{2}/u.test(word)).length
  if (wordCount >= 2 || (wordCount === 1 && unitNoun !== '')) return tidy(`${unitNoun} ${next}`)
  const before = tidy(
    lastWords(
      sentence.text
        .slice(0, mention.start)
        .split(/[;.!?]\s/)
        .at(-1) ?? '',
      mostWords,
    ),
  )
  const spoken = withoutNumbers(before)
  const both = tidy([spoken, unitNoun, next].filter(part => part !== '').join(' '))
  return both === '' ? 'antal' : both
}

/** `Styrelsen har beviljat 1 400 tkr för 2024 och`, said before another number: only what both share. */
const withoutNumbers = (before: string): string => {
  const number = /(?:,|\soch|\ssamt)$/.test(before) ? /\s(?!(?:19|20)\d\d(?!\d))\d/.exec(before)?.index : undefined
  const shared = number === undefined ? '' : before.slice(0, number).trim()
  return shared.split(' ').length >= 2 ? shared : before
}

/** `ca 50-55 deltagare` → `deltagare`; nothing for percent and money. */
const nounOfUnit = (text: string): string =>
  /(?<=\d\s?)\p{L}{4,}$/u.exec(text)?.[0].replace(/^(?:procent(?:enheter)?|kronor|milj|mnkr|miljon(?:er)?|tusen)$/u, '') ?? ''
