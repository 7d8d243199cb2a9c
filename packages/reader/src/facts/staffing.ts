import type { Draft, Extractor, FactContext } from './draft.ts'
import { buyerBefore, employerAfter } from './employers.ts'
import { numberWordPattern, parseNumber } from './number-words.ts'
import { officeTitle } from './persons.ts'
import { isOffice, readable, role } from './roles.ts'
import type { Sentence } from './sentence.ts'

const fte = new RegExp(`(?<![\\d,.])(?<share>\\d[.,]\\d{1,2}|\\d{1,3}(?:,\\d)? ?%)\\s+(?:tjanst(?:er)?\\s+(?:som\\s+)?)?${role}`, 'g')
const roleWithShare = new RegExp(
  `${role}\\s+(?:pa|om|motsvarande|med)\\s+(?:(?<share>\\d{1,3}(?:,\\d)?) ?(?:%|procent)|(?<part>halvtid|heltid))`,
  'g',
)
/** `förbundschef (0,8)`, `utvecklingsledare (80 %)`, `en administratör som arbetar halvtid`. */
const roleBeforeShare = new RegExp(
  `${role}\\s+(?:\\((?:(?<fte>[01],\\d{1,2})|(?<share>\\d{1,3}) ?(?:%|procent))(?: (?:tjanst|heltidstjanst|arsarbetare|arsarbetskraft))?\\)|som (?:arbetar|tjanstgor|ar anstalld|jobbar)(?: pa)? (?:(?<part>halvtid|heltid)|(?<other>\\d{1,3}) ?(?:%|procent)))`,
  'g',
)
const ownShare = /\banstalld (?:till|pa|om) (?<share>\d{1,3}) ?(?:%|procent)/
const headcount = new RegExp(`(?<![\\w,])(?<count>en|ett|\\d{1,2}|${numberWordPattern})\\s+${role}(?![a-z])`, 'g')
const crossed = /(?<![\d,])(?<people>\d{1,2})\s?[x×]\s?(?<share>\d[.,]\d{1,2})(?:\s+(?<noun>[a-z]+))?/g

function readShares(sentence: Sentence, context: FactContext): Draft[] {
  const drafts: Draft[] = []
  for (const match of sentence.letters.matchAll(fte)) {
    const share = match.groups?.share ?? ''
    const percent = share.includes('%')
    const value = parseNumber(share.replace(/\s?%/, '').replace('.', ','))
    if (value === undefined) continue
    const by = employerAfter(sentence, match.index)
    const name = readable(sentence, match, 'role')
    const buyer = buyerBefore(sentence, match.index)
    const attribute = by && !percent ? `${name}, anställd av ${by}` : percent ? `${name}, tjänstgöringsgrad` : name
    const place = { start: match.index, end: match.index + match[0].length }
    if (buyer) drafts.push({ kind: 'organisation', subject: officeTitle(name), attribute: 'andel köps av', value: buyer, ...place })
    drafts.push({
      kind: 'staffing',
      subject: buyer ?? context.topic,
      attribute: buyer ? `köpt andel av ${name}` : attribute,
      value,
      unit: percent ? 'percent' : 'fte',
      start: match.index,
      end: match.index + match[0].length,
    })
  }
  return drafts
}

