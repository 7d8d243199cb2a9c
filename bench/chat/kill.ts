import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { keptWork } from './kept-work.ts'
import { fire } from './load.ts'
import { serve } from './served.ts'
import { type Work, work } from './worker.ts'

/**
 * Lets people work on a server under load, kills it with SIGKILL at a random moment, once it has had some ten seconds, starts it again, and counts what it had
 * acknowledged and no longer has: published documents, corrections, shared answers, lines of the log. Round after round on one store.
 */
export async function measureKills(folder: string, rounds: number): Promise<boolean> {
  const all: Work = { documents: [], corrections: [], shared: [], asked: [] }
  const lost = { documents: 0, corrections: 0, shared: 0, asked: 0 }
  for (let round = 1; round <= rounds; round += 1) {
    const server = await serve('chat', folder)
    const done: Work = { documents: [], corrections: [], shared: [], asked: [] }
    const load = fire(server.address, 25, 20).catch(() => undefined)
    const working = work(server.address, `r${round}`, done)
    await pause(10_000 + Math.random() * 10_000)
    await server.kill()
    await working
    void load
    for (const kind of ['documents', 'corrections', 'shared', 'asked'] as const) all[kind].push(...done[kind])
    const again = await serve('chat', folder)
    const kept = await keptWork(again.address, folder, all)
    await again.stop()
    for (const kind of ['documents', 'corrections', 'shared', 'asked'] as const) lost[kind] += all[kind].length - kept[kind]
    console.log(
      `round ${round}: acknowledged so far ${Object.entries(all)
        .map(([kind, list]) => `${list.length} ${kind}`)
        .join(', ')}; lost ${JSON.stringify(lost)} (load average ${loadavg()[0]?.toFixed(1)})`,
    )
  }
  return Object.values(lost).every(count => count === 0)
}
