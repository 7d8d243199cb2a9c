import type { StoreFailure } from './failures.ts'

/** Thrown where a promise holds no `Result`: an expected failure of the store, to be told as it is. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly failure: StoreFailure
  constructor(failure: StoreFailure, cause?: unknown) {
    super(failure.message, { cause })
    this.failure = failure
  }
}
