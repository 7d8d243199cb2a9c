import type { StoreFailure } from './failures.ts'
import type { Store } from './store.ts'
import { StoreError } from './store-error.ts'

/** A store whose place may not be written: it is read as always, and every change is refused with the reason. */
export function readOnly(store: Store, failed: { readonly ok: false; readonly failure: StoreFailure }): Store {
  const refuse = () => Promise.reject(new StoreError(failed.failure))
  const { corrections, sharedAnswers, asked } = store.records
  return {
    ...store,
    ingest: async () => failed,
    remove: async () => failed,
    maintain: async () => failed,
    repair: async () => failed,
    records: {
      corrections: { ...corrections, append: refuse },
      sharedAnswers: { ...sharedAnswers, append: refuse },
      asked: { ...asked, append: refuse },
    },
    waiting: { ...store.waiting, put: refuse, remove: refuse },
  }
}
