import type { Draft, Extractor, FactContext } from './draft.ts'
import { namePattern, splitList } from './names.ts'
import { numberWordPattern, parseNumber } from './number-words.ts'
import type { Sentence } from './sentence.ts'

/** Offices and occupations, without diacritics, as they end: `processtodjare`, `forbundschef`. */
export const roleEnding =
  '(?:\\w*(?:chef|samordnare|ledare|konsulent|utvecklare|koordinator|handlaggare|kurator|formedlare|terapeut|pedagog|coach|ekonom|administrator|revisor|stodjare|vagledare|handledare|sekreterare|assistent|controller|strateg|radgivare|ombud|projektledare|forbundssamordnare|kommunikator|utredare|psykolog|skoterska|lots))(?:er|en|n|na|erna|s)?(?![a-z])'
const role = `(?<role>(?:(?:operativ|bitradande|administrativ|vice)\\s)?${roleEnding})`
const employer = new RegExp(
  `(?:anställ(?:d|da|t)\\s+(?:av|hos|vid|i(?=\\s\\p{Lu}))|anställning\\s+(?:av|hos|i|vid))\\s+(?<employer>${namePattern}|förbundets?(?: parter)?)`,
  'u',
)
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
const noOwnStaff = /\b(?:inga|ingen|inte nagra|saknar)\s+(?:egen |egna )?(?:anstallda|anstalld personal|personal)/

const readable = (sentence: Sentence, match: RegExpExecArray | RegExpMatchArray, name: string): string => {
  const found = match.groups?.[name] ?? ''
  const at = sentence.letters.indexOf(found, match.index)
  return sentence.text.slice(at, at + found.length)
}

const sentFrom = new RegExp(`från\\s+(?<employer>${namePattern})`, 'u')

/** Who employs the person named at an offset: the next `anställd av …` of the sentence, or the next `från …` where nobody is said to be employed. */
function employerAfter(sentence: Sentence, offset: number): string | undefined {
  const rest = sentence.text.slice(offset)
  const found = employer.exec(rest) ?? (employer.test(sentence.text) ? null : sentFrom.exec(rest))
  return found?.groups?.employer?.replace(/^förbundets?$/, 'förbundet')
}

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

/** The sentence tells who works at the office: it says so, or it says that the association has a manager and others. */
const isOffice = ({ letters }: Sentence): boolean =>
  /kansli/.test(letters) || (/^(?:samordnings)?forbundet har\b/.test(letters) && /forbundschef|forbundssamordnare/.test(letters))

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

/** `varav Fagersta kommun finansierar 2,5`: the part of the staff before it that somebody pays for. */
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

/** `Finnvedens Samordningsförbund, som också köper 35 % tjänst förbundschef`: who buys a share of an office. */
function buyerBefore(sentence: Sentence, offset: number): string | undefined {
  const before = sentence.text.slice(0, offset)
  return new RegExp(`(?<name>${namePattern}),? som (?:också |även )?köper $`, 'u')
    .exec(before)
    ?.groups?.name?.replace(/^(?:Med|Till)\s/, '')
}

function readEmployer(sentence: Sentence, context: FactContext): Draft[] {
  const drafts: Draft[] = []
  const none = noOwnStaff.exec(sentence.letters)
  if (none)
    drafts.push({
      kind: 'staffing',
      subject: context.associationName,
      attribute: 'egna anställda',
      value: 0,
      unit: 'persons',
      start: none.index,
      end: none.index + none[0].length,
    })
  const found = employer.exec(sentence.text)
  const name = found?.groups?.employer
  if (!found || !name || /\d,\d/.test(sentence.letters)) return drafts
  const offices = sentence.letters.match(new RegExp(`\\b${roleEnding}\\b`, 'g'))?.length ?? 0
  const isOffice = /kansli/.test(sentence.letters) || (offices >= 2 && /(?:forbunds|kansli)chef|samordnare/.test(sentence.letters))
  const subject = isOffice ? 'Kansli' : context.subject
  return [
    ...drafts,
    {
      kind: 'organisation',
      subject,
      attribute: 'arbetsgivare',
      value: name.replace(/^förbundet$/, context.associationName),
      start: found.index,
      end: found.index + found[0].length,
    },
  ]
}

/** Lists of offices: `ordförande, vice ordförande och sekreterare`. */
const officeList = new RegExp(
  `(?:(?:vice |bitr[a-z]* )?(?:ordforande[n]?|${roleEnding})(?:\\s*,\\s*|\\s+(?:och|samt)\\s+)){1,8}(?:vice |bitr[a-z]* )?(?:ordforande[n]?|${roleEnding})`,
)

function readOfficeList(sentence: Sentence, context: FactContext): Draft[] {
  const found = officeList.exec(sentence.letters)
  if (!found || /\d|(?:^|\s)(?:en|ett|tva|tre) \w+$/.test(found[0])) return []
  const body =
    /(arbetsutskott|presidi\w+|beredningsgrupp|ordforandeberedning|ledningsgrupp|styrgrupp|chefsgrupp|kansli)\w*(?: \([A-ZÅÄÖ]+\))?/i.exec(
      sentence.text,
    )
  const items = splitList(sentence.text.slice(found.index, found.index + found[0].length))
  if (items.length < 2) return []
  const subject = body ? body[0].charAt(0).toUpperCase() + body[0].slice(1) : context.subject
  return [
    {
      kind: 'organisation',
      subject,
      attribute: 'sammansättning',
      value: [...items],
      start: found.index,
      end: found.index + found[0].length,
    },
  ]
}

/** Staff: full-time equivalents and heads per office, who employs them, who sits where. */
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
  return [...shares, ...readHeadcounts(sentence, context, shares), ...readEmployer(sentence, context), ...readOfficeList(sentence, context)]
}
