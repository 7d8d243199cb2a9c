import type { Library } from '@finsam/domain'
import type { AskInput } from './ask.ts'
import type { AssistantContext } from './context.ts'
import type { Frame } from './planner/frame.ts'
import type { Link, Meaning } from './planner/meaning.ts'
import { plan, type ReadingTrace } from './planner/plan.ts'
import { languageOf } from './words/language.ts'

/** How a question was read, line by line: which words were taken for what, what lost, which word has no place, and how sure the planner is. */
export interface ExplainedQuestion {
  readonly clauses: readonly {
    readonly words: string
    readonly meanings: readonly string[]
    readonly unplaced: readonly string[]
    readonly intent: string
    readonly confidence: number
    readonly defaults: readonly string[]
  }[]
  /** Meanings that lost to a better reading of the same words. */
  readonly rejected: readonly string[]
}

function meaningText(meaning: Meaning, library: Library): string {
  const nameOf = (id: string): string => library.association(id)?.shortName ?? id
  switch (meaning.kind) {
    case 'association':
      return `association ${meaning.ids.map(nameOf).join(' or ')}`
    case 'member':
      return `member ${library.member(meaning.id)?.name ?? meaning.id}`
    case 'municipalities':
      return `the municipalities of ${nameOf(meaning.association)}`
    case 'lines':
      return `line ${meaning.names
        .slice(0, 4)
        .map(({ name }) => `“${name.label}”`)
        .join(' or ')}`
    case 'concept':
    case 'measure':
    case 'cue':
    case 'topic':
    case 'unit':
      return `${meaning.kind} ${meaning.id}`
    case 'scenario':
      return `scenario ${meaning.scenario}`
    case 'time':
      return `time ${meaning.time.day ?? meaning.time.year}${meaning.time.half ? ', part of the year' : ''}${meaning.time.edge ? `, ${meaning.time.edge}` : ''}`
    case 'amount':
      return `amount ${meaning.amount.value} ${meaning.amount.unit}`
    case 'count':
      return `count ${meaning.value}`
  }
}

const said = (frame: Pick<Frame, 'words'>, tokens: readonly number[]): string =>
  tokens.map(at => frame.words[at]?.token.text ?? '').join(' ')

const linkText = (frame: Pick<Frame, 'words'>, { tokens, meaning, score }: Link, library: Library): string =>
  `“${said(frame, tokens)}” → ${meaningText(meaning, library)} (${score.toFixed(2)})`

function clauseOf(frame: Frame, draft: ReadingTrace['drafts'][number] | undefined, library: Library): ExplainedQuestion['clauses'][number] {
  const tokens = Array.from({ length: frame.clause.to - frame.clause.from }, (_, at) => frame.clause.from + at)
  const links = [...frame.slots.flatMap(slot => slot.links.slice(0, 2)), ...frame.marks].toSorted(
    (a, b) => (a.tokens[0] ?? 0) - (b.tokens[0] ?? 0),
  )
  return {
    words: said(frame, tokens),
    meanings: links.map(link => linkText(frame, link, library)),
    unplaced: frame.unplaced.map(({ text, why }) => `“${text}” (${why})`),
    intent: draft ? `${draft.intent}: ${draft.status}` : 'no question of its own',
    confidence: draft?.confidence ?? 0,
    defaults: draft?.notes ?? [],
  }
}

/**
 * Tells how a question is read, without answering it: for people who wonder why, and for developers of the lexicon.
 *
 * @example (await explainQuestion(context, { question: 'Vad kostar NOVA 2024?' })).clauses[0]?.meanings // ['“NOVA” → line “NOVA - Stöd i förändring” (0.92)', …]
 */
export async function explainQuestion(context: AssistantContext, input: AskInput): Promise<ExplainedQuestion> {
  const { trace } = await plan(context, input.language ?? languageOf(input.question), input.question, input.previous)
  const asked = trace.frames.filter(frame => frame.clause.asks)
  const [first] = trace.frames
  return {
    clauses: trace.frames.map(frame => clauseOf(frame, trace.drafts[asked.indexOf(frame)], context.library)),
    rejected: first ? trace.links.rejected.map(link => linkText(first, link, context.library)) : [],
  }
}
