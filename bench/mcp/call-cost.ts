import { cpuMs, median, percentile } from './processes.ts'
import { ask, echo, figures, type Work } from './works.ts'

/** A client and the process that it talks to. */
export interface Measurable {
  readonly caller: { call(name: string, args: object): Promise<unknown> }
  readonly pid: number
}

interface Round {
  readonly times: readonly number[]
  /** The server's CPU of one call, in ms. */
  readonly cpu: number
}

const rounds = 9

async function round({ caller, pid }: Measurable, { tool, args, calls }: Work): Promise<Round> {
  const times: number[] = []
  const before = cpuMs(pid)
  for (let index = 0; index < calls; index++) {
    const start = performance.now()
    await caller.call(tool, args[index % args.length] ?? {})
    times.push(performance.now() - start)
  }
  return { times, cpu: (cpuMs(pid) - before) / calls }
}

const line = (what: string, measured: readonly Round[]): string => {
  const times = measured.flatMap(one => one.times)
  const cpu = median(measured.map(one => one.cpu))
  return `${what.padEnd(28)} p50 ${median(times).toFixed(2)} ms   p95 ${percentile(times, 0.95).toFixed(2)} ms   CPU ${cpu.toFixed(3)} ms/call`
}

/** Median, lowest and highest. */
const spread = (values: readonly number[], digits: number): string =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`

interface Beside {
  readonly echo: readonly Round[]
  readonly ours: readonly Round[]
}

/** The echo and finsam take turns, so that a busy moment meets both; the first rounds, in which code is still being compiled, do not count. */
async function inTurn(floor: Measurable, ours: Measurable, work: Work): Promise<Beside> {
  const echoes: Round[] = []
  const own: Round[] = []
  for (let turn = -3; turn < rounds; turn++) {
    const [one, other] = [await round(floor, echo), await round(ours, work)]
    if (turn < 0) continue
    echoes.push(one)
    own.push(other)
  }
  return { echo: echoes, ours: own }
}

/** What a call costs beside the echo's, over one transport. */
export async function callCosts(transport: string, floor: Measurable, ours: Measurable): Promise<void> {
  const called = await inTurn(floor, ours, figures)
  const asked = await inTurn(floor, ours, ask)
  console.log(line(`${transport} echo`, called.echo))
  console.log(line(`${transport} get_figures`, called.ours))
  console.log(line(`${transport} ask`, asked.ours))
  const ratios = called.ours.map(({ cpu }, index) => cpu / (called.echo[index]?.cpu ?? Number.NaN))
  const more = asked.ours.map(({ times }, index) => median(times) - median(asked.echo[index]?.times ?? []))
  console.log(
    `${transport}, ${rounds} rounds: get_figures costs ${spread(ratios, 2)} × the echo's CPU (bar 1.5); ask takes ${spread(more, 1)} ms more than the echo (bar 15)`,
  )
}
