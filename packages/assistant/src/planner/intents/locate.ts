import { isSmallWord } from '../../lexicon/lexicon.ts'
import { fold } from '../../words/fold.ts'
import { tokenize } from '../../words/tokenize.ts'
import type { DraftPassage } from '../draft.ts'
import { answered, type Draft, refused } from '../draft.ts'
import type { AskedWord } from '../facts/asked-words.ts'
import { factQuestionOf } from '../facts/fact-question.ts'
import { isSetting } from '../facts/question-shape.ts'
import { alikeStems, isFunctionWord } from '../facts/vocabulary.ts'
import { cueLinks, hasCue } from '../frame.ts'
import { excerpt, isTable } from '../passages/excerpt.ts'
import { type FoundSentence, findSentences } from '../passages/find-sentences.ts'
import type { DocumentSentence } from '../passages/sentences.ts'
import type { Scope } from '../scope.ts'

const leastScore = 0.45
/** How many sentences are looked through for the numbers that the question names. */
const mostLooked = 400

const passageOf = (sentence: DocumentSentence): DraftPassage => ({
  document: sentence.document,
  line: sentence.line,
  text: sentence.text,
  ...(sentence.heading ? { heading: sentence.heading } : {}),
})

/** Sentences that explain the one before: `Det beror på …`. */
const explains = /^(det|detta|dessa|den|this|these|that|it)\b/i
const givesReason = /(beror|orsak|därför|darfor|på grund|pa grund|because|due to|skäl|skal)/i

const quoted = (scope: Scope, { sentence, next }: FoundSentence): readonly DocumentSentence[] => {
  const why = hasCue(scope.frame, 'why') || /\b(motiver\w*|justif\w*)\b/.test(fold(scope.text))
  return why && next && explains.test(next.text) && (givesReason.test(next.text) || !givesReason.test(sentence.text))
    ? [sentence, next]
    : [sentence]
}

const placeWords = (scope: Scope, sentences: readonly DocumentSentence[]): string => {
  const [first] = sentences
  const last = sentences.at(-1)
  if (!first || !last) return ''
  const lines = first.line === last.lineTo ? `${first.line}` : `${first.line}–${last.lineTo}`
  const heading = first.heading ? (scope.language === 'sv' ? `, avsnittet ”${first.heading}”` : `, section "${first.heading}"`) : ''
  return scope.language === 'sv' ? `${first.document}, rad ${lines}${heading}` : `${first.document}, line ${lines}${heading}`
}

/** `Vilken rad är störst?` chooses among amounts and asks for no place. */
const asksWhichRow = ({ frame }: Scope): boolean =>
  hasCue(frame, 'highest', 'lowest') &&
  cueLinks(frame, 'locate').every(({ tokens }) => /^(rad|line|row)$/.test(frame.words[tokens.at(-1) ?? 0]?.token.folded ?? ''))

const kindsNamed: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(delarsrapport|delarsbokslut|halvarsrapport|interim report)/, ['interim-report']],
  [/\b(arsredovisning|arsrapport|annual report)/, ['annual-report']],
]

/** `Var i delårsrapporten …`: whether a document is of the kind that the question names. */
const kindNamed = ({ text, library }: Scope): ((document: string) => boolean) => {
  const kinds = kindsNamed.find(([pattern]) => pattern.test(fold(text)))?.[1]
  return document => kinds === undefined || kinds.includes(library.document(document)?.kind ?? '')
}

/** Numbers that the question names, years aside: the place that is asked for must print them. */
const numbersNamed = ({ frame }: Scope): readonly number[] =>
  frame.words.slice(frame.clause.from, frame.clause.to).flatMap(({ token }) => {
    const { value } = token
    return value !== undefined &&
      !(value >= 1900 && value < 2100) &&
      !frame.points.some(({ tokens }) => tokens.some(at => frame.words[at]?.token === token))
      ? [value]
      : []
  })

const holdsAll = (text: string, numbers: readonly number[]): boolean => {
  const told = new Set(tokenize(text).flatMap(token => (token.value === undefined ? [] : [token.value])))
  return numbers.every(value => told.has(value))
}

/** A number may stand a sentence after the words that say what it is of: the sentence that prints it, with what the ones before it hold. */
const toldBefore = (found: readonly FoundSentence[], numbers: readonly number[]): FoundSentence | undefined => {
  const [own] = found.filter(({ sentence }) => holdsAll(sentence.text, numbers))
  if (!own || own.score >= leastScore || numbers.length === 0) return undefined
  const before = found.filter(
    ({ sentence: { document, paragraph, lineTo } }) =>
      document === own.sentence.document &&
      paragraph === own.sentence.paragraph &&
      lineTo <= own.sentence.line &&
      own.sentence.line - lineTo <= 2,
  )
  const score = own.score + 0.6 * Math.max(0, ...before.filter(one => one !== own).map(one => one.score))
  return { ...own, score: Math.min(1, score) }
}

const shortestSentence = 4
/** A few words without a stop are a heading, not what is said under it. */
const isHeading = ({ text }: DocumentSentence): boolean => !/[.!?:;]/.test(text) && text.split(/\s+/).length <= shortestSentence
/** Cells in columns. */
const isRow = ({ text }: DocumentSentence): boolean => (text.match(/\s{3,}\S/g) ?? []).length >= 2

