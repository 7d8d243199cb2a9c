import type { Result } from '@finsam/domain'
import type { Spot } from './draw-spot.ts'
import type { ExtractedText, ExtractFailureCode, ReadProgress } from './extracted-text.ts'
import type { BinaryKind } from './file-kind.ts'

/** A worker's task: one file of a binary format, to be read, or one spot of it to be drawn. */
export interface FileTask {
  readonly kind: BinaryKind
  readonly bytes: Uint8Array
  readonly spot?: Spot
  /** Pages (1-based) of a PDF that are left out, since work on them broke off before. */
  readonly withoutPages?: readonly number[]
}

/** What a worker tells: how far it has come, and at last the text or the picture. */
export type Told =
  | { readonly progress: ReadProgress }
  | { readonly text: Result<ExtractedText, ExtractFailureCode> }
  | { readonly picture: Result<Uint8Array, ExtractFailureCode> }
