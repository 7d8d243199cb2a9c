import type { Fact } from '@finsam/domain'
import type { Sentence } from './sentence.ts'

const numberOf = (fact: Fact | undefined): number | undefined => (typeof fact?.value === 'number' ? fact.value : undefined)

/** Board size, where the text says how many each member appoints and how many members there are. */
function deriveBoard(facts: readonly Fact[]): readonly Fact[] {
  const counts = facts.filter(fact => fact.attribute === 'antal medlemmar')
  const members = counts.find(fact => /medlemmar|parter/.test(fact.printed) && fact.printed.length < 60) ?? counts[0]
  const count = numberOf(members)
  if (members === undefined || count === undefined) return []
  return ['ledamöter', 'ersättare'].flatMap(attribute => {
    const each = facts.find(fact => fact.attribute === `utser, ${attribute}`)
    const per = numberOf(each)
    if (!each || per === undefined || facts.some(fact => fact.subject === 'Styrelse' && fact.attribute === attribute)) return []
    return [
      {
        ...each,
        id: `${each.id}-derived`,
        subject: 'Styrelse',
        attribute,
        value: per * count,
        qualifier: 'derived',
        context: `${per} per medlem × ${count} medlemmar (${members.source.line}): ${each.context}`,
      },
    ]
  })
}

const money = new Set(['kr', 'tkr', 'mnkr'])
const remainder = /^(?:ovriga medel|resterande|aterstaende|resten|aterstoden)\b/
const split = /^av |\b(?:darav|varav)\b/

/** `Av 299 tkr ska 200 tkr överföras. Övriga medel …`: what is left, where the next sentence speaks of it. */
function deriveRemainder(facts: readonly Fact[], sentences: readonly Sentence[]): readonly Fact[] {
  return sentences.flatMap((sentence, index): Fact[] => {
    const before = sentences.slice(Math.max(0, index - 2), index).filter(each => each.block === sentence.block)
    if (!remainder.test(sentence.letters) || !before.some(each => split.test(each.letters))) return []
    const [whole, part, more] = facts.filter(fact => money.has(fact.unit ?? '') && before.some(each => each.text === fact.context))
    const [all, some] = [numberOf(whole), numberOf(part)]
    if (!whole || !part || more || all === undefined || some === undefined || whole.unit !== part.unit || some > all) return []
    const source = { ...whole.source, line: sentence.lineAt(0), text: sentence.text }
    const attribute = sentence.text.replace(/\.$/, '')
    const context = `${all} − ${some} ${whole.unit}: ${sentence.text}`
    return [
      { ...whole, id: `${whole.id}-rest`, attribute, value: all - some, qualifier: 'derived', printed: sentence.text, context, source },
    ]
  })
}

/** Facts that follow from others of the same document. Their context says how. */
export const deriveFacts = (facts: readonly Fact[], sentences: readonly Sentence[]): readonly Fact[] => [
  ...deriveBoard(facts),
  ...deriveRemainder(facts, sentences),
]
