import { unitsAsked } from '../frame.ts'
import { mainTargets } from '../main-targets.ts'
import type { Scope } from '../scope.ts'
import { type Expected, saidIn } from './expected.ts'
import type { FactQuestion } from './fact-question.ts'

const numeric: ReadonlySet<Expected> = new Set(['percent', 'count', 'number', 'money', 'any', 'fte'])
const comparing =
  /\b(compare[sd]?|jamfor\w*|skillnad\w*|skiljer|differences?|differs?|(?:higher|lower|more|less|fewer|hogre|lagre|fler|farre|mer|mindre) (?:than|an))\b/

/** A name alone, with a scenario or an amount, asks for a figure; percentage points are worked out, never told. */
export const asksTelling = (scope: Scope, question: FactQuestion): boolean => {
  if (unitsAsked(scope.frame).includes('percentage_points')) return false
  if (numeric.has(question.expected) && comparing.test(saidIn(scope.frame))) return false
  const open = question.expected === 'any' || question.expected === 'number' || question.expected === 'money'
  return !open || question.topics.length > 0 || question.words.some(({ weight }) => weight === 1)
}

/** An amount, asked for without any word of the prose: the tables have it, or nothing. */
export const asksAmount = ({ frame }: Scope, { expected, topics }: FactQuestion): boolean =>
  topics.length === 0 && (expected === 'money' || expected === 'number' || (expected === 'any' && mainTargets(frame).length > 0))

/** An amount of what every association has, as `hur mycket är administrationen`: without an association it is asked back, not looked for in the prose. */
export const ofAnyAssociation = (scope: Scope, question: FactQuestion): boolean => {
  const ofConcepts = new Set(
    scope.frame.targets.flatMap(({ links, tokens }) => (links.some(({ meaning }) => meaning.kind === 'concept') ? tokens : [])),
  )
  return asksAmount(scope, question) && question.words.every(({ at, weight }) => weight < 1 || ofConcepts.has(at))
}

const leading: ReadonlySet<string> = new Set([
  'age',
  'person',
  'employer',
  'employees',
  'board-members',
  'deputies',
  'decided',
  'formed',
  'closed',
  'org-number',
  'staffing',
  'vision',
  'manager',
  'chair',
  'meetings',
  'goal',
  'frequency',
  'target-group',
  'predecessors',
  'ceiling',
  'limit',
])
const inWords: ReadonlySet<string> = new Set([
  'list',
  'name',
  'body',
  'why',
  'frequency',
  'duration',
  'date',
  'range',
  'place',
  'law',
  'fte',
  'degree',
])

/** Cues that say of which time a figure is. */
const timeCues: ReadonlySet<string> = new Set(['full-year', 'half-year', 'interim', 'opening', 'closing', 'period-budget'])

/** Words that no figure of the question accounts for, so that the prose is asked before the tables. */
export const beyondFigures = (scope: Scope, question: FactQuestion): boolean => {
  const timed = scope.frame.marks.filter(({ meaning }) => meaning.kind === 'cue' && timeCues.has(meaning.id))
  const inSlots = new Set([...scope.frame.slots, ...timed].flatMap(({ tokens }) => tokens))
  return question.words.some(word => word.weight >= 1 && word.topics.length === 0 && !inSlots.has(word.at))
}

/** Whether the question's own topics or kind ask for what only prose tells. */
export const asksForProse = (question: FactQuestion): boolean =>
  question.topics.some(topic => leading.has(topic)) || inWords.has(question.expected)
