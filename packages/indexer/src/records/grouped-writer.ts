import { setTimeout as pause } from 'node:timers/promises'

/** Writes rows together: those that come while a commit runs go into the next one. */
export interface GroupedWriter<Row> {
  /** Resolves when the row is written for good; rejects, with all of its group, where that failed. */
  write(row: Row): Promise<void>
}

/**
 * @param commit   writes the rows of one group, in order
 * @param restMs   how long after the beginning of one commit the next may begin
 * @example        const writer = groupedWriter(rows => table.add(rows), 100)
 */
export function groupedWriter<Row>(commit: (rows: readonly Row[]) => Promise<void>, restMs: number): GroupedWriter<Row> {
  let waiting: Row[] = []
  let next: Promise<void> | undefined
  let before: Promise<void> = Promise.resolve()
  let began = Number.NEGATIVE_INFINITY
  const run = async (): Promise<void> => {
    const rest = began + restMs - performance.now()
    if (rest > 0) await pause(rest)
    began = performance.now()
    const rows = waiting
    waiting = []
    next = undefined
    await commit(rows)
  }
  return {
    write(row) {
      waiting.push(row)
      next ??= before.then(run)
      before = next.catch(() => {})
      return next
    },
  }
}
