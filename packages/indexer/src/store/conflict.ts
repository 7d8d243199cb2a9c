import { setTimeout as pause } from 'node:timers/promises'

const ATTEMPTS = 12
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 2_000

/** How the engine tells that it gave way to another writer: nothing was written, and the same step may be tried again. */
export const conflictSign = /commit ?conflict|conflicting|preempted by|too many concurrent writers|concurrent transaction/i

/** Pauses grow and differ, so that writers that met once do not meet again in step. */
const pauseMs = (round: number): number => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** round) * (0.5 + Math.random())

/**
 * Does a step that writes, again where another process wrote at the same moment. The step must bear being done twice.
 * Whoever still meets others after some ten seconds gets the engine's error, which `asStoreFailure` tells as `store-busy`.
 *
 * @example  await untilCommitted(() => table.delete("id = 'plan'"))
 */
export async function untilCommitted<Value>(step: () => Promise<Value>, round = 0): Promise<Value> {
  try {
    return await step()
  } catch (error) {
    if (!(error instanceof Error && conflictSign.test(error.message)) || round + 1 >= ATTEMPTS) throw error
    await pause(pauseMs(round))
    return untilCommitted(step, round + 1)
  }
}
