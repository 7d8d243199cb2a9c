import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const start = ['--conditions=finsam-source', join(root, 'apps/cli/src/main.ts')]

/** What a finished command left. */
export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs finsam from its sources, as a process of its own, in a folder. */
export function finsam(cwd: string, ...args: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...start, ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  return { code: status, out: stdout, err: stderr }
}

/** Starts finsam and leaves it running. */
export const startFinsam = (cwd: string, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [...start, ...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'] })

/** The exit of a started process. */
export const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode === null && child.signalCode === null
    ? new Promise(done => child.once('exit', code => done(code)))
    : Promise.resolve(child.exitCode)

/** What a started process leaves when it ends. */
export async function outcome(child: ChildProcess): Promise<Outcome> {
  const streams = { out: '', err: '' }
  child.stdout?.on('data', data => {
    streams.out += data
  })
  child.stderr?.on('data', data => {
    streams.err += data
  })
  return new Promise(done => child.once('close', code => done({ code, ...streams })))
}

/** A temporary folder and the way to remove it. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'finsam-cli-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
