import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { callCosts } from './call-cost.ts'
import { coldStarts } from './cold-start.ts'
import { HttpClient } from './http-client.ts'
import { prepare } from './prepare.ts'
import { StdioClient } from './stdio-client.ts'
import { sustained } from './sustained.ts'

const root = join(import.meta.dirname, '../..')

// `npm run bench -- mcp [seconds]`: finsam beside a bare echo server of the same SDK, in the same run.
const seconds = Number(process.argv[2] ?? 60)

interface HttpServer {
  readonly child: ChildProcess
  readonly url: URL
  readonly pid: number
}

async function startHttp(args: readonly string[]): Promise<HttpServer> {
  const child = spawn(process.execPath, ['--conditions=finsam-source', join(import.meta.dirname, 'http-server.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout) throw new Error('no output')
  for await (const address of createInterface({ input: child.stdout })) return { child, url: new URL('/mcp', address), pid: child.pid ?? 0 }
  throw new Error('the server did not start')
}

async function overStdio(what: string, echoFile: string, finsam: readonly string[]): Promise<void> {
  const floor = new StdioClient([echoFile])
  const ours = new StdioClient(finsam)
  await Promise.all([floor.greet(), ours.greet()])
  await callCosts(what, { caller: floor, pid: floor.pid }, { caller: ours, pid: ours.pid })
  await Promise.all([floor.end(), ours.end()])
}

async function overHttp(snapshot: string): Promise<void> {
  const floor = await startHttp([])
  const ours = await startHttp([snapshot])
  try {
    const [echo, finsam] = [new HttpClient(floor.url), new HttpClient(ours.url)]
    await callCosts('HTTP', { caller: echo, pid: floor.pid }, { caller: finsam, pid: ours.pid })
    echo.close()
    finsam.close()
    floor.child.kill()
    await sustained(ours.url, ours.pid, seconds)
  } finally {
    floor.child.kill()
    ours.child.kill()
  }
}

/** The installed command over a store of the shipped documents, which it looks at for changes while it answers. */
async function liveStore(store: string): Promise<readonly string[]> {
  const source = (...args: readonly string[]) => [
    '--conditions=finsam-source',
    join(root, 'apps/cli/src/main.ts'),
    ...args,
    '--store',
    store,
  ]
  const ingest = spawn(process.execPath, source('ingest', join(root, 'data/documents')), { stdio: ['ignore', 'ignore', 'inherit'] })
  await once(ingest, 'close')
  return source('mcp')
}

const folder = await mkdtemp(join(tmpdir(), 'finsam-bench-mcp-'))
try {
  const load = loadavg()[0] ?? 0
  console.log(`load of the machine before: ${load.toFixed(1)}`)
  const prepared = await prepare(folder)
  const finsam = [prepared.finsam, prepared.snapshot]
  await coldStarts(prepared.echo, finsam)
  await overStdio('stdio, snapshot', prepared.echo, finsam)
  await overStdio('stdio, store', prepared.echo, await liveStore(join(folder, 'store')))
  await overHttp(prepared.snapshot)
} finally {
  await rm(folder, { recursive: true })
}
