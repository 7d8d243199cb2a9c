import { open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

const VERSIONS = '_versions'
// A version is named by what is left to the largest number of 64 bits, so that the latest comes first.
const versionName = /^\d{20}\.manifest$/
/** What every version that was written to its end ends with. */
const WHOLE = 'LANC'

async function isTorn(path: string): Promise<boolean> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const end = Buffer.alloc(WHOLE.length)
    if (size >= end.length) await handle.read(end, 0, end.length, size - end.length)
    return end.toString('latin1') !== WHOLE
  } finally {
    await handle.close()
  }
}

async function dropTornOf(versions: string): Promise<void> {
  for (const name of (await readdir(versions)).filter(file => versionName.test(file)).sort()) {
    const path = join(versions, name)
    if (!(await isTorn(path))) return
    await rm(path)
  }
}

/** A store that is not there, tables that another process tidies, and folders that may only be read are met by whoever opens them. */
const asIfNone = (): void => undefined

/**
 * Takes away the latest versions of tables that a power loss cut short: the engine refuses a table whose latest version it cannot read,
 * or takes it for empty. Nothing that was
 * acknowledged is lost by it, because that was flushed to its end; and no version that is being written is met, because the engine shows it only when it is whole.
 *
 * @param location  the folder of a store
 */
export async function dropTornVersions(location: string): Promise<void> {
  const tables = await readdir(location).catch(() => [])
  for (const table of tables.filter(name => name.endsWith('.lance'))) await dropTornOf(join(location, table, VERSIONS)).catch(asIfNone)
}