/** How a place is asked for. */
const asksPlace =
  /^(var|vilket|vilken|vilka|avsnitt\w*|kapitel\w*|sida\w*|rad\w*|stycke\w*|mening\w*|citera|citat|quote|where|which|section|chapter|page|line|sentence|forklar\w*|motiver\w*|beskriv\w*|framgar|skriv\w*|plan|planen|delarsrapport\w*|arsredovisning\w*|rapport\w*|verksamhetsplan\w*|dokument\w*|report|document|explained|described|stated|written)$/

/** The words that a place must hold: those of a fact, and the others of the clause that say what is told there, whatever they mean elsewhere. */
const placed = (scope: Scope, known: readonly AskedWord[]): readonly AskedWord[] => {
  const { frame } = scope
  const settings = new Set(frame.slots.filter(slot => isSetting(scope, slot)).flatMap(({ tokens }) => tokens))
  const taken = new Set(known.map(({ at }) => at))
  const others = frame.words.slice(frame.clause.from, frame.clause.to).flatMap(({ token }, offset): readonly AskedWord[] => {
    const at = frame.clause.from + offset
    const { folded, text } = token
    if (token.kind !== 'word' || taken.has(at) || settings.has(at) || isFunctionWord(folded) || folded.length < 3 || asksPlace.test(folded))
      return []
    return [{ text, stems: [...new Set([token.stem, ...alikeStems(folded)])], topics: [], phrase: at, at, weight: 1, names: false }]
  })
  return [...known.filter(({ text }) => !asksPlace.test(fold(text))), ...others]
}

/** `Var står det?`, `citera`: the sentence, its place and its heading. */
export const locate = (scope: Scope): Draft | undefined => {
  if (!hasCue(scope.frame, 'locate') || asksWhichRow(scope)) return undefined
  const question = factQuestionOf(scope)
  const ofKind = kindNamed(scope)
  const numbers = numbersNamed(scope)
  const found = findSentences(scope, placed(scope, question.words), mostLooked).filter(
    ({ sentence }) => ofKind(sentence.document) && !isHeading(sentence) && !isRow(sentence),
  )
  const best = toldBefore(found, numbers) ?? found.find(({ sentence }) => holdsAll(sentence.text, numbers))
  if (!best || best.score < leastScore) {
    const sentence =
      scope.language === 'sv' ? 'Jag hittar inget ställe i dokumenten som säger det.' : 'I find no place in the documents that says so.'
    return refused('locate', 'not-in-documents', sentence, { passages: best ? [passageOf(best.sentence)] : [] })
  }
  const sentences = quoted(scope, best)
  const text = sentences.map(({ text: said }) => said).join(' ')
  const place = placeWords(scope, sentences)
  const sentence = scope.language === 'sv' ? `Det står i ${place}: ”${text}”` : `It stands in ${place}: "${text}"`
  const source = { document: best.sentence.document, line: best.sentence.line, text }
  return answered('locate', sentence, [], {
    passages: sentences.map(passageOf),
    facts: [{ label: place, value: text, sources: [source] }],
    confidence: best.score,
  })
}

/** Stems of the words that a passage must share with the question to have to do with it: no function words, years or names of associations. */
const weightyStems = ({ frame, library }: Scope): ReadonlySet<string> => {
  const names = new Set(library.associations.flatMap(({ name, shortName }) => tokenize(`${name} ${shortName}`).map(({ stem }) => stem)))
  const said = frame.words.slice(frame.clause.from, frame.clause.to).map(({ token }) => token)
  const weighty = said.filter(({ kind, folded, stem }) => kind === 'word' && folded.length > 3 && !isSmallWord(folded) && !names.has(stem))
  return new Set(weighty.map(({ stem }) => stem))
}

/** Passages that come nearest, to go with a refusal: none where no weighty word of the question stands in them. */
export const nearestPassages = async (scope: Scope, limit = 3): Promise<readonly DraftPassage[]> => {
  const weighty = weightyStems(scope)
  const shares = (text: string): boolean => tokenize(text).some(({ stem }) => weighty.has(stem))
  const shown = (passage: DraftPassage): DraftPassage => ({
    ...passage,
    text: excerpt(passage.text, tokenize(passage.text).find(({ stem }) => weighty.has(stem))?.start),
  })
  const own = findSentences(scope, factQuestionOf(scope).words, limit).filter(
    ({ score, sentence }) => score > 0.25 && shares(sentence.text) && !isTable(sentence.text),
  )
  if (own.length > 0) return own.map(({ sentence }) => shown(passageOf(sentence)))
  const [association] = scope.associations
  const found = await scope.context.search(scope.text.slice(0, 400), { limit, ...(association ? { association } : {}) })
  return found
    .filter(({ text, heading }) => shares(`${heading ?? ''} ${text}`) && !isTable(text))
    .map(({ document, page, line, text, heading }) =>
      shown({
        document,
        line,
        text,
        ...(page ? { page } : {}),
        ...(heading ? { heading } : {}),
      }),
    )
}
