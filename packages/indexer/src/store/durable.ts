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

/** What another process tidied away between listing and flushing needs no flushing: what it was replaced by is that process's to flush. */
async function unlessGone(step: Promise<void>): Promise<void> {
  try {
    await step
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
}

async function flushFile(path: string, sinceMs: number): Promise<void> {
  if ((await stat(path)).mtimeMs >= sinceMs) await flush(path)
}

async function flushChanged(path: string, sinceMs: number): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true })
  for (const entry of entries) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) await unlessGone(flushChanged(inner, sinceMs))
    else if (entry.isFile()) await unlessGone(flushFile(inner, sinceMs))
  }
  await flush(path)
}

/** Makes what was written to one table since a moment survive a power loss. */
export async function flushTable(location: string, name: string, sinceMs: number): Promise<void> {
  if (isRemote(location)) return
  await flushChanged(join(location, `${name}.lance`), sinceMs)
  await flush(location)
}

/**
 * Makes what was written since a moment survive a power loss: flushes changed files and all folders of the store.
 * The engine itself flushes nothing. A bucket needs no flushing.
 */
export async function flushStore(location: string, sinceMs: number): Promise<void> {
  if (isRemote(location)) return
  await flushChanged(location, sinceMs)
}
