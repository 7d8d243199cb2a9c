import type { AssistantContext } from '../context.ts'
import { tidyQuestion } from '../words/tidy-question.ts'
import { associate } from './associate.ts'
import { catalogueOf } from './catalogue.ts'
import { type ChosenLinks, chooseLinks } from './choose-links.ts'
import { clausesOf } from './clauses.ts'
import type { Draft } from './draft.ts'
import { asksProse, factQuestionOf } from './facts/fact-question.ts'
import { inherit } from './follow-up.ts'
import { type Frame, frameOf, hasCue } from './frame.ts'
import { inColumns } from './in-columns.ts'
import { arithmeticCheck } from './intents/arithmetic-check.ts'
import { change } from './intents/change/change.ts'
import { asksTimes } from './intents/change/compared.ts'
import { everyResult } from './intents/every-result.ts'
import { facts, factsFirst, statedFact } from './intents/facts.ts'
import { filter } from './intents/filter.ts'
import { fundsLast } from './intents/funds-last.ts'
import { listing } from './intents/listing.ts'
import { locate, nearestPassages } from './intents/locate.ts'
import { lookUp } from './intents/look-up.ts'
import { overruns } from './intents/overruns.ts'
import { perUnit } from './intents/per-unit.ts'
import { placeReadings } from './intents/place-readings.ts'
import { portion } from './intents/portion.ts'
import { premises } from './intents/premises.ts'
import { printedTwice } from './intents/printed-twice.ts'
import { project, unusedCondition } from './intents/project.ts'
import { rank } from './intents/rank.ts'
import { rankChanges } from './intents/rank-changes.ts'
import { ruleCheck } from './intents/rules.ts'
import { series } from './intents/series.ts'
import { share } from './intents/share.ts'
import { signQuestion } from './intents/sign-question.ts'
import { sourceYear } from './intents/source-year.ts'
import { threshold } from './intents/threshold.ts'
import { total } from './intents/total.ts'
import { volumes } from './intents/volumes.ts'
import { without } from './intents/without.ts'
import { joinDrafts } from './join-drafts.ts'
import { askForYear } from './last-year.ts'
import { resolveNicknames } from './nicknames.ts'
import { allReadings } from './open-readings.ts'
import { inYear } from './points.ts'
import { readWords } from './read-words.ts'
import type { Scope } from './scope.ts'
import { asSibling } from './siblings.ts'
import { askForAssociation, giveUp, veto } from './veto.ts'
import { withWinner } from './winner.ts'

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

/** The last thing that a question (or the chain of questions before it) was about. */
const priorOf = (context: AssistantContext, previous: string | PreviousTurn | undefined): Frame | undefined => {
  if (previous === undefined) return undefined
  const turn = typeof previous === 'string' ? { question: previous } : previous
  const before = priorOf(context, turn.previous)
  return parse(context, tidyQuestion(turn.question)).frames.reduce<Frame | undefined>(
    (prior, frame) => (isEmpty(frame) ? prior : inherit(frame, prior)),
    before,
  )
}

const isEmpty = (frame: Frame): boolean =>
  frame.measures.length === 0 &&
  frame.targets.length === 0 &&
  frame.associations.length === 0 &&
  frame.points.length === 0 &&
  frame.marks.every(({ meaning }) => meaning.kind !== 'topic')

/** `Skulle du kunna hjälpa mig?`: asked in form only. */
const saysNothing = (frame: Frame): boolean =>
  frame.unplaced.length === 0 &&
  frame.marks.every(({ meaning }) => meaning.kind === 'cue' && ['it', 'project', 'list'].includes(meaning.id))

/** The ways of asking, the most particular first. */
const intents: readonly ((scope: Scope) => Draft | undefined)[] = [
  locate,
  fundsLast,
  printedTwice,
  ruleCheck,
  threshold,
  signQuestion,
  everyResult,
  filter,
  statedFact,
  premises,
  arithmeticCheck,
  project,
  unusedCondition,
  overruns,
  placeReadings,
  sourceYear,
  volumes,
  factsFirst,
  series,
  perUnit,
  share,
  rankChanges,
  change,
  rank,
  portion,
  without,
  total,
  listing,
  lookUp,
  facts,
]

