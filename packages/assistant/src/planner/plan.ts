import type { AssistantContext } from '../context.ts'
import { tidyQuestion } from '../words/tidy-question.ts'
import { afterAnswer, asSettled } from './after-answer.ts'
import { associate } from './associate.ts'
import { catalogueOf } from './catalogue.ts'
import { type ChosenLinks, chooseLinks } from './choose-links.ts'
import { clausesOf } from './clauses.ts'
import { type Draft, refused } from './draft.ts'
import { draftClause } from './draft-clause.ts'
import { inherit, pointsBack } from './follow-up.ts'
import { type Frame, frameOf, hasCue } from './frame.ts'
import { inColumns } from './in-columns.ts'
import { joinDrafts, type Part } from './join-drafts.ts'
import { resolveNicknames } from './nicknames.ts'
import { inYear } from './points.ts'
import { readWords } from './read-words.ts'
import type { Scope } from './scope.ts'
import { asSibling } from './siblings.ts'

/** The question before, with the one before that. */
export interface PreviousTurn {
  readonly question: string
  readonly previous?: string | PreviousTurn
}

/** How a question was read, for `--explain`. */
export interface ReadingTrace {
  readonly frames: readonly Frame[]
  readonly links: ChosenLinks
  readonly drafts: readonly Draft[]
}

interface Parsed {
  readonly frames: readonly Frame[]
  readonly links: ChosenLinks
}

const parse = (context: AssistantContext, text: string): Parsed => {
  const catalogue = catalogueOf(context.library)
  const words = readWords(text, catalogue)
  const links = chooseLinks(catalogue, words)
  return { links, frames: clausesOf(words, text).map(clause => frameOf(catalogue, words, links, clause, text)) }
}

const isEmpty = (frame: Frame): boolean =>
  frame.columns.length === 0 &&
  frame.targets.length === 0 &&
  frame.associations.length === 0 &&
  frame.points.length === 0 &&
  frame.marks.every(({ meaning }) => meaning.kind !== 'topic')

/** `Skulle du kunna hjälpa mig?`: asked in form only. */
const saysNothing = (frame: Frame): boolean =>
  frame.unplaced.length === 0 &&
  frame.marks.every(({ meaning }) => meaning.kind === 'cue' && ['it', 'project', 'list'].includes(meaning.id))

const quoting =
  /^(citera|citat|quote|meningen|mening|stycket|avsnittet|raden|den|det|ordagrant|garna|please|the|sentence|it|passage|verbatim|och|and)$/
/** `Citera meningen.`: asks for nothing beside the place that was asked for. */
const asksQuoteOnly = ({ words, clause }: Frame): boolean =>
  words.slice(clause.from, clause.to).every(({ token }) => quoting.test(token.folded))

const pointing =
  /^(och|and|samt|hur|how|many|manga|much|mycket|stor|stort|stora|large|big|ar|was|were|is|are|var|blev|de|det|den|dem|they|it|nar|when|vilket|which|ar|year|hog|high|resultat|resultatet|utfall|utfallet|result|outcome|what|vad)$/
const difference = /^(skillnad|skillnaden|skiljer|difference|the|between|mellan|them)$/
const tellsAll: ReadonlySet<string> = new Set(['facts-across', 'fact-goals', 'rank'])
/** `Vilket förbund bildades först, och när?`: told with the winner of the order, and so is how far the others are from it. */
const isToldAlready = ({ words, clause }: Frame, before: Part | undefined): boolean => {
  if (before?.draft.status === 'answered' && before.draft.intent === 'check' && saysSumOnly({ words, clause })) return true
  if (before?.draft.status !== 'answered' || !tellsAll.has(before.draft.intent)) return false
  const tellsDifference = before.draft.figures.some(({ calculation }) => calculation.operation === 'change')
  return words
    .slice(clause.from, clause.to)
    .every(({ token }) => pointing.test(token.folded) || (tellsDifference && difference.test(token.folded)))
}

const unitWord =
  /^(please|give|ge|ange|svara|express|show|state|it|in|i|both|bade|as|och|and|kronor|kr|sek|tkr|mnkr|procent|percent|per|cent|%|amount|amounts|belopp|tack|garna)$/
/** `Please give kronor and per cent.`: in what units the question before is to be answered. */
const saysUnitsOnly = ({ words, clause, marks }: Frame): boolean =>
  marks.some(({ meaning }) => meaning.kind === 'unit') &&
  words.slice(clause.from, clause.to).every(({ token }) => unitWord.test(token.folded))

const sumWord = /^(please|give|show|state|ge|visa|ange|the|also|aven|och|and|sum|total|summa|summan|totalen)$/
/** `Show the sum.`: of what the question before it is about. */
const saysSumOnly = ({ words, clause }: Pick<Frame, 'words' | 'clause'>): boolean =>
  words.slice(clause.from, clause.to).every(({ token }) => sumWord.test(token.folded))

/** `Vem utvärderar X och vad kostar det?`: what `det` is was asked for, and nothing answered. */
const leansOn = (frame: Frame, before: Part | undefined): boolean =>
  before?.draft.status === 'unanswerable' &&
  (pointsBack(frame) || saysSumOnly(frame)) &&
  frame.denominator === undefined &&
  frame.targets.length + frame.associations.length + frame.columns.length === 0
const notKnown = (language: 'sv' | 'en'): Draft =>
  refused('none', 'not-understood', language === 'sv' ? 'Det framgår inte av dokumenten.' : 'The documents do not tell.')

/** The words of a clause, without the `och` before them. */
const saidIn = ({ words, clause }: Frame, text: string): string =>
  text.slice(words[clause.from]?.token.start ?? 0, words[clause.to - 1]?.token.end).replace(/^(och|samt|men|and|but|å|o)\s+/iu, '')

