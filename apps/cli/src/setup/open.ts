import { type Registry, type Result, success } from '@finsam/domain'
import { openStore, type Store } from '@finsam/indexer'
import { refuse } from '../print/console.ts'
import { embedderOf } from './embedder.ts'
import { loadRegistry } from './registry.ts'

/** Options that every command takes. */
export interface CommonOptions {
  readonly store: string
  readonly registry?: string
}

/** An open store and the associations known by name. */
export interface Opened {
  readonly store: Store
  readonly registry: Registry
}

/** Opens the store that the options name; `create` false leaves a missing one missing. */
export async function open(options: CommonOptions, create: boolean): Promise<Result<Opened>> {
  const registry = await loadRegistry(options.registry)
  if (!registry.ok) return registry
  const embedder = embedderOf(process.env)
  if (!embedder.ok) return embedder
  const store = await openStore(options.store, {
    registry: registry.value,
    create,
    ...(embedder.value ? { embedder: embedder.value } : {}),
  })
  return store.ok ? success({ store: store.value, registry: registry.value }) : store
}

/** Runs with an open store and closes it whatever happens; a store that cannot be opened is told, exit code 1. */
export async function withStore(options: CommonOptions, create: boolean, use: (opened: Opened) => Promise<number>): Promise<number> {
  const opened = await open(options, create)
  if (!opened.ok) return refuse(opened.failure)
  try {
    return await use(opened.value)
  } finally {
    opened.value.store.close()
  }
}
