import { type Calculation, isMoney, yearOf } from '@finsam/domain'
import { listWords } from '../answer/wording.ts'
import { tokenize } from '../words/tokenize.ts'
import { asksBack, type Draft, refused } from './draft.ts'
import { asksOfSurvey } from './facts/expected.ts'
import { tellsLess } from './facts/tells-less.ts'
import { isSpecific } from './follow-up.ts'
import { hasCue } from './frame.ts'
import { askWhichInitiative } from './generic-nouns.ts'
import { assumedPart } from './intents/assumptions.ts'
import { leftOut } from './left-out.ts'
import { asksOtherKind, passedOver } from './passed-over.ts'
import { clauseText, type Scope } from './scope.ts'
import { tellUnknown } from './unknown-words.ts'

const leastConfidence = 0.42
/** A word without a place may change a concept that every association has more than a line named in full. */
const wordPenalty = 0.2
const specificPenalty = 0.06

const notUnderstood = ({ language }: Scope): string =>
  language === 'sv'
    ? 'Jag förstår inte säkert vad som ska räknas ut och svarar därför inte med en siffra.'
    : 'I am not sure what is to be worked out, so I give no figure.'

const partOnly = ({ language }: Scope, dropped: readonly string[]): string => {
  const quoted = listWords(
    dropped.map(word => `”${word}”`),
    language,
  )
  return language === 'sv'
    ? `Dokumenten ger inget svar för ${quoted}, och ett svar på bara en del av frågan kan missförstås.`
    : `The documents give no answer for ${quoted}, and an answer to a part of the question may mislead.`
}

const numbersUsed = (draft: Draft): readonly number[] =>
  [...draft.figures, ...(draft.inputs ?? [])].flatMap(({ calculation }) => valuesOf(calculation))
const valuesOf = (calculation: Calculation): readonly number[] => [
  isMoney(calculation.result.unit) ? calculation.result.value / 100 : calculation.result.value,
  ...calculation.inputs.flatMap(valuesOf),
]

const takesAmounts: ReadonlySet<string> = new Set(['look-up', 'total', 'average', 'change', 'per-unit', 'ratio', 'listing'])

const bounds = /^(under|over|minst|hogst|an|above|below|than|least|most)$/
/** `Under 25`: a number that limits what is asked for. */
const isBound = ({ frame }: Scope, tokens: readonly number[]): boolean => bounds.test(frame.words[(tokens[0] ?? 0) - 1]?.token.folded ?? '')

/** Amounts of the question that the answer neither holds nor was made with. */
const unusedAmounts = (scope: Scope, draft: Draft): readonly string[] => {
  const assumes = draft.intent === 'project' && hasCue(scope.frame, 'deficit', 'surplus')
  if (!takesAmounts.has(draft.intent) && !assumes) return []
  const used = numbersUsed(draft)
  const [from, to] = (draft.intent === 'project' && assumedPart(scope)) || [0, 0]
  return scope.frame.amounts.flatMap(({ amount, at, tokens }) => {
    if (at >= from && at < to) return []
    const own = tokens.length > 0 && tokens.every(token => token >= scope.frame.clause.from && token < scope.frame.clause.to)
    const told = used.some(value => Math.abs(Math.abs(value) - amount.value) <= Math.max(amount.value * 0.03, 0.5))
    const sizeless = amount.unit === 'none' && amount.value < 1000 && !isBound(scope, tokens)
    return !own || told || sizeless ? [] : [tokens.map(token => scope.frame.words[token]?.token.text ?? '').join(' ')]
  })
}

/** Words that a fact's own sentence holds are placed by it. */
const placedBy = (draft: Draft): ReadonlySet<string> => {
  const texts = [
    draft.sentence,
    ...(draft.facts ?? []).flatMap(fact => [fact.label, fact.value, ...fact.sources.map(source => source.text)]),
    ...draft.figures.map(({ calculation }) => calculation.fact?.context ?? ''),
  ]
  return new Set(texts.flatMap(text => tokenize(text).map(token => token.stem)))
}

/** A fact or volume of a plan for one year says nothing of another. */
const ofAnotherYear = ({ frame, library }: Scope, draft: Draft): boolean => {
  const asked = frame.points.flatMap(({ time }) => (time ? [time.year] : []))
  if (draft.intent !== 'volumes' || asked.length === 0 || draft.figures.length === 0) return false
  return draft.figures.every(({ calculation: { fact, period } }) => {
    const told = period ?? fact?.period
    const years = [told && yearOf(told), fact && library.document(fact.document)?.fiscalYear].filter(year => year !== undefined)
    return years.length > 0 && !asked.some(year => years.includes(year) || fact?.context.includes(String(year)))
  })
}

/** A column of a table says who is counted; the words that name it are placed by it. */
const namesColumn = ({ frame }: Scope): boolean => frame.points.some(({ measure }) => measure !== undefined)

