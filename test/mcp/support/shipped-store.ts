import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { AssistantContext } from '@finsam/assistant'
import { registrySchema } from '@finsam/domain'
import { loadLibrary, openStore } from '@finsam/indexer'

const data = resolve(import.meta.dirname, '../../../data')

export interface ShippedStore {
  readonly folder: string
  readonly context: AssistantContext
  remove(): Promise<void>
}

/** A store in a temporary folder with the documents that finsam ships. */
export async function openShippedStore(): Promise<ShippedStore> {
  const folder = await mkdtemp(join(tmpdir(), 'finsam-mcp-'))
  const registry = registrySchema.parse(JSON.parse(readFileSync(join(data, 'registry.json'), 'utf8')))
  const opened = await openStore(join(folder, 'store'), { registry })
  if (!opened.ok) throw new Error(opened.failure.message)
  const store = opened.value
  for (const name of readdirSync(join(data, 'documents')).toSorted()) {
    const added = await store.ingest({ fileName: name, bytes: readFileSync(join(data, 'documents', name)) })
    if (!added.ok) throw new Error(added.failure.message)
  }
  const context = await loadLibrary(store, registry)
  return {
    folder,
    context,
    remove: async () => {
      store.close()
      await rm(folder, { recursive: true })
    },
  }
}
