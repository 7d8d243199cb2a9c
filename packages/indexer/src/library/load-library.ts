import { type Corrected, correctLibrary, createLibrary, type Library, type Registry } from '@finsam/domain'
import type { Hit, SearchOptions } from '../search/search.ts'
import type { PageSpan } from '../store/reading-port.ts'
import type { Store } from '../store/store.ts'

/** All that a store knows, in memory: figures and facts as a library, the texts behind them, and the way to search. */
export interface KnownLibrary {
  /** With people's corrections in it. */
  readonly library: Library
  /** Corrections that hold no more, each with its reason. */
  readonly unusedCorrections: Corrected['unused']
  /** Lines of a document, 1-based, both ends included; undefined for an unknown document. */
  readonly sourceLines: (document: string, from: number, to: number) => readonly string[] | undefined
  /** The pages of a document; empty where its text has no page marks or it is unknown. */
  readonly pages: (document: string) => readonly PageSpan[]
  readonly search: (question: string, options: SearchOptions) => Promise<readonly Hit[]>
}

/**
 * Loads everything a store holds, with people's corrections applied. What is ingested later is not in it: see `liveLibrary`.
 *
 * @param registry  associations known by name; those that only documents name are added
 */
export async function loadLibrary(store: Store, registry: Registry): Promise<KnownLibrary> {
  const [contents, corrections] = await Promise.all([store.contents(), store.records.corrections.entries()])
  const texts = new Map(contents.map(content => [content.id, content]))
  const printed = createLibrary(
    contents.map(content => content.reading),
    registry,
  )
  const { library, unused } = correctLibrary(printed, corrections)
  return {
    library,
    unusedCorrections: unused,
    sourceLines: (document, from, to) => texts.get(document)?.lines.slice(Math.max(0, from - 1), Math.max(0, to)),
    pages: document => texts.get(document)?.pages ?? [],
    search: (question, options) => store.search(question, options),
  }
}

/** Changes of other processes are noticed after this long at most; a look at the disk costs more than an answer from memory. */
const lookEveryMs = 200

/** The state of a store, looked up again after a change of its own, and for others' changes from time to time. */
function stateOf(store: Store, clock: () => number): () => Promise<string> {
  let looked: { readonly at: number; readonly changes: number; readonly state: Promise<string> } | undefined
  const look = async () => (await Promise.all([store.version(), store.records.corrections.version()])).join('+')
  return () => {
    const [at, changes] = [clock(), store.changes()]
    if (looked?.changes !== changes || at - looked.at >= lookEveryMs) {
      const state = look()
      looked = { at, changes, state }
      state.catch(() => {
        looked = undefined
      })
    }
    return looked.state
  }
}

/**
 * Gives what the store knows: loaded once, and again only after a document or a correction has come: at once what comes through this store,
 * a moment later what another process writes. Callers at the same time share one load.
 *
 * @param clock milliseconds that only grow
 */
export function liveLibrary(store: Store, registry: Registry, clock: () => number = () => performance.now()): () => Promise<KnownLibrary> {
  const state = stateOf(store, clock)
  let loaded: { readonly version: string; readonly known: Promise<KnownLibrary> } | undefined
  return async () => {
    const version = await state()
    if (loaded?.version !== version) {
      const known = loadLibrary(store, registry)
      loaded = { version, known }
      known.catch(() => {
        loaded = undefined
      })
    }
    return loaded.known
  }
}
