import { associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft } from '../draft.ts'
import { saidIn } from '../facts/expected.ts'
import type { KnownFact } from '../facts/fact-index.ts'
import { quoted } from '../facts/fact-sentence.ts'
import { tell } from '../facts/tell-fact.ts'
import type { Scope } from '../scope.ts'
import { asksWhichGoals, negated } from './goals-reached.ts'

/** `Bedömning: nås inte, prognosen är 27 procent.` behind the goal in its own line. */
const judgement = /\b(?:bedomning|assessment)(?:en)?\s*[:–-]\s*(.+)$/
const missed = /^(?:malet )?(?:\w+ )?(?:inte|ej|not)\b/

interface Judged {
  readonly goal: KnownFact
  readonly missed: boolean
}

const judgedIn = (fact: KnownFact): readonly Judged[] => {
  const said = judgement.exec(fold(fact.source.text))?.[1]
  const isJudged = said !== undefined && fact.kind === 'target' && !judgement.test(fold(fact.context))
  return isJudged ? [{ goal: fact, missed: missed.test(said) }] : []
}

/** `Vilka mål väntas inte nås?`, where each goal of the document is followed by what is thought of it: those that it says will be missed. */
export const goalsJudged = (scope: Scope): Draft | undefined => {
  const { library, language } = scope
  const [association] = scope.associations
  if (association === undefined || scope.associations.length !== 1 || !asksWhichGoals(scope) || !negated.test(saidIn(scope.frame)))
    return undefined
  const years = scope.frame.points.flatMap(({ time }) => (time ? [time.year] : []))
  const all = library.facts
    .filter(fact => fact.association === association)
    .filter(({ document }) => years.length === 0 || years.includes(library.document(document)?.fiscalYear ?? 0))
    .flatMap(judgedIn)
  const found = all.filter(one => one.missed).map(({ goal }) => goal)
  if (all.length < 2 || found.length === 0 || new Set(all.map(({ goal }) => goal.document)).size !== 1) return undefined
  const list = found.map(goal => quoted(goal.context.replace(/[.\s]+$/, ''), language)).join('; ')
  const name = associationWords(library, association)
  const told = found.map(goal => tell(scope, goal))
  const sentence = language === 'sv' ? `Bedöms inte nås (${name}): ${list}.` : `Not expected to be reached (${name}): ${list}.`
  return answered(
    'fact-goals',
    sentence,
    told.flatMap(({ figures }) => figures),
    {
      facts: told.flatMap(({ facts }) => facts),
      confidence: 0.85,
    },
  )
}
