import { randomUUID } from 'node:crypto'
import type { Bucket } from './bucket.ts'

/**
 * Whether a server refuses to write over an object that was to be new. One that takes the condition lightly lets two writers overwrite each
 * other's commits without an error, so that acknowledged documents disappear.
 */
export async function honoursConditions(bucket: Bucket): Promise<boolean> {
  const name = `_finsam/probe-${randomUUID()}`
  const first = await bucket.putNew(name, 'first')
  const second = await bucket.putNew(name, 'second')
  const kept = await bucket.get(name)
  await bucket.remove(name)
  return first && !second && kept === 'first'
}
