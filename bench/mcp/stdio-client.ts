import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Reply {
  readonly id: number
  readonly result?: { readonly isError?: boolean; readonly tools?: readonly unknown[] }
  readonly error?: unknown
}

/** A client that does nothing but write and read lines, so that the server is what is measured. */
export class StdioClient {
  readonly child: ChildProcessWithoutNullStreams
  readonly #waiting = new Map<number, (reply: Reply) => void>()
  #next = 1

  constructor(args: readonly string[]) {
    this.child = spawn(process.execPath, [...args])
    createInterface({ input: this.child.stdout }).on('line', line => {
      const reply: Reply = JSON.parse(line)
      this.#waiting.get(reply.id)?.(reply)
      this.#waiting.delete(reply.id)
    })
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  request(method: string, params: object): Promise<Reply> {
    const id = this.#next++
    return new Promise(resolve => {
      this.#waiting.set(id, resolve)
      this.child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`)
    })
  }

  async greet(): Promise<void> {
    await this.request('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'bench', version: '1' } })
    this.child.stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n')
  }

  async call(name: string, args: object): Promise<Reply> {
    const reply = await this.request('tools/call', { name, arguments: args })
    if (reply.error || reply.result?.isError) throw new Error(`${name} failed: ${JSON.stringify(reply).slice(0, 300)}`)
    return reply
  }

  end(): Promise<void> {
    return new Promise(resolve => {
      this.child.once('close', () => resolve())
      this.child.stdin.end()
    })
  }
}
