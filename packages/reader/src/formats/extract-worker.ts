import { Worker } from 'node:worker_threads'
import { failure } from '@finsam/domain'
import { drawPdfSpot, drawPictureSpot } from './draw-spot.ts'
import { extractDocx } from './extract-docx.ts'
import { extractPicture } from './extract-picture.ts'
import { extractWorkbook } from './extract-workbook.ts'
import type { FileTask, Told } from './file-task.ts'
import { extractPdf } from './pdf/extract-pdf.ts'
import { checkZip } from './zip-size.ts'

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
/** What the process may take in all while it reads text, and once it works on pictures: a full page of A2 with its recognition takes 870. */
const mostMegabytes = { text: 820, pictures: 1_200 } as const
/** Shared with the guard of the memory, which reads it as it goes. */
const limit = new Int32Array(new SharedArrayBuffer(4))
const allow = (work: keyof typeof mostMegabytes): void => void Atomics.store(limit, 0, mostMegabytes[work])

const extractors = {
  pdf: (file: Uint8Array, withoutPages: readonly number[]) =>
    extractPdf(file, { withoutPages, onPage: progress => tell({ progress }), onPicture: () => allow('pictures') }),
  docx: extractDocx,
  workbook: extractWorkbook,
  picture: extractPicture,
}
const guard = new URL(import.meta.url.endsWith('.ts') ? './memory-guard.ts' : './memory-guard.js', import.meta.url)
const tell = (told: Told): void => void process.send?.(told)

async function textOf({ kind, bytes, withoutPages = [] }: FileTask): Promise<Told> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const size = isZip ? await checkZip(bytes) : 'fits'
  return { text: size === 'fits' ? await extractors[kind](bytes, withoutPages) : refusals[size] }
}

const work = async (task: FileTask): Promise<Told> => {
  const { kind, bytes, spot } = task
  allow(spot || kind === 'picture' ? 'pictures' : 'text')
  new Worker(guard, { workerData: limit }).unref()
  if (spot) return { picture: await (kind === 'picture' ? drawPictureSpot : drawPdfSpot)(bytes, spot) }
  return textOf(task)
}

// Whoever asked is gone, or has been told all.
process.once('disconnect', () => process.exit())
process.once('message', (task: FileTask) => {
  // A Buffer stays one on its way between processes, and PDF readers want plain bytes.
  void work({ ...task, bytes: new Uint8Array(task.bytes) }).then(told => process.send?.(told, () => process.disconnect()))
})
