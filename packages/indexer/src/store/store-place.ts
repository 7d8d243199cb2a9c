import { failure, type Result, success } from '@finsam/domain'
import type { Connection } from '@lancedb/lancedb'
import { type Bucket, openBucket } from '../bucket/bucket.ts'
import { bucketAddress } from '../bucket/bucket-address.ts'
import { honoursConditions } from '../bucket/conditional-writes.ts'
import { withLease } from '../bucket/lease.ts'
import { connectTo, isRemote } from './engine.ts'
import type { StoreFailureCode } from './failures.ts'
import { dropTornVersions } from './torn-versions.ts'

/** Where a store is, and how its writers keep out of each other's way. */
export interface StorePlace {
  readonly connection: Connection
  readonly location: string
  /**
   * Does something while no other process does the same to a subject. In a folder it just does it: there every step is safe by itself,
   * and processes that meet try again.
   */
  alone<Value>(subject: string, work: () => Promise<Value>): Promise<Value>
  /** Why the store may not be written, where it may not. */
  readonly writing: Result<void, StoreFailureCode>
}

const unsafe = failure(
  'store-unsafe',
  'The object storage ignores conditional writes, so that two writers could overwrite each other; the store is only read. Use a server that honours If-None-Match, or a folder.',
)
const unchecked = failure(
  'store-unwritable',
  'The object storage of the store refuses to be written; the store is only read. Check its address and keys.',
)

async function mayWrite(bucket: Bucket): Promise<Result<void, StoreFailureCode>> {
  try {
    return (await honoursConditions(bucket)) ? success(undefined) : unsafe
  } catch {
    return unchecked
  }
}

/** Connects to a folder or bucket, and finds out whether it may be written safely. */
export async function openPlace(location: string, storageOptions: Record<string, string> = {}): Promise<StorePlace> {
  if (!isRemote(location)) await dropTornVersions(location)
  const connection = await connectTo(location, storageOptions)
  if (!isRemote(location)) return { connection, location, writing: success(undefined), alone: (_, work) => work() }
  const address = bucketAddress(location, storageOptions, process.env)
  if (!address) return { connection, location, writing: unsafe, alone: (_, work) => work() }
  const bucket = openBucket(address)
  return { connection, location, writing: await mayWrite(bucket), alone: (subject, work) => withLease(bucket, subject, work) }
}