const amountsOnly: ReadonlySet<string> = new Set(['look-up', 'total', 'change', 'share'])

/** Refuses a draft where a word that could change it has no place in it, or too many words have none. */
export const veto = (scope: Scope, draft: Draft): Draft => {
  if (draft.status === 'ambiguous') return amountsOnly.has(draft.intent) ? vetoReadings(scope, draft) : draft
  if (draft.status !== 'answered' || draft.intent === 'locate') return draft
  if (asksOfSurvey(scope.frame) && !draft.intent.startsWith('fact')) return giveUp(scope)
  if (
    passedOver(scope.frame, draft, clauseText(scope)) !== undefined ||
    ofAnotherYear(scope, draft) ||
    (!namesColumn(scope) && tellsLess(scope, draft))
  )
    return refused(draft.intent, 'not-understood', notUnderstood(scope), { confidence: 0.3 })
  const dropped = leftOut(scope, draft)
  if (dropped.length > 0) return refused(draft.intent, 'left-out', partOnly(scope, dropped), { inputs: draft.figures, confidence: 0.3 })
  const placed = draft.intent.startsWith('fact') || draft.intent === 'source-year' ? placedBy(draft) : new Set<string>()
  const unplaced = scope.frame.unplaced.filter(({ stem }) => !placed.has(stem) && draft.placed?.includes(stem) !== true)
  const specific = scope.frame.targets.some(slot => isSpecific(slot) && slot.links[0]?.meaning.kind === 'lines')
  const isFact = placed.size > 0
  const isRule = ['rule', 'check', 'every-result'].includes(draft.intent)
  const counts = hasCue(scope.frame, 'number-of') && draft.figures.every(({ calculation }) => !isMoney(calculation.result.unit))
  const forbidding = unplaced.filter(({ why, narrows, heads, asked, before }) =>
    isFact
      ? false
      : isRule
        ? why === 'name'
        : why !== 'word' || heads || asked || (narrows && !specific) || (counts && copula.test(before)),
  )
  const amounts = unusedAmounts(scope, draft)
  const plain = unplaced.length - forbidding.length
  const penalty = isFact || isRule ? 0 : specific ? specificPenalty : wordPenalty
  const confidence = draft.confidence - plain * penalty
  if (forbidding.length + amounts.length === 0 && confidence >= leastConfidence) return { ...draft, confidence }
  const { sentence, nearest } = tellUnknown(scope, forbidding.length + amounts.length > 0 ? forbidding : unplaced, amounts)
  return refused(draft.intent, 'unknown-words', sentence, { nearest, confidence })
}

/** `Hur många av deltagarna är män`: the word behind the verb parts off some of what is counted. */
const copula = /^(ar|var|is|are|was|were)$/

/** A question back about amounts is none where a name of the question is unknown, or where no amount was asked for. */
const vetoReadings = (scope: Scope, draft: Draft): Draft => {
  const unknown = scope.frame.unplaced.filter(({ why, asked }) => why === 'name' || asked)
  if (draft.readings.length === 0) return draft
  if (unknown.length > 0) {
    const { sentence, nearest } = tellUnknown(scope, unknown)
    return refused(draft.intent, 'unknown-words', sentence, { nearest })
  }
  return asksOtherKind(scope.frame, draft) ? refused(draft.intent, 'not-understood', notUnderstood(scope), { confidence: 0.3 }) : draft
}

/** Nothing says which association is meant. */
export const askForAssociation = (scope: Scope): Draft => {
  const { library, language } = scope
  const documents = library.documents
  const names = documents.map(document =>
    `${library.association(document.association)?.shortName ?? document.association} ${document.fiscalYear ?? ''}`.trim(),
  )
  const unknown = scope.frame.unplaced.some(({ why, asked }) => why === 'name' || asked)
  if (unknown || (scope.frame.targets.length === 0 && scope.frame.points.length === 0)) return giveUp(scope)
  const sentence =
    language === 'sv'
      ? `Vilket samordningsförbund och vilket år menas? Det finns uppgifter om ${listWords(names, 'sv')}.`
      : `Which association (förbund) and which year do you mean? There are documents of ${listWords(names, 'en')}.`
  return asksBack('association', sentence, [], {
    choices: names.map(name => ({ label: name, question: `${scope.text.replace(/[?\s]+$/, '')}, ${name}?` })),
  })
}

/** Nothing that is known answers. */
export const giveUp = (scope: Scope): Draft => {
  const which = askWhichInitiative(scope)
  if (which) return which
  const names = scope.frame.unplaced.filter(({ why }) => why === 'name')
  if (names.length > 0) {
    const { sentence, nearest } = tellUnknown(scope, names)
    return refused('none', 'not-in-documents', sentence, { nearest })
  }
  const sentence = scope.language === 'sv' ? 'Det framgår inte av dokumenten.' : 'The documents do not tell.'
  return refused('none', 'not-in-documents', sentence)
}
