import { createHash } from 'node:crypto'
import * as z from 'zod'
import { quoted } from './columns.ts'
import { untilCommitted } from './conflict.ts'
import { rowsOf } from './rows.ts'
import type { Tables } from './tables.ts'

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

const originalSchema = z.object({ size: z.number().int(), bytes: z.instanceof(Uint8Array) })

/** A file as it came. */
export interface Original {
  readonly bytes: Uint8Array
  /** Whether it still is what its SHA-256 names. */
  readonly intact: boolean
}

/** The kept file with a SHA-256; undefined where none is kept. */
export async function originalWith({ originals }: Tables, hash: string): Promise<Original | undefined> {
  const found = originals.query().where(`hash = ${quoted(hash)}`)
  const [row] = await rowsOf(found.select(Object.keys(originalSchema.shape)).limit(1), originalSchema)
  return row && { bytes: row.bytes, intact: sha256(row.bytes) === hash && row.bytes.length === row.size }
}

/** Keeps a file as it came, once however often it comes. */
export async function keepOriginal({ originals }: Tables, hash: string, bytes: Uint8Array): Promise<void> {
  if ((await originals.countRows(`hash = ${quoted(hash)}`)) > 0) return
  const row = { hash, size: bytes.length, bytes: Buffer.from(bytes) }
  await untilCommitted(() => originals.mergeInsert('hash').whenNotMatchedInsertAll().useIndex(false).execute([row]))
}
