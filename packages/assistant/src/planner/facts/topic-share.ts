import { topicOf } from '../../lexicon/lexicon.ts'
import { fold } from '../../words/fold.ts'
import type { KnownFact } from './fact-index.ts'

/** How much a fact is of the topics that a question names: by its kind, or by the words of its subject and attribute. */
export const topicShare = (fact: KnownFact, topics: readonly string[]): number => {
  const about = fold(`${fact.subject} ${fact.attribute}`)
  const attribute = fold(fact.attribute)
  const scores = topics.flatMap(id => {
    const topic = topicOf(id)
    if (!topic || topic.facts.length === 0) return []
    if (topic.unit === 'persons' && fact.unit !== undefined && !['persons', 'count'].includes(fact.unit)) return [0]
    if (topic.facts.some(word => attribute.startsWith(word) || fold(fact.subject).startsWith(word))) return [1]
    if (id === 'employees' && fact.kind === 'staffing') return [0.7]
    return [topic.facts.some(word => about.includes(` ${word}`)) ? 0.7 : topic.kinds.includes(fact.kind) ? 0.4 : 0]
  })
  return scores.length === 0 ? 0 : Math.max(...scores)
}
