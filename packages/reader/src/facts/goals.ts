import { calendarYear } from '@finsam/domain'
import { plain } from '../labels/plain.ts'
import { comparedYear } from './compared-year.ts'
import type { Draft, Extractor, FactContext } from './draft.ts'
import { goalJudged, outcomeOpening } from './outcome-words.ts'
import { attributeAround } from './phrases.ts'
import { findQuantities } from './quantity-mention.ts'
import type { Sentence } from './sentence.ts'
import { isEarlierSide, isLaterSide, sides } from './sides.ts'

const goalHeading =
  /^\W*(?:\d[\d.]*\s+)?(?:[a-z]\.\s+)?(?:m[a]?l\b(?! ?omraden)|delmal|finansiella mal|verksamhetsmal|forvantade resultat|inriktning och (?:del)?mal|malsattning|effektmal|goals?\b|objectives?\b)/
const goalOpening = /^(?:mal|delmal|malet|goal)\b[^:]{0,30}:/

const past = /\b(?:deltog|hade|fick|gick|uppnadde|avslutade|avslutades|var|blev|uppgick|okade|minskade|startade|genomfordes|har deltagit)\b/

/** What happened in another year than the goals are for is a result, wherever it stands. */
function tellsResult(sentence: Sentence, context: FactContext): boolean {
  if (/\b(?:ska|skall|malet|mal|minst|hogst|bor|berakn\w*|forvant\w*)\b/.test(sentence.letters) || !past.test(sentence.letters))
    return false
  const year = yearIn(sentence.letters)
  return year !== undefined && year !== goalYear(sentence, context)
}

/** Goals stand under a heading that says so, or after the word itself. */
export function isGoal(sentence: Sentence): boolean {
  const near = sentence.headings.at(-1) ?? ''
  return (
    goalOpening.test(sentence.letters) ||
    goalHeading.test(plain(near)) ||
    sentence.headings.some(title => /inriktning och delmal/.test(plain(title)))
  )
}

const yearIn = (text: string): number | undefined => {
  const years = [...new Set(text.match(/\b20\d\d\b/g) ?? [])]
  return years.length === 1 ? Number(years[0]) : undefined
}

/** The year a goal is for: its heading's, else the document's. */
function goalYear(sentence: Sentence, context: FactContext): number | undefined {
  return yearIn(sentence.headings.at(-1) ?? '') ?? context.fiscalYear
}

/** What a goal is about: a name in capitals or an initiative in it, else the grammatical subject. */
function goalSubject(sentence: Sentence, context: FactContext): string {
  const name =
    /(?:^|\s)((?:\p{Lu}[\p{L}\d]*\p{Lu}[\p{L}\d]*|[\p{Lu}]{2,})(?:-\p{L}+)?(?:\s\p{Lu}\p{Ll}+|\s(?=\p{Ll}+utbildning|\p{Ll}+insats)\p{Ll}+)?)/u.exec(
      sentence.text,
    )?.[1]
  return name && name.length > 2 ? name : context.subject === context.associationName ? context.topic : context.subject
}

function quantified(sentence: Sentence, subject: string, period: Draft['period']): Draft[] {
  const { letters } = sentence
  return findQuantities(letters)
    .flatMap(mention => sides(sentence, mention))
    .filter(mention => comparedYear(letters, mention.start) === undefined && !isEarlierSide(letters, mention))
    .filter(
      mention =>
        !mention.word || mention.unit !== 'count' || mention.start === 0 || /^(?:minst|hogst)/.test(sentence.letters.slice(mention.start)),
    )
    .filter(mention => !(mention.unit === 'years' || mention.unit === 'months'))
    .map(mention => ({
      kind: 'target',
      subject,
      attribute: attributeAround(sentence, mention.whole ?? mention),
      value: mention.value,
      unit: mention.unit,
      qualifier: mention.qualifier ?? (isLaterSide(letters, mention) ? 'to' : isMore(letters, mention.end) ? 'increase' : 'exact'),
      ...(period ? { period } : {}),
      start: mention.start,
      end: mention.end,
    }))
}

