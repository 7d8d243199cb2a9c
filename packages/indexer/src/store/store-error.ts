import type { StoreFailure } from './failures.ts'
import { asStoreFailure } from './failures.ts'

/** Thrown where a promise holds no `Result`: an expected failure of the store, to be told as it is. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly failure: StoreFailure
  constructor(failure: StoreFailure, cause: unknown) {
    super(failure.message, { cause })
    this.failure = failure
  }
}

/** An error of the engine as a `StoreError` where it is an expected failure; our own bugs as they are. */
export function asStoreError(error: unknown): unknown {
  try {
    const failed = asStoreFailure(error)
    return failed.ok ? error : new StoreError(failed.failure, error)
  } catch {
    return error
  }
}