/** Ways that only make sense where an amount is asked for, not a name, a date or an employer. */
const amountIntents: ReadonlySet<(scope: Scope) => Draft | undefined> = new Set([
  volumes,
  perUnit,
  share,
  rankChanges,
  change,
  rank,
  portion,
  without,
  total,
  lookUp,
])

const draftClause = async (scope: Scope): Promise<Draft> => {
  const personal =
    asksProse(factQuestionOf(scope)) &&
    scope.frame.points.every(({ measure }) => measure === undefined) &&
    !hasCue(scope.frame, 'highest', 'lowest', 'rank') &&
    !asksTimes(scope.text)
  let refusal: Draft | undefined
  for (const intent of intents) {
    const draft = personal && amountIntents.has(intent) ? undefined : intent(scope)
    if (!draft) continue
    const judged = askForYear(scope, veto(scope, draft))
    if (judged.status !== 'unanswerable' || isFinal(judged) || intent === premises || intent === unusedCondition || intent === locate)
      return withPassages(scope, allReadings(scope, judged))
    refusal ??= judged
  }
  return withPassages(scope, refusal ?? (scope.associations.length === 0 ? askForAssociation(scope) : giveUp(scope)))
}

/** What a question takes for granted is not so: no other way of asking can mend that. */
const isFinal = (draft: Draft): boolean => draft.reason?.code === 'false-premise'

const withPassages = async (scope: Scope, draft: Draft): Promise<Draft> =>
  draft.status === 'unanswerable' && (draft.passages ?? []).length === 0 ? { ...draft, passages: await nearestPassages(scope) } : draft

const scopeFor = (context: AssistantContext, language: 'sv' | 'en', text: string, frame: Frame, prior: Frame | undefined): Scope => {
  const catalogue = catalogueOf(context.library)
  const merged = inherit(asSibling(context.library, resolveNicknames(catalogue, frame), prior), prior)
  const associated = associate(catalogue, merged)
  const [first] = associated.kind === 'none' ? [] : associated.ids
  const year = first === undefined ? undefined : context.library.mainDocument(first)?.fiscalYear
  return {
    context,
    library: context.library,
    catalogue,
    language,
    text,
    frame: inColumns(context.library, first, year === undefined ? merged : { ...merged, points: inYear(merged.points, year) }),
    ...(prior ? { prior } : {}),
    associations: associated.kind === 'none' ? [] : associated.ids,
    open: associated.kind === 'open',
    every: associated.kind === 'every',
  }
}

/** Reads a question, clause by clause, and drafts what answers it. */
export const plan = async (
  context: AssistantContext,
  language: 'sv' | 'en',
  asked: string,
  previous: string | PreviousTurn | undefined,
): Promise<{ readonly draft: Draft; readonly trace: ReadingTrace }> => {
  const text = tidyQuestion(asked)
  const { frames, links } = parse(context, text)
  let prior = priorOf(context, previous)
  const drafts: Draft[] = []
  const asking = frames.filter(frame => frame.clause.asks)
  const later = frames.filter(frame => !frame.clause.asks && asking[0] && frame.clause.from > asking[0].clause.from)
  const firstAsked = asking.find(frame => asking.length === 1 || !isEmpty(frame) || !saysNothing(frame))
  for (const frame of frames) {
    if (!frame.clause.asks) {
      if (!isEmpty(frame)) prior = inherit(frame, prior)
      continue
    }
    if (isEmpty(frame) && (drafts.length > 0 || (asking.length > 1 && saysNothing(frame)))) continue
    const whole = frame === firstAsked ? withMarks(frame, later) : frame
    const scope = scopeFor(context, language, text, whole, prior)
    const draft = await draftClause(scope)
    drafts.push(draft)
    prior = withWinner(scope, draft)
  }
  return { draft: joinDrafts(drafts, language), trace: { frames, links, drafts } }
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
