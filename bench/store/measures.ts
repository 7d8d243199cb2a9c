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
  /** Of 20 questions, 19 take no more processor time. */
  readonly cpu95: number
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0

/** Times a step over questions; the first ones warm up. */
export async function latency(step: (question: string) => Promise<unknown>, questions: readonly string[]): Promise<Latency> {
  for (const question of questions.slice(0, 5)) await step(question)
  const times: number[] = []
  const costs: number[] = []
  for (const question of questions) {
    const [started, before] = [performance.now(), process.cpuUsage()]
    await step(question)
    const { user, system } = process.cpuUsage(before)
    times.push(performance.now() - started)
    costs.push((user + system) / 1000)
  }
  for (const measured of [times, costs]) measured.sort((a, b) => a - b)
  const cpu = costs.reduce((sum, cost) => sum + cost, 0) / questions.length
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), cpu, cpu95: quantile(costs, 0.95) }
}

export const told = ({ p50, p95, cpu, cpu95 }: Latency): string =>
  `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; processor time ${cpu.toFixed(1)} ms, p95 ${cpu95.toFixed(1)} ms`

/** Does a step, prints how many seconds it took, and gives both. */
export async function timed<Value>(
  label: string,
  step: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly seconds: number; readonly cpuSeconds: number }> {
  const started = performance.now()
  const before = process.cpuUsage()
  const value = await step()
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(before)
  const cpuSeconds = (user + system) / 1e6
  console.log(`${label}: ${seconds.toFixed(2)} s (${cpuSeconds.toFixed(2)} s of processor time)`)
  return { value, seconds, cpuSeconds }
}
