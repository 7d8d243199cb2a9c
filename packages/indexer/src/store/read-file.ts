import { failure } from '@finsam/domain'
import type { ReadFileBytes } from './reading-port.ts'

/** The reader of `@finsam/reader`. */
export const readFileBytes: ReadFileBytes = () => failure('reader-missing', 'No reader.')
