import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { StoreError } from '../store/store-error.ts'
import type { Bucket } from './bucket.ts'

/** How leases behave in time. */
export interface LeaseTimes {
  /** A holder that says nothing for so long has lost its lease. */
  readonly lifeMs: number
  /** How long to wait for another holder. */
  readonly patienceMs: number
}

const usual: LeaseTimes = { lifeMs: 30_000, patienceMs: 60_000 }
const noteSchema = z.object({ until: z.number() })
const noteOf = (until: number): string => JSON.stringify({ until })

const beginningOf = (subject: string): string => `_finsam/leases/${createHash('sha256').update(subject).digest('hex').slice(0, 32)}.`
const generationOf = (name: string): number => Number(name.slice(name.lastIndexOf('.') + 1))

async function latestGeneration(bucket: Bucket, beginning: string): Promise<number> {
  return Math.max(0, ...(await bucket.list(beginning)).map(generationOf).filter(Number.isSafeInteger))
}

async function isHeld(bucket: Bucket, beginning: string, generation: number): Promise<boolean> {
  if (generation === 0) return false
  const note = await bucket.get(`${beginning}${generation}`)
  if (note === undefined) return false
  const parsed = noteSchema.safeParse(JSON.parse(note))
  return parsed.success && parsed.data.until > Date.now()
}

/**
 * Takes the generation after the latest, if nobody holds that. An earlier one is removed only once a later one is there, so who comes late and
 * makes a removed one again finds the later one in the list and withdraws.
 */
async function attempt(bucket: Bucket, beginning: string, lifeMs: number): Promise<number | undefined> {
  const latest = await latestGeneration(bucket, beginning)
  if (await isHeld(bucket, beginning, latest)) return undefined
  const own = latest + 1
  if (!(await bucket.putNew(`${beginning}${own}`, noteOf(Date.now() + lifeMs)))) return undefined
  const later = (await latestGeneration(bucket, beginning)) > own
  if (later) await bucket.remove(`${beginning}${own}`)
  else if (latest > 0) await bucket.remove(`${beginning}${latest}`)
  return later ? undefined : own
}

async function take(bucket: Bucket, beginning: string, { lifeMs, patienceMs }: LeaseTimes): Promise<number> {
  const end = Date.now() + patienceMs
  for (;;) {
    const own = await attempt(bucket, beginning, lifeMs)
    if (own !== undefined) return own
    if (Date.now() > end)
      throw new StoreError({ code: 'document-busy', message: 'Another process keeps changing this document; try again when it is done.' })
    await pause(100 + 400 * Math.random())
  }
}

/**
 * Does something while no other process does it with the same subject. A holder renews its lease while it works; that of a killed one ends by itself.
 *
 * @throws StoreError `document-busy` where another holder does not finish
 */
export async function withLease<Value>(
  bucket: Bucket,
  subject: string,
  work: () => Promise<Value>,
  times: LeaseTimes = usual,
): Promise<Value> {
  const beginning = beginningOf(subject)
  const own = `${beginning}${await take(bucket, beginning, times)}`
  let renewal: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    // A renewal that fails is made up for by the next one, or the lease ends: the commit itself is safe without it.
    renewal = bucket.put(own, noteOf(Date.now() + times.lifeMs)).catch(() => {})
  }, times.lifeMs / 3)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    await renewal
    await bucket.put(own, noteOf(0)).catch(() => {})
  }
}