function readRolesWithShare(sentence: Sentence): Draft[] {
  return [...sentence.letters.matchAll(roleWithShare)].map(match => ({
    kind: 'staffing',
    subject: /kansli/.test(sentence.letters)
      ? 'Kansli'
      : readable(sentence, match, 'role').replace(/^\p{Ll}/u, letter => letter.toUpperCase()),
    attribute: `${readable(sentence, match, 'role')}, tjänstgöringsgrad`,
    value: match.groups?.part === 'halvtid' ? 50 : match.groups?.part === 'heltid' ? 100 : (parseNumber(match.groups?.share ?? '') ?? 0),
    unit: 'percent',
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function readRolesBeforeShare(sentence: Sentence, context: FactContext): Draft[] {
  return [...sentence.letters.matchAll(roleBeforeShare)].map(match => {
    const { fte: part = '', share, other, part: time } = match.groups ?? {}
    const name = readable(sentence, match, 'role')
    const about = {
      kind: 'staffing',
      subject: isOffice(sentence) ? 'Kansli' : context.topic,
      start: match.index,
      end: match.index + match[0].length,
    }
    const percent = time === 'halvtid' ? 50 : time === 'heltid' ? 100 : parseNumber(share ?? other ?? '')
    return part === '' || percent !== undefined
      ? { ...about, attribute: `${name}, tjänstgöringsgrad`, value: percent ?? 0, unit: 'percent' }
      : { ...about, attribute: name, value: parseNumber(part) ?? 0, unit: 'fte' }
  })
}

/** `en förbundschef och två utvecklingsledare`, where the sentence tells of an office, a team or staff. */
function readHeadcounts(sentence: Sentence, context: FactContext, taken: readonly Draft[]): Draft[] {
  if (!/kansli|team|bestar av|bemanna|anstall|har en |finns en |organisation/.test(sentence.letters)) return []
  const subject = isOffice(sentence) ? 'Kansli' : context.topic
  return [...sentence.letters.matchAll(headcount)].flatMap((match): Draft[] => {
    const roleAt = match.index + match[0].length - (match.groups?.role ?? '').length
    if (taken.some(each => roleAt >= each.start && roleAt < each.end && each.unit !== 'percent')) return []
    const value = parseNumber(match.groups?.count ?? '')
    if (value === undefined) return []
    return [
      {
        kind: 'staffing',
        subject,
        attribute: readable(sentence, match, 'role'),
        value,
        unit: 'persons',
        start: match.index,
        end: match.index + match[0].length,
      },
    ]
  })
}

/** `4 x 0,4 personal`: people, share of each, and both together. */
function readCrossed(sentence: Sentence, context: FactContext): Draft[] {
  return [...sentence.letters.matchAll(crossed)].flatMap((match): Draft[] => {
    const people = parseNumber(match.groups?.people ?? '') ?? 0
    const share = parseNumber((match.groups?.share ?? '').replace('.', ',')) ?? 0
    const noun = match.groups?.noun ?? 'personal'
    const about = { kind: 'staffing', subject: context.topic, start: match.index, end: match.index + match[0].length }
    const basis = `${people} × ${share}`.replace('.', ',')
    return [
      { ...about, attribute: noun, value: people, unit: 'persons' },
      { ...about, attribute: `${noun}, tjänstgöringsgrad var och en`, value: share, unit: 'fte' },
      { ...about, attribute: `${noun}, tillsammans`, value: Math.round(people * share * 100) / 100, unit: 'fte', basis },
    ]
  })
}

/** `varav Norrviks kommun finansierar 2,5`: the part of the staff before it that somebody pays for. */
function readPaidPart(sentence: Sentence, context: FactContext): Draft[] {
  return [...sentence.letters.matchAll(/varav (?<payer>[^,.()]{3,50}?) finansierar (?<share>\d[.,]\d{1,2}|\d+)/g)].map(match => {
    const at = match.index + 'varav '.length
    const payer = sentence.text.slice(at, at + (match.groups?.payer ?? '').length)
    const value = parseNumber((match.groups?.share ?? '').replace('.', ',')) ?? 0
    return {
      kind: 'staffing',
      subject: context.topic,
      attribute: `därav finansierade av ${payer}`,
      value,
      unit: 'fte',
      start: match.index,
      end: match.index + match[0].length,
    }
  })
}

/** Staff: full-time equivalents and heads per office. */
export const readStaffing: Extractor = (sentence, context) => {
  const shares = [
    ...readShares(sentence, context),
    ...readRolesWithShare(sentence),
    ...readRolesBeforeShare(sentence, context),
    ...readCrossed(sentence, context),
    ...readPaidPart(sentence, context),
  ]
  const own = ownShare.exec(sentence.letters)
  if (own)
    shares.push({
      kind: 'staffing',
      subject: context.subject,
      attribute: 'tjänstgöringsgrad',
      value: Number(own.groups?.share),
      unit: 'percent',
      start: own.index,
      end: own.index + own[0].length,
    })
  return [...shares, ...readHeadcounts(sentence, context, shares)]
}
