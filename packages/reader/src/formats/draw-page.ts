import { failure, type Result } from '@finsam/domain'
import { parseFileName } from '../document/file-id.ts'
import type { Spot } from './draw-spot.ts'
import type { ExtractFailureCode } from './extracted-text.ts'
import { fileKind } from './file-kind.ts'
import { inWorker } from './in-worker.ts'

const limits = { milliseconds: 60_000, megabytes: 512 }

/**
 * A page of a PDF, or a scanned picture, as a PNG picture with one of its lines marked, for a person to see where a figure stands.
 * It is drawn in a worker with limits, like every reading of a file.
 *
 * @param file  the file as it came
 * @param spot  the page, and the line's box in points or its number on the page
 * @returns     the picture, or a coded failure: formats without pages have none
 * @example     await drawPage({ bytes, fileName: 'budget-2024.pdf' }, { page: 3, box: [50, 100, 300, 112] })
 */
export async function drawPage(
  { bytes, fileName }: { readonly bytes: Uint8Array; readonly fileName: string },
  spot: Spot,
): Promise<Result<Uint8Array, ExtractFailureCode>> {
  const kind = fileKind(bytes, parseFileName(fileName).extension)
  if (kind !== 'pdf' && kind !== 'picture') return failure('unsupported-type', 'Only PDF files and pictures have pages that can be drawn.')
  return (await inWorker({ kind, bytes, spot }, limits, told => ('picture' in told ? told.picture : undefined))).result
}
