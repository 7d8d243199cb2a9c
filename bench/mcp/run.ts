import { type ChildProcess, spawn } from 'node:child_process'
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

async function overStdio(echoFile: string, finsam: readonly string[]): Promise<void> {
  const floor = new StdioClient([echoFile])
  const ours = new StdioClient(finsam)
  await Promise.all([floor.greet(), ours.greet()])
  await callCosts('stdio', { caller: floor, pid: floor.pid }, { caller: ours, pid: ours.pid })
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

const folder = await mkdtemp(join(tmpdir(), 'finsam-bench-mcp-'))
try {
  const load = loadavg()[0] ?? 0
  console.log(`load of the machine before: ${load.toFixed(1)}`)
  const prepared = await prepare(folder)
  const finsam = [prepared.finsam, prepared.snapshot]
  await coldStarts(prepared.echo, finsam)
  await overStdio(prepared.echo, finsam)
  await overHttp(prepared.snapshot)
} finally {
  await rm(folder, { recursive: true })
}
