import { type Failure, failure, type Result } from '@finsam/domain'
import { EmbedderError } from '../embed/embedder-error.ts'
import { conflictSign } from './conflict.ts'
import { StoreError } from './store-error.ts'

/** Why the store could not do what was asked. */
export type StoreFailureCode =
  | 'store-missing'
  | 'store-unwritable'
  | 'store-full'
  | 'store-busy'
  | 'store-unsafe'
  | 'store-unreachable'
  | 'embedder-failed'
  | 'store-of-other-format'
  | 'document-known'
  | 'document-unknown'
  | 'document-busy'

export type StoreFailure = Failure<StoreFailureCode>

const signs: readonly { readonly code: StoreFailureCode; readonly pattern: RegExp; readonly message: string }[] = [
  {
    code: 'store-full',
    message: 'The disk of the store is full; nothing was changed. Free some space and try again.',
    pattern: /no space left|ENOSPC|os error 28|disk quota|EDQUOT|os error 122|file too large|os error 27/i,
  },
  {
    code: 'store-unwritable',
    message: 'The store cannot be written there; nothing was changed. Choose another folder with --store, or change its permissions.',
    pattern:
      /ENOENT.*mkdir|read-only file system|EROFS|os error 30|permission denied|EACCES|EPERM|os error 13|not a directory|ENOTDIR|os error 20|EEXIST/i,
  },
  {
    code: 'store-unreachable',
    message: 'The bucket of the store cannot be reached or refuses these keys; check its address, region and keys.',
    pattern: /AWS credentials|Generic S3 error|store: "S3"|NoSuchBucket|the bucket answered/i,
  },
  {
    code: 'store-busy',
    message: 'Other processes keep writing to the store at the same time; try again when they are done.',
    pattern: conflictSign,
  },
]

/** The expected failure behind an error of the engine or the file system; our own bugs are thrown on. */
export function asStoreFailure(error: unknown): Result<never, StoreFailureCode> {
  if (error instanceof StoreError) return { ok: false, failure: error.failure }
  if (error instanceof EmbedderError) return failure('embedder-failed', error.message)
  const text = error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message} ${String(error.cause ?? '')}` : String(error)
  const sign = signs.find(candidate => candidate.pattern.test(text))
  if (!sign) throw error
  return failure(sign.code, sign.message)
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
