import { workerData } from 'node:worker_threads'

/** How often the memory is looked at: a bomb grows by some megabytes in between. */
const everyMs = 20

const limit: Int32Array = workerData

/**
 * Watches its process from a thread of its own, and ends it where it takes more megabytes in all than `workerData` holds at the time. A limit
 * on the heap bounds what JavaScript keeps, not the buffers that a compressed stream unpacks into; and work that never pauses cannot watch itself.
 */
setInterval(() => {
  if (process.memoryUsage.rss() > Atomics.load(limit, 0) * 1_000_000) process.kill(process.pid, 'SIGKILL')
}, everyMs)
