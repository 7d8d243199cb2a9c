import * as z from 'zod'
import type { AssistantContext } from '../context.ts'
import { quietCall, type Tool, ToolError } from '../tools/tool.ts'
import type { FigureBook } from './figure-book.ts'
import type { ModelTool } from './model-loop.ts'

const slotList = (figures: readonly { id: string; label: string; unit: string }[]): string =>
  figures.length === 0
    ? ''
    : `\n\nSlots for these figures:\n${figures.map(({ id, label, unit }) => `{{${id}}} = ${label} (${unit})`).join('\n')}`

function parseArguments(tool: Tool, text: string): { args: Record<string, unknown> } | { problem: string } {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { problem: `The arguments of ${tool.name} are not JSON.` }
  }
  const checked = tool.input.safeParse(parsed)
  return checked.success
    ? { args: checked.data }
    : { problem: `The arguments of ${tool.name} do not fit: ${z.prettifyError(checked.error)}` }
}

/** The catalogue as the model loop takes it: results are text with a slot per figure, and the figures go into the book. */
export function modelTools(tools: readonly Tool[], context: AssistantContext, book: FigureBook, signal?: AbortSignal): ModelTool[] {
  return tools.map(tool => ({
    name: tool.name,
    description: tool.description,
    parameters: z.toJSONSchema(tool.input, { io: 'input' }),
    run: async argumentsText => {
      const read = parseArguments(tool, argumentsText)
      if ('problem' in read) return read.problem
      try {
        const { data, text } = await tool.run(context, read.args, quietCall(signal))
        return text + slotList(book.enter(data))
      } catch (error) {
        if (error instanceof ToolError) return error.message
        throw error
      }
    },
  }))
}
