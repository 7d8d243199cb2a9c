import { parentPort, workerData } from 'node:worker_threads'
import { extractDocx } from './extract-docx.ts'
import { extractWorkbook } from './extract-workbook.ts'
import type { BinaryKind } from './file-kind.ts'
import { extractPdf } from './pdf/extract-pdf.ts'

/** The worker's task: one file of a binary format. */
export interface ExtractTask {
  readonly kind: BinaryKind
  readonly bytes: Uint8Array
}

const extractors = { pdf: extractPdf, docx: extractDocx, workbook: extractWorkbook }
const { kind, bytes } = workerData as ExtractTask
parentPort?.postMessage(await extractors[kind](bytes))
