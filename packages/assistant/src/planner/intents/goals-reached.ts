import { associationWords } from '../../answer/wording.ts'
import { fold } from '../../words/fold.ts'
import { answered, type Draft } from '../draft.ts'
import { saidIn } from '../facts/expected.ts'
import type { KnownFact } from '../facts/fact-index.ts'
import { quoted } from '../facts/fact-sentence.ts'
import { goalWords, levelsInBrackets, levelsOf } from '../facts/goal-words.ts'
import { tell } from '../facts/tell-fact.ts'
import { topicsOf } from '../frame.ts'
import type { Scope } from '../scope.ts'

const asked =
  /\b(vilka|vilket|hur manga|which|what|how many)\b.*\b(mal|malen|malet|delmal\w*|goals?|targets?)\b.*\b(na|nas|nadd\w*|natt|uppna\w*|uppfyll\w*|klara\w*|met|reached|achieved|missed|missade\w*|fulfilled)\b/
export const negated = /\b(inte|ej|not|missed|missade\w*|icke)\b/
const undecided = /\b(delvis|partly|beraknas|bedoms|vantas|forvantas|pagar)\b/
const isJudgement = ({ attribute }: KnownFact): boolean => attribute.startsWith('måluppfyllelse, ')
const isMissed = ({ value }: KnownFact): boolean => negated.test(fold(String(value)))

/** Whether a clause asks which goals are met: a goal answers, and no other number of its page. */
export const asksWhichGoals = (scope: Scope): boolean => asked.test(saidIn(scope.frame)) && topicsOf(scope.frame).includes('goal')
/** Whether a statement is a goal, or how far one was met. */
export const isOfGoal = (fact: KnownFact): boolean => fact.kind === 'target' || isJudgement(fact)

/** `Vilka mål nåddes inte?`: the goals that the document judges so, each with its level and what came out. */
export const goalsReached = (scope: Scope): Draft | undefined => {
  const said = saidIn(scope.frame)
  const [association] = scope.associations
  if (association === undefined || scope.associations.length !== 1 || !asksWhichGoals(scope)) return undefined
  const all = scope.library.facts.filter(fact => fact.association === association)
  const judged = all.filter(fact => isJudgement(fact) && !undecided.test(fold(String(fact.value))))
  const years = scope.frame.points.flatMap(({ time }) => (time ? [time.year] : []))
  const ofYear = judged.filter(({ document }) => years.length === 0 || years.includes(scope.library.document(document)?.fiscalYear ?? 0))
  const documents = new Set(ofYear.map(({ document }) => document))
  if (ofYear.length < 2 || documents.size !== 1) return undefined
  const wantsMissed = negated.test(said)
  const found = ofYear.filter(fact => isMissed(fact) === wantsMissed)
  const levels = found.flatMap(fact => levelsOf(fact, all).flatMap(level => tell(scope, level).figures))
  const counts = /\b(hur manga|how many)\b/.test(said)
  return answered('fact-goals', sentenceOf(scope, association, { found, all, of: ofYear.length, wantsMissed }), counts ? [] : levels, {
    facts: found.flatMap(fact => tell(scope, fact).facts),
    ...(counts ? { inputs: levels } : {}),
    confidence: 0.85,
  })
}

interface Listed {
  readonly found: readonly KnownFact[]
  readonly all: readonly KnownFact[]
  readonly of: number
  readonly wantsMissed: boolean
}

const sentenceOf = ({ language, library }: Scope, association: string, { found, all, of, wantsMissed }: Listed): string => {
  const name = associationWords(library, association)
  const list = found
    .map(fact => {
      const levels = levelsOf(fact, all)
      return `${quoted(goalWords(fact, levels), language)}${levelsInBrackets(levels, language)}`
    })
    .join('; ')
  const sv = `${found.length} av ${of} mål ${wantsMissed ? 'nåddes inte' : 'nåddes'} (${name})`
  const en = `${found.length} of ${of} goals ${wantsMissed ? 'were not reached' : 'were reached'} (${name})`
  return `${language === 'sv' ? sv : en}${list === '' ? '' : `: ${list}`}.`
}
