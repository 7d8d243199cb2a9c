import { parentPort, workerData } from 'node:worker_threads'
import { failure, type Result } from '@finsam/domain'
import { extractDocx } from './extract-docx.ts'
import { extractPicture } from './extract-picture.ts'
import { extractWorkbook } from './extract-workbook.ts'
import type { ExtractedText, ExtractFailureCode, ReadProgress } from './extracted-text.ts'
import type { BinaryKind } from './file-kind.ts'
import { extractPdf } from './pdf/extract-pdf.ts'
import { checkZip } from './zip-size.ts'

/** The worker's task: one file of a binary format. */
export interface ExtractTask {
  readonly kind: BinaryKind
  readonly bytes: Uint8Array
}

/** What the worker tells: how far it has come, and at last the text. */
export type ExtractMessage = { readonly progress: ReadProgress } | { readonly result: Result<ExtractedText, ExtractFailureCode> }

const refusals = {
  'too-large': failure(
    'too-large',
    'The file unpacks to more than a document may hold. Remove pictures and empty rows, save it anew, and read that one.',
  ),
  damaged: failure(
    'damaged',
    'The file is damaged and cannot be read. Open it in the program that made it, save it anew, and read that one.',
  ),
}
const extractors = {
  pdf: (file: Uint8Array) => extractPdf(file, { onPage: progress => tell({ progress }) }),
  docx: extractDocx,
  workbook: extractWorkbook,
  picture: extractPicture,
}
const tell = (message: ExtractMessage): void => parentPort?.postMessage(message)
const { kind, bytes } = workerData as ExtractTask
const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
const size = isZip ? await checkZip(bytes) : 'fits'

tell({ result: size === 'fits' ? await extractors[kind](bytes) : refusals[size] })
