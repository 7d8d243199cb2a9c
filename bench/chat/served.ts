import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export interface Served {
  readonly address: string
  readonly pid: number
  readonly process: ChildProcess
  /** Asks it to finish what it is doing and end. */
  readonly stop: () => Promise<void>
  readonly kill: () => Promise<void>
}

const here = fileURLToPath(new URL('.', import.meta.url))

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

/** Starts `server.ts`: `chat STORE`, `slow STORE` (an answer of many sentences) or `echo`. Resolves when it listens. */
export async function serve(...args: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, ['--conditions=finsam-source', `${here}server.ts`, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const [address] = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [''])])
  if (!address) throw new Error(`the server ended: ${args.join(' ')}`)
  return {
    address: String(address),
    pid: child.pid ?? 0,
    process: child,
    stop: () => ended(child, 'SIGTERM'),
    kill: () => ended(child, 'SIGKILL'),
  }
}
