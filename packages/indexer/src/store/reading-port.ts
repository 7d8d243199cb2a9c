import type { DocumentReading, Registry, Result } from '@finsam/domain'
import type { Omission, ReadProgress } from '@finsam/reader'

/** A stretch of a document that search can find: lines are 1-based, both ends included. */
export interface Passage {
  readonly line: number
  readonly lineTo: number
  readonly page?: number
  readonly heading?: string
  readonly text: string
}

/** The lines of one page, 1-based, both ends included. */
export interface PageSpan {
  readonly page: number
  readonly from: number
  readonly to: number
}

/** What a file turned into; `pages` is empty where the text has no page marks. */
export interface ReadFile {
  readonly reading: DocumentReading
  readonly lines: readonly string[]
  readonly pages: readonly PageSpan[]
  readonly passages: readonly Passage[]
  /** What of the file was left out, or read off pictures. */
  readonly omissions?: readonly Omission[]
}

/** Reads a file's bytes; `id` overrides the one that its name gives. Failures are the file's, in one sentence. */
export type ReadFileBytes = (input: {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly id?: string
  readonly registry: Registry
  /** Called after each page of a PDF. */
  readonly onProgress?: (progress: ReadProgress) => void
}) => Result<ReadFile> | Promise<Result<ReadFile>>
