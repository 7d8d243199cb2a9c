import { plain } from '../labels/plain.ts'
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

/** Each member's share of the contributions, where one sentence tells at least two of them: `50 % ska betalas av staten, 25 % av regionen …`. */
export const readFundingShares: Extractor = sentence => {
  const { letters } = sentence
  if (
    !/region|landsting/.test(letters) ||
    !/kommun|stad/.test(letters) ||
    !/bidra|betala|finansier|medlen|fordelning|svarar for|star for/.test(letters)
  )
    return []
  const matches = [...letters.matchAll(fraction)]
  const drafts = matches.flatMap((match, index): Draft[] => {
    const end = match.index + match[0].length
    const until = matches[index + 1]?.index ?? letters.length
    const previous = index === 0 ? 0 : (matches[index - 1]?.index ?? 0) + (matches[index - 1]?.[0].length ?? 0)
    const after = letters.slice(end, until)
    const before = plain(sentence.text.slice(previous, match.index))
    const follows =
      /^ (?:ska |skall )?(?:\w+ )?(?:betalas |bidras |kommer )?(?:av|fran) /.test(after) &&
      !/^ av (?:medlen|kostnad|bidrag|finansiering)/.test(after)
    const payer = follows ? payerIn(after) : (payerIn(before.split(/,| och (?=kommun|region)/).at(-1) ?? '') ?? payerIn(before))
    if (!payer) return []
    return [
      {
        kind: 'allotment',
        subject: 'Finansiering',
        attribute: `andel från ${payer}`,
        value: shareOf(match.groups ?? {}),
        unit: 'percent',
        start: match.index,
        end,
      },
    ]
  })
  return new Set(drafts.map(draft => draft.attribute)).size >= 2 ? drafts : []
}
