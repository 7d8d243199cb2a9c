import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { HttpClient } from './http-client.ts'
import { prepare } from './prepare.ts'
import { cpuMs, median, percentile, residentMb } from './processes.ts'
import { StdioClient } from './stdio-client.ts'

// `npm run bench -- mcp [seconds]`: finsam beside a bare echo server of the same SDK, in the same run.
const seconds = Number(process.argv[2] ?? 60)

interface Work {
  readonly name: string
  readonly tool: string
  readonly args: object
  readonly calls: number
}
const echo: Work = { name: 'echo', tool: 'echo', args: { text: 'Västmanland' }, calls: 6_000 }
const figures: Work = {
  name: 'get_figures',
  tool: 'get_figures',
  args: { association: 'Västmanland', line: 'Totala kostnader', scenario: 'budget', period: '2024' },
  calls: 6_000,
}
const ask: Work = {
  name: 'ask',
  tool: 'ask',
  args: { question: 'Hur stor andel av kostnaderna i Västmanland 2024 går till individinsatser?' },
  calls: 200,
}

interface Caller {
  call(name: string, args: object): Promise<unknown>
}
interface Measured {
  readonly p50: number
  readonly p95: number
  readonly cpu: number
}

async function timed(caller: Caller, { tool, args }: Work, calls: number): Promise<number[]> {
  const times: number[] = []
  for (let index = 0; index < calls; index++) {
    const start = performance.now()
    await caller.call(tool, args)
    times.push(performance.now() - start)
  }
  return times
}

/** Latency and the server's CPU of each call, after the code is warm; the best of three rounds. */
async function measure(caller: Caller, pid: number, work: Work): Promise<Measured> {
  await timed(caller, work, Math.min(500, work.calls))
  const rounds: Measured[] = []
  for (let round = 0; round < 3; round++) {
    const before = cpuMs(pid)
    const times = await timed(caller, work, work.calls)
    rounds.push({ p50: median(times), p95: percentile(times, 0.95), cpu: (cpuMs(pid) - before) / work.calls })
  }
  return rounds.toSorted((one, other) => one.cpu - other.cpu)[0] ?? { p50: 0, p95: 0, cpu: 0 }
}

const line = (what: string, { p50, p95, cpu }: Measured): string =>
  `${what.padEnd(28)} p50 ${p50.toFixed(2)} ms   p95 ${p95.toFixed(2)} ms   CPU ${cpu.toFixed(3)} ms/call`

function bars(transport: string, floor: Measured, figure: Measured, asked: Measured): void {
  console.log(line(`${transport} echo`, floor))
  console.log(line(`${transport} get_figures`, figure))
  console.log(line(`${transport} ask`, asked))
  console.log(
    `${transport}: get_figures costs ${(figure.cpu / floor.cpu).toFixed(2)} × the echo's CPU (bar 1.5); ask takes ${(asked.p50 - floor.p50).toFixed(1)} ms more than the echo (bar 15)`,
  )
}

interface Start {
  readonly list: number
  readonly figure: number
  readonly rss: number
}

async function coldStart(args: readonly string[], work: Work): Promise<Start> {
  const began = performance.now()
  const client = new StdioClient(args)
  await client.greet()
  await client.request('tools/list', {})
  const list = performance.now() - began
  await client.call(work.tool, work.args)
  const figure = performance.now() - began
  const rss = residentMb(client.pid)
  await client.end()
  return { list, figure, rss }
}

/** Both in turn, so that a busy moment meets both. */
async function coldStarts(echoFile: string, finsam: readonly string[]): Promise<void> {
  const echoes: Start[] = []
  const ours: Start[] = []
  for (let round = 0; round < 11; round++) {
    echoes.push(await coldStart([echoFile], echo))
    ours.push(await coldStart(finsam, figures))
  }
  const of = (starts: readonly Start[], key: keyof Start): number => median(starts.map(start => start[key]))
  console.log(
    `cold start, stdio bundle, median of 11: echo list ${of(echoes, 'list').toFixed(0)} ms, ${of(echoes, 'rss').toFixed(0)} MB; finsam list ${of(ours, 'list').toFixed(0)} ms, first figure ${of(ours, 'figure').toFixed(0)} ms, ${of(ours, 'rss').toFixed(0)} MB`,
  )
  console.log(
    `cold start: the tool list takes ${(of(ours, 'list') / of(echoes, 'list')).toFixed(2)} × the echo's (bar 1.3); the first figure ${(of(ours, 'figure') / 1_000).toFixed(2)} s (bar 1)`,
  )
}

async function startHttp(args: readonly string[]): Promise<{ readonly child: ChildProcess; readonly url: URL; readonly pid: number }> {
  const child = spawn(process.execPath, ['--conditions=finsam-source', join(import.meta.dirname, 'http-server.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout) throw new Error('no output')
  for await (const address of createInterface({ input: child.stdout })) return { child, url: new URL('/mcp', address), pid: child.pid ?? 0 }
  throw new Error('the server did not start')
}

async function stdioBars(echoFile: string, finsam: readonly string[]): Promise<void> {
  const floor = new StdioClient([echoFile])
  const ours = new StdioClient(finsam)
  await Promise.all([floor.greet(), ours.greet()])
  bars('stdio', await measure(floor, floor.pid, echo), await measure(ours, ours.pid, figures), await measure(ours, ours.pid, ask))
  await Promise.all([floor.end(), ours.end()])
}

async function httpBars(snapshot: string): Promise<void> {
  const floor = await startHttp([])
  const ours = await startHttp([snapshot])
  const clients = [new HttpClient(floor.url), new HttpClient(ours.url)] as const
  bars(
    'HTTP',
    await measure(clients[0], floor.pid, echo),
    await measure(clients[1], ours.pid, figures),
    await measure(clients[1], ours.pid, ask),
  )
  for (const client of clients) client.close()
  floor.child.kill()
  await sustained(ours.url, ours.pid)
  ours.child.kill()
}

/** Sixteen clients at once for a while: errors, and memory in the middle and at the end. */
async function sustained(url: URL, pid: number): Promise<void> {
  const until = performance.now() + seconds * 1_000
  let calls = 0
  let errors = 0
  const memory: number[] = []
  const sampling = setInterval(() => memory.push(residentMb(pid)), 1_000)
  const works = [figures, ask, { ...figures, args: { association: 'Västra Mälardalen', limit: 10 } }]
  await Promise.all(
    Array.from({ length: 16 }, async (_, index) => {
      const client = new HttpClient(url)
      for (let turn = index; performance.now() < until; turn++) {
        const { tool, args } = works[turn % works.length] ?? figures
        await client.call(tool, args).catch(() => {
          errors += 1
        })
        calls += 1
      }
      client.close()
    }),
  )
  clearInterval(sampling)
  const half = memory.slice(0, Math.ceil(memory.length / 2))
  console.log(
    `16 clients for ${seconds} s: ${calls} calls, ${(calls / seconds).toFixed(0)} a second, ${errors} errors; memory at most ${Math.max(...half).toFixed(0)} MB in the first half, ${Math.max(...memory.slice(half.length)).toFixed(0)} MB in the second`,
  )
}

const folder = await mkdtemp(join(tmpdir(), 'finsam-bench-mcp-'))
try {
  const prepared = await prepare(folder)
  const finsam = [prepared.finsam, prepared.snapshot]
  await coldStarts(prepared.echo, finsam)
  await stdioBars(prepared.echo, finsam)
  await httpBars(prepared.snapshot)
} finally {
  await rm(folder, { recursive: true })
}
