import { loadavg } from 'node:os'
import { readStatements } from '../../packages/reader/src/statements/read-statements.ts'
import type { Sample, Sampler } from './sample.ts'

interface Spent {
  readonly clock: number
  /** Processor time of the thread that reads: what the clock would show on an idle machine. */
  readonly thread: number
}

const sizes = [
  { name: '40 rows × 5 columns', rows: 40, runs: 60 },
  { name: '400 rows × 5 columns', rows: 400, runs: 8 },
]

function timeReading({ document }: Sample): Spent {
  const used = process.threadCpuUsage()
  const begin = performance.now()
  readStatements(document, {})
  const clock = performance.now() - begin
  const { user, system } = process.threadCpuUsage(used)
  return { clock, thread: (user + system) / 1_000 }
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
const inMs = (times: readonly number[]): string => `median ${median(times).toFixed(0)}, worst ${Math.max(...times).toFixed(0)}`

/** How long statements of two sizes take to read. */
export function measureSpeed(sample: Sampler): void {
  console.log(`\nSpeed, milliseconds, single spaces, 2 % noise, load average ${loadavg()[0]?.toFixed(1)}`)
  for (const { name, rows, runs } of sizes) {
    const times = Array.from({ length: runs }, (_, index) => {
      const size = { sections: 4, itemsMost: rows / 4, columns: 5, subtotals: true, chain: false, exact: rows / 4 - 2 }
      return timeReading(sample(index * 31 + 3, { name: '0.02', rate: 0.02, layout: true }, 'single spaces', size))
    })
    console.log(`${name.padEnd(22)} clock: ${inMs(times.map(time => time.clock))}   processor: ${inMs(times.map(time => time.thread))}`)
  }
}
