import type { Fact, Finding } from '@finsam/domain'
import { type Check, found } from './finding-context.ts'

/** Attributes that have one true value in a document. */
const single = new Set(['ledamöter', 'ersättare', 'antal medlemmar', 'egna anställda', 'bildat', 'utser, ledamöter', 'utser, ersättare'])
const isSingle = (fact: Fact): boolean =>
  single.has(fact.attribute) ||
  (fact.subject === 'Målgrupp' && fact.attribute === 'ålder') ||
  (fact.subject === 'Finansiering' && fact.attribute.startsWith('andel från '))

/** A number of members counted in an enumeration, which may leave some out, contradicts nothing. */
const isCounted = (fact: Fact): boolean =>
  fact.attribute === 'antal medlemmar' && !/(?:medlem|part|huvudm)\S*$/i.test(fact.printed.replace(/[.:,]$/, ''))

const sameValue = (a: Fact, b: Fact): boolean =>
  JSON.stringify(a.value) === JSON.stringify(b.value) ||
  (typeof a.value === 'string' && typeof b.value === 'string' && (a.value.startsWith(b.value) || b.value.startsWith(a.value)))

const text = (fact: Fact): string =>
  typeof fact.value === 'object' && !Array.isArray(fact.value) ? `${fact.value.from}–${fact.value.to}` : String(fact.value)

/** Finds two places of the prose that say different things of what can only be one: the size of the board, the members, the target group's age. */
export const checkDisagreement: Check = ({ facts }) => {
  const first = new Map<string, Fact>()
  const findings: Finding[] = []
  for (const fact of facts) {
    if (!isSingle(fact) || fact.qualifier === 'derived' || isCounted(fact)) continue
    const key = `${fact.subject}|${fact.attribute}`
    const before = first.get(key)
    if (!before) first.set(key, fact)
    else if (!sameValue(before, fact))
      findings.push({
        code: 'texts-disagree',
        severity: 'warning',
        parameters: { subject: fact.subject, attribute: fact.attribute, first: text(before), second: text(fact) },
        arithmetic: `${text(before)} ≠ ${text(fact)}`,
        at: fact.source,
        others: [before.source],
      })
  }
  return found(findings)
}
