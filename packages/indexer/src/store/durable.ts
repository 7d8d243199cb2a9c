import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isRemote } from './engine.ts'

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A file may be tidied away by another process between listing and flushing. */
const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function flushChanged(path: string, sinceMs: number): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true })
  for (const entry of entries) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) await flushChanged(inner, sinceMs)
    else if (entry.isFile() && (await stat(inner)).mtimeMs >= sinceMs) await flush(inner)
  }
  await flush(path)
}

/**
 * Makes what was written since a moment survive a power loss: flushes changed files and all folders of the store.
 * The engine itself flushes nothing. A bucket needs no flushing.
 */
export async function flushStore(location: string, sinceMs: number): Promise<void> {
  if (isRemote(location)) return
  try {
    await flushChanged(location, sinceMs)
  } catch (error) {
    if (!isGone(error)) throw error
    await flushChanged(location, sinceMs)
  }
}
