import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes of all files below a folder. */
export async function bytesIn(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true })
  const sizes = await Promise.all(names.map(async name => stat(join(folder, name)).then(about => (about.isFile() ? about.size : 0))))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** What a step takes, in milliseconds: as the clock says, and in processor time of all cores, which other programs change less. */
export interface Latency {
  readonly p50: number
  readonly p95: number
  readonly cpu: number
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0

/** Times a step over questions; the first ones warm up. */
export async function latency(step: (question: string) => Promise<unknown>, questions: readonly string[]): Promise<Latency> {
  for (const question of questions.slice(0, 5)) await step(question)
  const before = process.cpuUsage()
  const times: number[] = []
  for (const question of questions) {
    const started = performance.now()
    await step(question)
    times.push(performance.now() - started)
  }
  const { user, system } = process.cpuUsage(before)
  times.sort((a, b) => a - b)
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), cpu: (user + system) / 1000 / questions.length }
}

export const told = ({ p50, p95, cpu }: Latency): string =>
  `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${cpu.toFixed(1)} ms of processor time`

/** Does a step, prints how many seconds it took, and gives both. */
export async function timed<Value>(
  label: string,
  step: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly seconds: number }> {
  const started = performance.now()
  const before = process.cpuUsage()
  const value = await step()
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(before)
  console.log(`${label}: ${seconds.toFixed(2)} s (${((user + system) / 1e6).toFixed(2)} s of processor time)`)
  return { value, seconds }
}
