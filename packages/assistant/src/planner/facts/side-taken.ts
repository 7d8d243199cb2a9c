import { fold } from '../../words/fold.ts'
import { tokenize } from '../../words/tokenize.ts'
import { hasCue } from '../frame.ts'
import type { Scope } from '../scope.ts'
import { saidIn } from './expected.ts'
import type { FactQuestion } from './fact-question.ts'

/** `Alla`, `bara`, `fler än`: what one sentence tells of some may not hold for these. */
const quantified =
  /\b(alla|allt|samtliga|varje|bara|endast|enbart|all|every|each|only|mer|mindre|fler|farre|more|less|fewer|over|under|alltid|always|eller|or)\b/
const negation = /\b(inte|ej|inga|ingen|inget|aldrig|saknas|saknar|varken|not|no|never)\b/g
/** `Inte bara`, `inte minst` deny nothing; `om inte`, `inte forran` deny for a time. */
const denialOfNone = /\binte (bara|minst|enbart|endast|forran)\b|\bom\b.*\binte\b/
const unsure =
  /\b(kan|kanske|eventuell\w*|mojlig\w*|planer\w*|foresla\w*|undersok\w*|utred\w*|bor|om|skulle|delvis|beraknas|forvantas|vantas|bedoms|vill|onskar|hoppas)\b/
const toCome = /\b(ska|skall|kommer att|mal|malet)\b/
const askedAsDone = /^(och |men )?(har|hade|fick|blev|var|did|has|have|had|was|were)\b/
/** `Has it hired …`, `har den anställt …`: an event, which no state tells. */
const askedAsEvent = /^(och |men )?((har|hade|has|have|had) .*\b\w{3,}(at|it|ts|tt|ed|en)|(fick|blev|did|\w{3,}(ades|des|tes)) .*)\b/
const event = /\b(har|hade|blev|fick|\w{3,}(ade|ades|des|tes|ats))\b/
/** `Har X vakanser?` asks of now, `utrymme fanns` tells of then. */
const askedAsNow = /^(och |men )?(ar|har|finns|kan|is|are|does|do|has|have)\b/
const past = /\b(var|fanns|hade|blev|was|were|had)\b/

const numbersOf = (text: string): ReadonlySet<number> =>
  new Set(tokenize(text).flatMap(token => (token.kind === 'number' && token.value !== undefined ? [token.value] : [])))

/**
 * Yes or no, as a sentence that holds every word of the question answers it: no where it denies once, yes where it states without
 * a reservation; undefined where it leaves the side to its reader.
 */
export const sideTaken = ({ frame }: Scope, question: FactQuestion, text: string): boolean | undefined => {
  const [asked, sentence] = [saidIn(frame), fold(text)]
  if (hasCue(frame, 'not') || quantified.test(asked) || denialOfNone.test(sentence)) return undefined
  const told = numbersOf(text)
  if (question.numbers.some(number => !told.has(number))) return undefined
  const denials = sentence.match(negation)?.length ?? 0
  if (denials === 1) return false
  const otherTime =
    (askedAsDone.test(asked) && toCome.test(sentence)) ||
    (askedAsEvent.test(asked) && !event.test(sentence)) ||
    (askedAsNow.test(asked) && past.test(sentence))
  return denials > 1 || unsure.test(sentence) || otherTime ? undefined : true
}