/** `30 % fler`. */
const isMore = (letters: string, at: number): boolean => /\bfler\b/.test(letters.slice(at, at + 8))

/** `ska öka`, `Ökad …`, `ska minska`. */
function direction(letters: string): 'increase' | 'decrease' | undefined {
  if (/^(?:okad|hojd|fler|forbattrad)\b|(?:ska|skall|maste) (?:\w+ )?oka\b/.test(letters)) return 'increase'
  return /^(?:minskad|sankt|farre)\b|(?:ska|skall|maste) (?:\w+ )?minska\b/.test(letters) ? 'decrease' : undefined
}

const opensGoals =
  /^(?:forvantade resultat|(?:verksamhets)?mal(?:en|et)?\b[^.]{0,60}|effektmal|[^.]{0,80}\b(?:\w*mal|malen|malsattningar)\b[^.]{0,40})\s?:$/

/** `Förväntade resultat:` and the sentences that follow it under the same heading. */
function followsGoalOpening(sentence: Sentence, context: FactContext): boolean {
  for (let index = context.index - 1; index >= Math.max(0, context.index - 4); index -= 1) {
    const before = context.sentences[index]
    if (!before || before.headings.join() !== sentence.headings.join()) return false
    if (opensGoals.test(before.letters)) return /^att\b|\b(?:ska|skall|minst|hogst)\b/.test(sentence.letters)
  }
  return false
}

/** A measure, a focus, an explained abbreviation or what came out, below a goal, is none itself. */
const isNote = (letters: string): boolean =>
  /^matt:|^fokus\b/.test(letters) ||
  outcomeOpening.test(letters) ||
  goalJudged.test(letters) ||
  (/^[a-z]{2,6}: /.test(letters) && !/\b(?:ska|skall|oka|minska)\b/.test(letters))

const oneEvent = /\b(?:en|ett) (?:\w+ )?\w*(?:kurs|utbildning|konferens|seminarium|temadag|traff)\b/

const oneOffered =
  /^(?:en|ett) [^.]{3,60}\b(?:erbjuds|genomfors|halls|anordnas|arrangeras|startas|ska (?:erbjudas|genomforas|hallas|anordnas))\b/

/** `En grundkurs erbjuds`, `Medlemmarna erbjuds en grundkurs`: where in a goal the one event begins that it promises. */
function oneEventAt(letters: string): number | undefined {
  if (oneOffered.test(letters)) return 0
  return /\bska\b/.test(letters) ? undefined : oneEvent.exec(letters)?.index
}

const isAim = ({ kind, letters }: Sentence): boolean =>
  kind === 'item' || /^att\b/.test(letters) || /\b(?:ska|skall|maste|bor)\b/.test(letters) || goalOpening.test(letters)

/** A goal without a level. */
function qualitative(sentence: Sentence, subject: string, period: Draft['period']): Draft[] {
  const about = { kind: 'target', subject, ...(period ? { period } : {}), start: 0, end: sentence.text.length }
  const text = sentence.text.replace(/[.\s]+$/, '')
  const event = oneEventAt(sentence.letters)
  if (event !== undefined)
    return [{ ...about, attribute: text.slice(event).replace(/^\S+\s/, ''), value: 1, unit: 'count', qualifier: 'exact' }]
  return isAim(sentence) ? [{ ...about, attribute: text, value: direction(sentence.letters) ?? true, qualifier: 'qualitative' }] : []
}

/**
 * Goals, each with its level where it names one (`minst 85 %`, `100 deltagare`), else as a qualitative goal whose value is true,
 * or `increase` and `decrease` where it only says which way.
 */
export const readGoals: Extractor = (sentence, context) => {
  const { kind, letters } = sentence
  if (kind === 'heading' || letters.length < 12 || isNote(letters)) return []
  if ((!isGoal(sentence) && !followsGoalOpening(sentence, context)) || tellsResult(sentence, context)) return []
  const year = goalYear(sentence, context)
  const period = year === undefined ? undefined : calendarYear(year)
  const subject = goalSubject(sentence, context)
  const levels = quantified(sentence, subject, period)
  return levels.length > 0 ? levels : qualitative(sentence, subject, period)
}
