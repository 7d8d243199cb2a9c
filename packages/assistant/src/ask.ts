import type { Answer } from './answer/answer.ts'
import { compose } from './answer/compose.ts'
import type { AssistantContext } from './context.ts'
import { type PreviousTurn, plan } from './planner/plan.ts'
import { answerTalk } from './talk/answer-talk.ts'
import { readTalk } from './talk/read-talk.ts'
import { languageOf } from './words/language.ts'

export type { PreviousTurn } from './planner/plan.ts'

export interface AskInput {
  readonly question: string
  /** The language of the answer; the question's own where left out. */
  readonly language?: 'sv' | 'en'
  /** The question before, for follow-ups such as `Och året efter?`. */
  readonly previous?: string | PreviousTurn
}

/** The language that the questions before were asked in. */
const languageBefore = (previous: string | PreviousTurn | undefined): 'sv' | 'en' =>
  previous === undefined || typeof previous === 'string'
    ? languageOf(previous ?? '')
    : languageOf(previous.question, languageBefore(previous.previous))

const longestQuestion = 20_000

/**
 * Answers a question about the library, without a model: reads it into typed queries, lets the domain compute them,
 * and says what it found with its sources. Never throws for what was asked: what cannot be answered comes back as
 * `ambiguous` (with readings or a question back) or `unanswerable` (with the reason and what is known nearest).
 *
 * @example await ask(context, { question: 'Vad kostar Samordningsteam Sala 2024?' }) // text: 'Samordningsteam Sala, budget 2024 (Västmanland): 1 700 000 kr. …'
 */
export const ask = async (context: AssistantContext, input: AskInput): Promise<Answer> => {
  const question = input.question.slice(0, longestQuestion)
  const language = input.language ?? languageOf(question, languageBefore(input.previous))
  const talk = readTalk(question)
  const draft = talk ? answerTalk(talk, context, language) : (await plan(context, language, question, input.previous)).draft
  return compose(input.question, language, draft)
}
