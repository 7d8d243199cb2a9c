import type * as z from 'zod'
import type { AssistantContext } from '../context.ts'

/** What a tool knows about the call it serves: whether the caller gave up, and whom to tell how far it got. */
export interface ToolCall {
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number, message?: string) => Promise<void>
}

/** A pointer to a page or to lines of a document, readable as an MCP resource. */
export interface SourceLink {
  /** `finsam://vastmanland-2024/page/7` or `finsam://vastmanland-2024/lines/210-214`. */
  readonly uri: string
  readonly name: string
}

/** A tool's reply: the typed data, the same as a short text for readers of text alone, and links to the sources. */
export interface ToolOutcome<Data = unknown> {
  readonly data: Data
  /** The data as it goes to callers that pay for each word; left out where that is the data itself. */
  readonly short?: Data
  readonly text: string
  readonly links: readonly SourceLink[]
}

/**
 * One tool of the catalogue. Every face serves this definition: MCP, the model loop of the chat, the command line.
 * All tools only read. `run` gets arguments that its `input` has accepted; it parses names, calls the engine and writes the result
 * down, and throws `ToolError` for what the caller can put right.
 */
export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  readonly name: string
  readonly title: string
  /** For the caller: what it answers, when to take it, what to do with the result. */
  readonly description: string
  readonly input: Input
  readonly output: Output
  /** True where a call may take long enough to report its progress. */
  readonly slow?: boolean
  run(
    context: AssistantContext,
    args: z.output<Input>,
    call: ToolCall,
  ): Promise<ToolOutcome<z.input<Output>>> | ToolOutcome<z.input<Output>>
}

/** Keeps the types of input and output together: `defineTool({ name: 'get_figures', input, output, run: (context, args) => … })`. */
export const defineTool = <Input extends z.ZodObject, Output extends z.ZodObject>(tool: Tool<Input, Output>): Tool<Input, Output> => tool

/** All tools only read what is loaded, and the same call gives the same reply. */
export const readOnlyAnnotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const

export type ToolErrorCode =
  | 'invalid-arguments'
  | 'unknown-tool'
  | 'unknown-association'
  | 'unknown-document'
  | 'unknown-line'
  | 'unknown-period'
  | 'several-match'
  | 'no-such-lines'
  | 'invalid-cursor'
  | 'not-computable'
  | 'cancelled'

const withNearest = (code: ToolErrorCode, message: string, nearest: readonly string[]): string =>
  nearest.length === 0 ? message : `${message} ${code === 'several-match' ? 'Choices' : 'Nearest'}: ${nearest.join('; ')}.`

/** Something that the caller can put right: what was wrong, what to do, the nearest known names or the choices. Its message reaches the caller as it is. */
export class ToolError extends Error {
  readonly code: ToolErrorCode
  readonly nearest: readonly string[]

  constructor(code: ToolErrorCode, message: string, nearest: readonly string[] = []) {
    super(withNearest(code, message, nearest))
    this.name = 'ToolError'
    this.code = code
    this.nearest = nearest
  }
}

/** A call of which nobody waits for progress. */
export const quietCall = (signal: AbortSignal = new AbortController().signal): ToolCall => ({ signal, progress: async () => {} })

/** Ends a slow tool whose caller gave up. */
export function assertWanted(call: ToolCall): void {
  if (call.signal.aborted) throw new ToolError('cancelled', 'The call was cancelled.')
}