interface Before {
  readonly prior: Frame | undefined
  readonly told: Draft | undefined
}

const scopeFor = (context: AssistantContext, language: 'sv' | 'en', text: string, frame: Frame, { prior, told }: Before): Scope => {
  const catalogue = catalogueOf(context.library)
  const own = told && prior?.associations.length === 1 && !asksOrder(frame) ? { ...frame, everyAssociation: false } : frame
  const merged = inherit(asSibling(context.library, resolveNicknames(catalogue, own), prior), prior)
  const associated = associate(catalogue, merged)
  const ids = associated.kind === 'none' ? [] : associated.ids
  const [first] = ids
  const year = first === undefined ? undefined : context.library.mainDocument(first)?.fiscalYear
  return {
    context,
    library: context.library,
    catalogue,
    language,
    text,
    frame: inColumns(
      context.library,
      first,
      asSettled(year === undefined ? merged : { ...merged, points: inYear(merged.points, year) }, ids),
    ),
    ...(prior ? { prior } : {}),
    ...(told ? { told } : {}),
    associations: ids,
    open: associated.kind === 'open',
    every: associated.kind === 'every',
  }
}

/** A question read, what answers each of its clauses, and what it was about last. */
interface Answered extends Parsed {
  readonly parts: readonly Part[]
  readonly prior: Frame | undefined
}

const answerClauses = async (
  context: AssistantContext,
  language: 'sv' | 'en',
  text: string,
  { frames, links }: Parsed,
  before: Frame | undefined,
): Promise<Answered> => {
  let prior = before
  const parts: Part[] = []
  const asks = (frame: Frame): boolean => frame.clause.asks && (frame === frames[0] || !saysUnitsOnly(frame))
  const asking = frames.filter(asks)
  const later = frames.filter(frame => !asks(frame) && asking[0] && frame.clause.from > asking[0].clause.from)
  const firstAsked = asking.find(frame => asking.length === 1 || !isEmpty(frame) || !saysNothing(frame))
  for (const frame of frames) {
    if (!asks(frame)) {
      if (!isEmpty(frame)) prior = inherit(frame, prior)
      continue
    }
    if (parts.length > 0 && (asksQuoteOnly(frame) || isToldAlready(frame, parts.at(-1)))) continue
    if (isEmpty(frame) && asking.length > 1 && saysNothing(frame)) continue
    const whole = frame === firstAsked ? withMarks(frame, later) : frame
    const scope = scopeFor(context, language, text, whole, { prior, told: parts.at(-1)?.draft })
    const draft = leansOn(frame, parts.at(-1)) ? notKnown(language) : await draftClause(scope)
    parts.push({ draft, said: saidIn(frame, text) })
    prior = afterAnswer(scope, draft)
  }
  return { frames, links, parts, prior }
}

/** `Hur stor del är den?` after `Vilken kostar mest?`: what is meant is known only when the question before has been answered. */
const meansWinner = (frames: readonly Frame[]): boolean => frames.some(frame => pointsBack(frame) && !asksOrder(frame))
const asksOrder = (frame: Frame): boolean => hasCue(frame, 'highest', 'lowest', 'rank')

/** The last thing that the questions before were about. */
const priorOf = async (
  context: AssistantContext,
  language: 'sv' | 'en',
  previous: string | PreviousTurn | undefined,
  asking: readonly Frame[],
): Promise<Frame | undefined> => {
  if (previous === undefined) return undefined
  const turn = typeof previous === 'string' ? { question: previous } : previous
  const text = tidyQuestion(turn.question)
  const parsed = parse(context, text)
  const before = await priorOf(context, language, turn.previous, parsed.frames)
  if (meansWinner(asking) && parsed.frames.some(asksOrder)) return (await answerClauses(context, language, text, parsed, before)).prior
  const last = parsed.frames.reduce((prior, frame) => (isEmpty(frame) ? prior : inherit(frame, prior)), before)
  const associated = last && associate(catalogueOf(context.library), last)
  const [only, ...others] = associated?.kind === 'named' ? associated.ids : []
  return last && only !== undefined && others.length === 0 ? { ...last, settled: only } : last
}

/** Reads a question, clause by clause, and drafts what answers it. */
export const plan = async (
  context: AssistantContext,
  language: 'sv' | 'en',
  asked: string,
  previous: string | PreviousTurn | undefined,
): Promise<{ readonly draft: Draft; readonly trace: ReadingTrace }> => {
  const text = tidyQuestion(asked)
  const parsed = parse(context, text)
  const before = await priorOf(context, language, previous, parsed.frames)
  const { frames, links, parts } = await answerClauses(context, language, text, parsed, before)
  return { draft: joinDrafts(parts, language), trace: { frames, links, drafts: parts.map(({ draft }) => draft) } }
}

const orElse = <Item>(own: readonly Item[], later: readonly Item[] | undefined): readonly Item[] => (own.length > 0 ? own : (later ?? []))

/** Units and exclusions said after the question hold for it; a sentence that names whose is meant fills in what it leaves open. */
const withMarks = (frame: Frame, later: readonly Frame[]): Frame => {
  const named = later.find(other => other.associations.length > 0)
  return {
    ...frame,
    associations: orElse(frame.associations, named?.associations),
    points: orElse(frame.points, named?.points),
    targets: orElse(frame.targets, named?.targets),
    marks: [...frame.marks, ...later.flatMap(other => other.marks.filter(({ meaning }) => meaning.kind === 'unit'))],
    excluded: [...frame.excluded, ...later.flatMap(other => other.excluded)],
  }
}
