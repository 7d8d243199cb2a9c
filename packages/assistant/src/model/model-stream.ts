import type OpenAI from 'openai'

/** A tool call as the stream delivered it; arguments are JSON text, whatever shape the server sent. */
export interface ToolCall {
  readonly id: string
  readonly name: string
  readonly arguments: string
}

export interface ModelTurn {
  readonly text: string
  readonly calls: readonly ToolCall[]
  /** False where the stream ended without saying why: the turn was cut off. */
  readonly complete: boolean
}

interface OpenCall {
  id: string
  name: string
  arguments: string
}

type CallDelta = OpenAI.Chat.Completions.ChatCompletionChunk.Choice.Delta.ToolCall

/** Servers differ: some leave out the index, some send the arguments as an object. A name without an index opens a new call. */
function addCall(calls: Map<number, OpenCall>, delta: CallDelta): void {
  const index = typeof delta.index === 'number' ? delta.index : delta.function?.name ? calls.size : calls.size - 1
  const call = calls.get(index) ?? { id: '', name: '', arguments: '' }
  const piece: unknown = delta.function?.arguments
  calls.set(index, {
    id: delta.id ?? call.id,
    name: delta.function?.name ?? call.name,
    arguments: call.arguments + (typeof piece === 'string' ? piece : piece ? JSON.stringify(piece) : ''),
  })
}

/** Gathers one streamed completion into a turn; `hear` gets its text as far as it has come, each time some more arrives. */
export async function readTurn(
  stream: AsyncIterable<OpenAI.Chat.Completions.ChatCompletionChunk>,
  hear?: (text: string) => void,
): Promise<ModelTurn> {
  const calls = new Map<number, OpenCall>()
  let text = ''
  let complete = false
  for await (const chunk of stream) {
    const choice = chunk.choices[0]
    if (!choice) continue
    const more = choice.delta?.content ?? ''
    text += more
    if (more !== '') hear?.(text)
    for (const delta of choice.delta?.tool_calls ?? []) addCall(calls, delta)
    if (choice.finish_reason) complete = choice.finish_reason !== 'length'
  }
  return {
    text,
    calls: [...calls.values()].filter(call => call.name).map((call, index) => ({ ...call, id: call.id || `call_${index}` })),
    complete,
  }
}
