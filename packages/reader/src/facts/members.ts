import { plain } from '../labels/plain.ts'
import type { Draft, Extractor, FactContext } from './draft.ts'
import { municipalityName, splitList } from './names.ts'
import { numberWordPattern, parseNumber } from './number-words.ts'
import type { Sentence } from './sentence.ts'

const opening =
  /(?:medlemmar|huvudman)(?:na)?(?:\s+(?:i\s+\S+\s+)?(?:ar|utgors av|bestar av))?\s*:?\s|(?:bestar|utgors|bildas) av|\bags (?:\w+ )?av|mellan|omfattar|samlar|bildats? av|med(?=\s+arbetsformedlingen|\s+forsakringskassan|\s+region)/g
const isMember = (letters: string): boolean =>
  /forsakringskassa|arbetsformedling|^region\b|regionen$|landsting|kommun|\bstad\b|^staten\b/.test(letters)
const closing = /\s(?:som medlem|i enlighet|i syfte|enligt|är medlem|vilka|samverkar)|[.](?:\s|$)|\s-\s/u

/** `länets tio kommuner`: how many municipalities are counted without being named. */
const counted = new RegExp(`(?<count>\\d+|${numberWordPattern}) (?:\\w+ )?kommuner`)

function memberOf(part: string, municipal: boolean, context: FactContext): string | undefined {
  const bare = part
    .replace(/^(?:av\s+)?(?:\p{L}+\s+)?(?:medlemmar|parter)(?:na)?\s+/iu, '')
    .replace(/^(?:(?:samt|av|och)\s+)?(?:de\s+)?(?:\p{L}+\s+)?(?:kommunerna|kommuner|kommunen):?\s+/iu, '')
    .replace(/^(?:samt|av|de)\s+/iu, '')
    .trim()
  const known = context.memberNames.get(plain(bare))
  if (known) return known
  if (isMember(plain(bare)) && bare.split(' ').length <= 5) return bare
  return municipal && /^\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?$/u.test(bare) ? municipalityName(bare) : undefined
}

/** Up to the last name of an enumeration that is no municipality's. */
const otherMembers = /^.*(?:\p{L}*(?:kassan|förmedlingen)|\bRegion\s\p{Lu}[\p{L}-]+|Staten)(?:,\s|\s(?:och|samt)\s)/u

/** `Habo, Jönköpings och Vaggeryds kommuner` → `Habo kommun, Jönköpings kommun och Vaggeryds kommun`. */
const spellOutMunicipalities = (list: string): string =>
  list
    .replace(/(?:(?:Region\s)?\p{Lu}[\p{L}-]+(?:,\s|\s(?:och|samt)\s))+\p{Lu}[\p{L}-]+(?=\skommuner\b)/gu, names => {
      const others = otherMembers.exec(names)?.[0] ?? ''
      return others + names.slice(others.length).replace(/\p{Lu}[\p{L}-]+/gu, '$& kommun')
    })
    .replace(/kommun kommuner/g, 'kommun')

function readMembers(list: string, context: FactContext): readonly string[] {
  let municipal = false
  const members: string[] = []
  for (const part of splitList(spellOutMunicipalities(list).replace(/:\s/g, ' '))) {
    if (/kommuner(?:na)?\b/i.test(part)) municipal = true
    const member = memberOf(part, municipal, context)
    if (member !== undefined && !members.includes(member)) members.push(member)
    else if (member === undefined && !/kommun/i.test(part)) break
  }
  return members
}

function factsOf(members: readonly string[], sentence: Sentence, start: number, end: number, context: FactContext): Draft[] {
  const about = { kind: 'organisation', subject: context.associationName, start, end }
  const spoken = counted.exec(plain(sentence.text.slice(start, end)))
  const named = members.filter(member => !/kommuner/i.test(member))
  const extra =
    spoken?.groups?.count && !/kommuner(?:na)? [A-ZÅÄÖ]/.test(sentence.text.slice(start, end))
      ? parseNumber(spoken.groups.count)
      : undefined
  const count = extra === undefined ? named.length : named.filter(name => !/kommun$|stad$/i.test(name)).length + extra
  return [
    { ...about, attribute: 'medlemmar', value: [...members] },
    { ...about, attribute: 'antal medlemmar', value: count, unit: 'count', basis: `antalet i uppräkningen: ${members.join(', ')}` },
  ]
}

/** The members, where a sentence names the state's agency and a region or municipality side by side. */
export const readMemberList: Extractor = (sentence, context) => {
  if (
    !/forsakringskassa|arbetsformedling/.test(sentence.letters) ||
    !/medlem|huvudman|(?:bestar|utgors|bildas) av|\bags (?:\w+ )?av|mellan|parter|omfattar|samlar/.test(sentence.letters)
  )
    return []
  for (const match of sentence.letters.matchAll(opening)) {
    const start = match.index + match[0].length
    const rest = sentence.text.slice(start)
    const stop = closing.exec(rest)?.index ?? rest.length
    const list = rest.slice(0, stop).replace(/^(?:\s*:)?\s*/, '')
    const members = readMembers(list, context)
    const kinds = members.map(plain)
    if (kinds.some(name => /^kommuner(?:na)?$/.test(name))) continue
    if (
      members.length >= 3 &&
      kinds.some(name => /forsakringskassa|arbetsformedling|staten/.test(name)) &&
      kinds.some(name => /region|kommun|stad|landsting/.test(name))
    )
      return factsOf(members, sentence, start, start + stop, context)
  }
  return []
}
