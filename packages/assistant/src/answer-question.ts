import type { Answer } from './answer/answer.ts'
import { type AskInput, ask } from './ask.ts'
import type { AssistantContext } from './context.ts'
import { askModel } from './model/ask-model.ts'
import type { ModelSettings } from './model/settings.ts'
import { tools } from './tools/catalogue.ts'

/** The model to phrase answers, where one is configured, and what it needs to know of the conversation. */
export interface WithModel {
  readonly settings: ModelSettings
  /** Earlier turns, oldest first. */
  readonly earlier?: readonly { readonly question: string; readonly answer: string }[]
  readonly signal?: AbortSignal
  /** Gets each sentence of the model's that passed the gate, in order, while it writes; the answer that comes back replaces them all. */
  readonly sentence?: (text: string) => void
}

/**
 * Answers a question: by the planner alone, or phrased by a model whose every number passed the gate. The planner's answer stands wherever the model fails.
 *
 * @example await answerQuestion(context, { question: 'Vad kostar NOVA 2024?' })
 */
export async function answerQuestion(context: AssistantContext, input: AskInput, model?: WithModel): Promise<Answer> {
  const engineAnswer = await ask(context, input)
  if (!model) return engineAnswer
  const { earlier = [], ...rest } = model
  return askModel({ ...rest, context, tools, engineAnswer, earlier })
}
