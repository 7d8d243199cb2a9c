import type { Draft, Extractor } from './draft.ts'

const fraction =
  /(?:(?<percent>\d{1,2}(?:,\d)?) ?(?:%|procent)|(?<half>halften)|(?<quarter>(?:en |resterande |ovriga )?fjardedel)|(?<third>en tredjedel))/g
const payers: readonly (readonly [RegExp, string])[] = [
  [/staten|forsakringskassa|arbetsformedling/, 'staten'],
  [/region|landsting/, 'regionen'],
  [/kommun|\bstad\b/, 'kommunerna'],
]
const shareOf = (groups: Record<string, string | undefined>): number =>
  groups.half !== undefined
    ? 50
    : groups.quarter !== undefined
      ? 25
      : groups.third !== undefined
        ? 100 / 3
        : Number((groups.percent ?? '0').replace(',', '.'))

const payerIn = (letters: string): string | undefined => payers.find(([pattern]) => pattern.test(letters))?.[1]

/** Who pays a share: named right after it (`25 % av regionen`), else in the clause before it. */
function payerOf(before: string, after: string): string | undefined {
  const follows =
    /^ (?:ska |skall )?(?:\w+ )?(?:betalas |bidras |kommer )?(?:av|fran) /.test(after) &&
    !/^ av (?:medlen|kostnad|bidrag|finansiering)/.test(after)
  return follows ? payerIn(after) : (payerIn(before.split(/,| och (?=kommun|region)/).at(-1) ?? '') ?? payerIn(before))
}

const tellsFunding = (letters: string): boolean =>
  /region|landsting/.test(letters) &&
  /kommun|stad/.test(letters) &&
  /bidra|betala|finansier|medlen|fordelning|svarar for|star for/.test(letters)

/** Each member's share of the contributions, where one sentence tells at least two of them: `50 % ska betalas av staten, 25 % av regionen …`. */
export const readFundingShares: Extractor = ({ letters }) => {
  if (!tellsFunding(letters)) return []
  const matches = [...letters.matchAll(fraction)]
  const drafts = matches.flatMap((match, index): Draft[] => {
    const [last, next] = [matches[index - 1], matches[index + 1]]
    const end = match.index + match[0].length
    const before = letters.slice(last ? last.index + last[0].length : 0, match.index)
    const payer = payerOf(before, letters.slice(end, next?.index ?? letters.length))
    const about = { kind: 'allotment', subject: 'Finansiering', unit: 'percent', start: match.index, end }
    return payer ? [{ ...about, attribute: `andel från ${payer}`, value: shareOf(match.groups ?? {}) }] : []
  })
  return new Set(drafts.map(draft => draft.attribute)).size >= 2 ? drafts : []
}
