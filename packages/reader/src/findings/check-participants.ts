import type { Fact, Finding } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import { type Check, type FindingContext, found } from './finding-context.ts'

const told: readonly RegExp[] = [
  /(?:deltog|deltagit) (?:sammanlagt |totalt )?(?:\d[\d ]*|\w+) (?:personer|deltagare|individer) i (?:insatserna|(?:forbundets|vara|de) (?:\w+ )?insatser)\b/,
  /^(?:det totala )?antalet deltagare (?:under aret |under 20\d\d |i forbundets insatser |i insatserna )?(?:var|uppgick till|blev|ar)\b/,
  /^totalt (?:deltog|har) (?:\d[\d ]*|\w+) (?:personer|deltagare|individer)\b/,
]

/** Whose number of participants a fact is, and when: all of the association's in a year. */
function yearOf(fact: Fact, context: FindingContext): number | undefined {
  const letters = plain(fact.context)
  if (typeof fact.value !== 'number' || !/^(?:persons|participants|count)$/.test(fact.unit ?? '') || !told.some(each => each.test(letters)))
    return undefined
  const start = letters.indexOf(plain(fact.printed))
  if (start < 0 || /varav|jamfort|\bmot\b|kvinnor|\bman\b|malet|minst/.test(letters)) return undefined
  const years = [...new Set(letters.match(/\b20\d\d\b/g) ?? [])].map(Number)
  return years.length === 0 ? context.fiscalYear : years.length === 1 ? years[0] : undefined
}

/** Finds two places of the prose that tell different numbers of participants in all initiatives of one year. */
export const checkParticipants: Check = context => {
  const first = new Map<number, Fact>()
  const findings: Finding[] = []
  for (const fact of context.facts) {
    const year = yearOf(fact, context)
    if (year === undefined) continue
    const before = first.get(year)
    if (!before) first.set(year, fact)
    else if (before.value !== fact.value && before.context !== fact.context)
      findings.push({
        code: 'texts-disagree',
        severity: 'warning',
        parameters: { subject: `Insatser ${year}`, attribute: 'deltagare', first: String(before.value), second: String(fact.value) },
        arithmetic: `${String(before.value)} ≠ ${String(fact.value)}`,
        at: fact.source,
        others: [before.source],
      })
  }
  return found(findings)
}
