import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'
import { assistant } from './assistant.ts'
import type { Report } from './report.ts'

/** Runs what a request outside of the tools needs. An error of our own reaches the client as a fixed sentence with an id, never as it is. */
export async function guarded<Value>(report: Report, where: string, run: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof ProtocolError) throw error
    const { ToolError } = await assistant()
    if (error instanceof ToolError) throw new ProtocolError(ProtocolErrorCode.InvalidParams, error.message)
    throw new ProtocolError(ProtocolErrorCode.InternalError, report(error, where))
  }
}
