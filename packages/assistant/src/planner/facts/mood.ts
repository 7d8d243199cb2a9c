import { fold } from '../../words/fold.ts'
import type { KnownFact } from './fact-index.ts'

/** In which sense a number is meant: as it is or came out, as it will be by plan or goal, as it should be, as it may be at most, or as somebody applied for it. */
export type Mood = 'outcome' | 'planned' | 'goal' | 'limit' | 'applied'

const levelSaid = /\b(ska|skall|bor) (ligga|vara|uppga|hallas|motsvara)\b/
const goalAsked =
  /\b(mal|malet|malen|malniva\w*|malvard\w*|malsattning\w*|delmal\w*|maltal\w*|sikta\w*|stravar|ambition\w*|goal|goals|target|targets|aim|aims|objective|objectives)\b/
const plannedAsked =
  /\b(ska|skall|skulle|bor|tankt|minst|forvanta\w*|vanta\w*|planera\w*|should|supposed|meant|intended|at least|shall|will|expected|planned)\b/
const limitAsked =
  /\b(tak|taket|tak\w*niva|sparr\w*|tioprocent\w*|grans|gransen|granser|gransvarde\w*|som mest|hogst|hogsta|maximal\w*|far|tillats?|ceiling|cap|limit\w*|at most|maximum|max|may|allowed|brake)\b/
const appliedAsked = /\b(sokt\w*|sokte|soker|ansok\w*|begar\w*|apply|applied|requested|sought|asked for|application)\b/

/** The sense in which a clause asks. */
export const moodAsked = (said: string, topics: readonly string[]): Mood => {
  const text = fold(said)
  if (appliedAsked.test(text)) return 'applied'
  if (topics.some(topic => topic === 'limit' || topic === 'ceiling') || limitAsked.test(text)) return 'limit'
  if (outcomeOfGoal.test(text)) return 'outcome'
  if (topics.includes('goal') || goalAsked.test(text)) return 'goal'
  return plannedAsked.test(text) ? 'planned' : 'outcome'
}

/** `Vilket utfall fick målet om …`: what came of a goal. */
const outcomeOfGoal =
  /\b(vilket|vad|hur|what|which|how)\b.*\b(utfall\w*|outcome|resultat(et)?|result|achieved|gick)\b.*\b(mal|malet|malen|goals?|targets?)\b/

const goalSaid = /\b(mal|malet|malen|malsattning\w*|ska|skall|bor)\b/
const limitSaid = /\b(som mest|hogst|maximalt?|sparr\w*|tak|taket|inte overstiga)\b/
const appliedSaid = /\b(sokt|sokte|soker|ansokt|ansokte|ansokan|begart|begarde|begar)\b/
const ofMeasure: ReadonlySet<string> = new Set(['share', 'statistic', 'allotment', 'amount', 'target', 'policy'])

/** Whether a fact is of a kind that has goals and limits. */
export const isMeasured = (fact: KnownFact): boolean => ofMeasure.has(fact.kind)

/** The sense of a fact, by its kind and by the words before its value; none for what is said in words. */
export const moodOf = (fact: KnownFact, before: string): Mood | undefined => {
  if (typeof fact.value === 'string' || Array.isArray(fact.value) || !ofMeasure.has(fact.kind)) return undefined
  const said = fold(`${before} ${fact.printed}`)
  if (appliedSaid.test(fold(`${before} ${fact.attribute}`))) return 'applied'
  if (fact.kind === 'policy' || /^(sparr|tak)\b/.test(fold(fact.attribute)) || (fact.qualifier === 'max' && limitSaid.test(said)))
    return 'limit'
  if (fact.kind === 'amount') return levelSaid.test(said) ? 'goal' : 'outcome'
  return fact.kind === 'target' || goalSaid.test(said) ? 'goal' : 'outcome'
}

/** Whether a fact, meant in its sense, answers a question asked in another. */
export const answersMood = (asked: Mood, fact: KnownFact, before: string): boolean => {
  if (fact.qualifier === 'from' && asked !== 'outcome') return false
  const meant = moodOf(fact, before)
  if (asked === 'planned') return meant !== 'applied' && meant !== 'limit'
  return meant === undefined || asked === meant || (asked === 'goal' && meant === 'limit' && fact.kind === 'policy')
}
