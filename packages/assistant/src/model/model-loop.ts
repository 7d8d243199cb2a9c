import { failure, type Result, success } from '@finsam/domain'
import type OpenAI from 'openai'
import { type ModelTurn, readTurn, type ToolCall } from './model-stream.ts'
import type { ModelSettings } from './settings.ts'

/** A tool as the model sees it. `run` never throws for bad arguments: it says what was wrong. */
export interface ModelTool {
  readonly name: string
  readonly description: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly run: (argumentsText: string) => Promise<string>
}

export type ModelFailure = 'model-unreachable' | 'model-refused' | 'model-cut-off' | 'aborted'
type Message = OpenAI.Chat.Completions.ChatCompletionMessageParam

const assistantMessage = (turn: ModelTurn): Message => ({
  role: 'assistant',
  content: turn.text || null,
  tool_calls: turn.calls.map(call => ({ id: call.id, type: 'function', function: { name: call.name, arguments: call.arguments || '{}' } })),
})

async function runTool(call: ToolCall, tools: readonly ModelTool[]): Promise<Message> {
  const tool = tools.find(candidate => candidate.name === call.name)
  const content = tool
    ? await tool.run(call.arguments || '{}')
    : `There is no tool ${JSON.stringify(call.name)}. The tools are: ${tools.map(({ name }) => name).join(', ')}.`
  return { role: 'tool', tool_call_id: call.id, content }
}

function describeError(error: unknown, settings: ModelSettings, client: typeof OpenAI): Result<never, ModelFailure> {
  if (error instanceof client.APIUserAbortError) return failure('aborted', 'The question was cancelled.')
  if (error instanceof client.APIConnectionError)
    return failure(
      'model-unreachable',
      `The model at ${new URL(settings.baseUrl).host} does not answer. Check that it runs, or unset FINSAM_MODEL_URL to answer without a model.`,
    )
  if (error instanceof client.APIError)
    return failure(
      'model-refused',
      `The model's server answered with an error (${error.status ?? 'no status'}). Check the model's name and that it supports tools.`,
    )
  throw error
}

/**
 * Lets a model call the tools until it answers in words. The last round allows no tools, so that there always is an answer.
 * @param hear gets the text of each turn while it is written, unchecked
 * @returns the model's text, still with its figure slots, unchecked
 */
export async function runModel(
  settings: ModelSettings,
  start: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[],
  tools: readonly ModelTool[],
  signal?: AbortSignal,
  hear?: (text: string) => void,
): Promise<Result<string, ModelFailure>> {
  // Two hundred files, read where a model is asked and not before.
  const { default: Client } = await import('openai')
  const client = new Client({ baseURL: settings.baseUrl, apiKey: settings.apiKey ?? 'none', timeout: settings.timeoutMs, maxRetries: 2 })
  const messages: Message[] = [...start]
  const offered = tools.map(({ name, description, parameters }) => ({
    type: 'function' as const,
    function: { name, description, parameters: { ...parameters } },
  }))
  try {
    for (let round = 1; ; round += 1) {
      const last = round >= settings.maxRounds
      const stream = await client.chat.completions.create(
        {
          model: settings.model,
          messages,
          stream: true,
          ...(offered.length > 0 ? { tools: offered, tool_choice: last ? 'none' : 'auto' } : {}),
        },
        signal ? { signal } : {},
      )
      const turn = await readTurn(stream, hear)
      if (turn.calls.length === 0 || last)
        return turn.complete ? success(turn.text) : failure('model-cut-off', 'The model stopped in the middle of its answer.')
      messages.push(assistantMessage(turn))
      for (const call of turn.calls) messages.push(await runTool(call, tools))
    }
  } catch (error) {
    return describeError(error, settings, Client)
  }
}
