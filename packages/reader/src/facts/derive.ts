import type { Fact } from '@finsam/domain'

const numberOf = (fact: Fact | undefined): number | undefined => (typeof fact?.value === 'number' ? fact.value : undefined)

/** Board size, where the text says how many each member appoints and how many members there are. */
function deriveBoard(facts: readonly Fact[]): readonly Fact[] {
  const counts = facts.filter(fact => fact.attribute === 'antal medlemmar')
  const members = counts.find(fact => /medlemmar|parter/.test(fact.printed) && fact.printed.length < 60) ?? counts[0]
  const count = numberOf(members)
  if (members === undefined || count === undefined) return []
  return ['ledamöter', 'ersättare'].flatMap(attribute => {
    const each = facts.find(fact => fact.attribute === `${attribute} per medlem`)
    const per = numberOf(each)
    if (!each || per === undefined || facts.some(fact => fact.subject === 'Styrelse' && fact.attribute === attribute)) return []
    return [
      {
        ...each,
        id: `${each.id}-derived`,
        attribute,
        value: per * count,
        qualifier: 'derived',
        context: `${per} per medlem × ${count} medlemmar (${members.source.line}): ${each.context}`,
      },
    ]
  })
}

/** Facts that follow from others of the same document. Their context says how. */
export const deriveFacts = (facts: readonly Fact[]): readonly Fact[] => deriveBoard(facts)
