import { isMoney } from '@finsam/domain'
import { leavesOf } from '../../answer/wording.ts'
import { tokenize } from '../../words/tokenize.ts'
import type { Draft } from '../draft.ts'
import type { Scope } from '../scope.ts'
import { bestFact } from './best-fact.ts'
import { saidIn } from './expected.ts'
import { factQuestionOf } from './fact-question.ts'
import { findFacts } from './find-facts.ts'
import { tellsOfPeople } from './vocabulary.ts'

const byName: ReadonlySet<string> = new Set(['look-up', 'volumes', 'total', 'share', 'portion', 'per-unit'])
const people: ReadonlySet<string> = new Set(['participants', 'persons', 'meetings', 'contacts', 'count'])

const toWork =
  /\b(fick|fatt|far|gick|gatt|gar|kom|got|get|went|found|find|entered)\b(?: \w+){0,3} (arbete|jobb|anstallning|studier|utbildning|work|jobs?|studies|education)\b/

/** Who sits on the board or works at the office is no participant. */
const ofBody = /^(styrel|kansli|board)/

/** `Hur stor andel i X har gjort en stegförflyttning?`: what X costs is no share of people. */
const sharesMoney = (scope: Scope, draft: Draft): boolean =>
  draft.intent === 'share' &&
  draft.figures.every(({ calculation }) => leavesOf(calculation).every(({ result }) => isMoney(result.unit))) &&
  scope.associations.some(association => {
    const question = factQuestionOf(scope)
    return (
      question.words.some(({ stems }) => tellsOfPeople(stems)) &&
      bestFact(findFacts(scope, association, { ...question, expected: 'percent' }).found).best !== undefined
    )
  })

/** Whether a number of people was found by name alone, and the question says more of them: `av deltagarna i X gick vidare till arbete`. */
export const tellsLess = (scope: Scope, draft: Draft): boolean => {
  if (!byName.has(draft.intent) || draft.figures.length === 0 || draft.placed !== undefined) return false
  if (sharesMoney(scope, draft)) return true
  if (!draft.figures.every(({ calculation }) => leavesOf(calculation).some(({ result }) => people.has(result.unit)))) return false
  const { frame } = scope
  if (toWork.test(saidIn(frame))) return true
  const inSlots = new Set([...frame.slots, ...frame.targets].flatMap(({ tokens }) => tokens))
  const labels = new Set(
    draft.figures.flatMap(({ calculation, label }) => tokenize(label ?? calculation.label[scope.language]).map(({ stem }) => stem)),
  )
  if (factQuestionOf(scope).words.some(({ stems }) => stems.some(stem => ofBody.test(stem) && !labels.has(stem)))) return true
  return factQuestionOf(scope).words.some(
    ({ at, weight, stems }) => weight === 1 && !inSlots.has(at) && tellsOfPeople(stems) && !stems.some(stem => labels.has(stem)),
  )
}
