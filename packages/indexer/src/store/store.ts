import type { DocumentReading, Result } from '@finsam/domain'
import type { Records } from '../records/records.ts'
import type { WaitingFiles } from '../records/waiting-files.ts'
import type { Hit, SearchOptions } from '../search/search.ts'
import type { StoreFailureCode } from './failures.ts'
import type { IncomingFile } from './ingest.ts'
import type { IngestReport } from './ingest-report.ts'
import type { StoredContent, StoredDocument } from './rows.ts'
import type { Verification } from './verify.ts'

/** Documents with their readings, their unchanged originals, and passages that can be searched. Safe for several processes at once. */
export interface Store {
  /** The absolute folder, or the bucket's address. */
  readonly location: string
  /** Reads a file and stores it, all at once or not at all. The same bytes again change nothing. */
  ingest(file: IncomingFile): Promise<Result<IngestReport>>
  /** Takes a document out, its earlier editions and its original included. */
  remove(id: string): Promise<Result<StoredDocument, StoreFailureCode>>
  /** All documents, by id. */
  documents(): Promise<readonly StoredDocument[]>
  /** All readings with their texts, by id. */
  contents(): Promise<readonly StoredContent[]>
  /** The readings alone, by id. */
  readings(): Promise<readonly DocumentReading[]>
  /** Lines of a document, 1-based, both ends included; `hash` names an earlier edition. Undefined for an unknown document. */
  sourceLines(document: string, from: number, to: number, hash?: string): Promise<readonly string[] | undefined>
  /** The bytes as they came; undefined for an unknown document. */
  original(document: string): Promise<Uint8Array | undefined>
  search(question: string, options: SearchOptions): Promise<readonly Hit[]>
  /** What people leave behind: corrections, shared answers, and what was asked. */
  readonly records: Records
  /** Files that wait for review. */
  readonly waiting: WaitingFiles
  /** Grows with every change of a document, so that a reader knows when to load again. */
  version(): Promise<number>
  /** Grows with every change of a document or correction that was made through this store, at once and without a look at the disk. */
  changes(): number
  /** Brings the indexes up to date and tidies the files of earlier commits; to be run after a batch of ingests. */
  maintain(): Promise<Result<void, StoreFailureCode>>
  /** Recounts and rehashes everything. */
  verify(): Promise<Verification>
  /** Reads documents with faults again from their originals and clears away what belongs to no document. */
  repair(): Promise<Result<Verification>>
  close(): void
}
