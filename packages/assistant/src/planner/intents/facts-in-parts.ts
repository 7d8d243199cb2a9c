import { answered, type Draft } from '../draft.ts'
import { saidIn } from '../facts/expected.ts'
import type { FactQuestion } from '../facts/fact-question.ts'
import type { Scope } from '../scope.ts'
import { factsFound } from './facts-found.ts'

const asksBoth = /\b(vem|vilk\w+|who|which|what)\b.*\b(och|and)\b.*\b(nar|when|datum|date|vilken dag|vilket ar|what year|which year)\b/
const whenAnd = /\b(nar|when|vilket datum|what date)\b.*\b(och|and)\b.*\b(av vem|av vilken|av vilket|by whom|by which|vem|who)\b/

/** `när beslutades den och av vem`: a question for the day and one for the body. */
const whenAndWho = (scope: Scope, question: FactQuestion): readonly FactQuestion[] => {
  const said = saidIn(scope.frame)
  if (question.expected === 'body' && (whenAnd.test(said) || asksBoth.test(said))) return [{ ...question, expected: 'date' }, question]
  return question.expected === 'date' && asksBoth.test(said) ? [{ ...question, expected: 'body' }, question] : [question]
}

/** `stegförflyttning respektive livskvalitet`: one question for each of the paired words. */
const paired = (scope: Scope, question: FactQuestion): readonly FactQuestion[] => {
  const { frame } = scope
  const joints = frame.words.flatMap(({ token }, at) =>
    at >= frame.clause.from && at < frame.clause.to && /^(respektive|resp|och|and)$/.test(token.folded) ? [at] : [],
  )
  for (const joint of joints) {
    const left = question.words.find(word => word.at === joint - 1)
    const right = question.words.find(word => word.at === joint + 1)
    if (left && right)
      return [
        { ...question, words: question.words.filter(word => word !== right) },
        { ...question, words: question.words.filter(word => word !== left) },
      ]
  }
  return [question]
}

/** Drafts of the parts of one question as one; a part without an answer leaves the whole without one. */
export const joined = (drafts: readonly Draft[]): Draft | undefined => {
  const [first] = drafts
  if (!first || drafts.length === 1) return first
  if (drafts.some(draft => draft.status !== 'answered')) return drafts.find(draft => draft.status !== 'answered')
  return answered(
    'fact',
    [...new Set(drafts.map(({ sentence }) => sentence))].join(' '),
    drafts.flatMap(({ figures }) => figures),
    {
      facts: drafts.flatMap(({ facts: named }) => named ?? []),
      confidence: Math.min(...drafts.map(({ confidence }) => confidence)),
    },
  )
}

/** What the statements of an association tell of a question, each of its parts by itself. */
export const factsInParts = (scope: Scope, association: string, question: FactQuestion): Draft | undefined => {
  const asked = whenAndWho(scope, question)
  const parts = asked.length > 1 ? asked : paired(scope, question)
  const drafts = parts.flatMap(part => factsFound(scope, association, part) ?? [])
  return drafts.length < parts.length ? factsFound(scope, association, question) : joined(drafts)
}
