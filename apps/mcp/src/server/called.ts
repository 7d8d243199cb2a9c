import type { ToolOutcome } from '@finsam/assistant'

/** A call of a tool that is about to be replied to: what it was asked, and what it gave or why it refused. */
export interface CalledTool {
  readonly tool: string
  readonly args: Record<string, unknown>
  readonly outcome: ToolOutcome<Record<string, unknown>> | { readonly refused: string }
}

/** Told of each call; the reply waits for it, so that what is logged is logged before it is known. */
export type Called = (call: CalledTool) => Promise<void>
