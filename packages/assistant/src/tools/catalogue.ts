import * as z from 'zod'
import type { AssistantContext } from '../context.ts'
import { askTool } from './ask-tool.ts'
import { calculate } from './calculate-tool.ts'
import { checkTool } from './check-tool.ts'
import { compare } from './compare-tool.ts'
import { describeTool } from './describe-tool.ts'
import { explainFigure } from './explain-figure-tool.ts'
import { getFigures } from './get-figures-tool.ts'
import { listAssociations } from './list-associations-tool.ts'
import { listInitiatives } from './list-initiatives-tool.ts'
import { project } from './project-tool.ts'
import { readSourceTool } from './read-source-tool.ts'
import { searchText } from './search-text-tool.ts'
import { quietCall, type Tool, type ToolCall, ToolError, type ToolOutcome } from './tool.ts'

/** The whole catalogue, in the order in which it is listed: the same for every face. */
export const tools: readonly Tool[] = [
  askTool,
  listAssociations,
  describeTool,
  getFigures,
  calculate,
  compare,
  checkTool,
  project,
  listInitiatives,
  explainFigure,
  searchText,
  readSourceTool,
]

/**
 * Calls a tool by name with arguments from outside: checked first, and refused with what does not fit.
 *
 * @example await callTool(context, 'get_figures', { association: 'Västmanland', line: 'Individinsatser' })
 */
export async function callTool(context: AssistantContext, name: string, args: unknown, call: ToolCall = quietCall()): Promise<ToolOutcome> {
  const tool = tools.find(known => known.name === name)
  if (!tool)
    throw new ToolError(
      'unknown-tool',
      `There is no tool "${name}".`,
      tools.map(known => known.name),
    )
  const checked = tool.input.safeParse(args)
  if (!checked.success) throw new ToolError('invalid-arguments', `The arguments of ${name} do not fit: ${z.prettifyError(checked.error)}`)
  return tool.run(context, checked.data, call)
}
