import { median, residentMb } from './processes.ts'
import { StdioClient } from './stdio-client.ts'
import { echo, figures, type Work } from './works.ts'

interface Start {
  readonly list: number
  readonly figure: number
  readonly rss: number
}

async function coldStart(command: readonly string[], { tool, args }: Work): Promise<Start> {
  const began = performance.now()
  const client = new StdioClient(command)
  await client.greet()
  await client.request('tools/list', {})
  const list = performance.now() - began
  await client.call(tool, args[0] ?? {})
  const figure = performance.now() - began
  const rss = residentMb(client.pid)
  await client.end()
  return { list, figure, rss }
}

/** From the start of the process to the tool list and to the first figure; both in turn, so that a busy moment meets both. */
export async function coldStarts(echoFile: string, finsam: readonly string[]): Promise<void> {
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
