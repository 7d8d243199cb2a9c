/** Median and 95th percentile of repeated runs, in milliseconds, after a warm-up. */
export interface Timing {
  readonly p50: number
  readonly p95: number
}

const percentile = (sorted: readonly number[], at: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0

function summary(times: number[]): Timing {
  const sorted = times.toSorted((one, other) => one - other)
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) }
}

/** Times `runs` calls of a question; `run` gets the number of the call, so that each asks for something else. */
export async function time(runs: number, run: (index: number) => unknown): Promise<Timing> {
  for (let index = 0; index < Math.min(runs, 200); index++) await run(index)
  const times: number[] = []
  for (let index = 0; index < runs; index++) {
    const start = performance.now()
    const answer = run(index)
    if (answer instanceof Promise) await answer
    times.push(performance.now() - start)
  }
  return summary(times)
}

export const milliseconds = (value: number): string => (value < 0.1 ? value.toFixed(4) : value < 10 ? value.toFixed(3) : value.toFixed(0))
