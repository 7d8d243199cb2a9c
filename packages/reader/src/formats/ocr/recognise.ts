import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, type Line, PSM, type Word, type Worker } from 'tesseract.js'
import type { RunLine } from '../pdf/text-line.ts'
import type { TextRun } from '../pdf/text-run.ts'

/** At this resolution digits of body text are some 25 pixels high, which recognition was trained on. */
export const recognitionDotsPerInch = 200

const languageFolder = join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/swe/package.json')), '4.0.0_best_int')

/** What recognition puts around a lone figure for the rules of a table: `[0]`, `|0|`. */
const withoutRules = (text: string): string => text.replace(/^[[\]|{}]+(?=[\d(−–-])|(?<=\d)[[\]|{}]+$/g, '')
const isRule = (text: string): boolean => /^[|[\]{}_—=~]+$/.test(text)

const toRun = (word: Word, line: Line, scale: number): TextRun => ({
  text: withoutRules(word.text),
  left: word.bbox.x0 * scale,
  right: word.bbox.x1 * scale,
  baseline: ((line.baseline.y0 + line.baseline.y1) / 2) * scale,
  size: line.rowAttributes.rowHeight * scale,
})

const median = (values: readonly number[]): number | undefined => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** Digits stand some 0.72 of the type's size high; a line's own height tells less, since it lacks descenders where its letters have none. */
const digitHeight = 0.72

/** The size of a page's type, in pixels: from its figures, else from its lines. */
function typeSize(lines: readonly Line[]): number {
  const digits = lines.flatMap(line => line.words.filter(word => /^\d{2,}$/.test(word.text)).map(word => word.bbox.y1 - word.bbox.y0))
  const height = median(digits)
  return height === undefined ? 0.9 * (median(lines.map(line => line.bbox.y1 - line.bbox.y0)) ?? 0) : height / digitHeight
}

/** A line of recognised words, in points. */
function toRunLine(line: Line, size: number, scale: number): RunLine | undefined {
  const runs = line.words.filter(word => !isRule(word.text)).map(word => toRun(word, line, scale))
  const [first] = runs
  return first && { runs, baseline: first.baseline, size: size * scale }
}

/** Text recognition in Swedish, offline. It keeps a process of its own until `close`. */
export class Recogniser {
  readonly #worker: Worker

  private constructor(worker: Worker) {
    this.#worker = worker
  }

  static async start(): Promise<Recogniser> {
    const worker = await createWorker('swe', 1, { langPath: languageFolder, gzip: true, cacheMethod: 'none' })
    // one block of lines: tables keep their rows, which layout analysis would part into columns
    await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK, user_defined_dpi: String(recognitionDotsPerInch) })
    return new Recogniser(worker)
  }

  /** The lines of a page's picture, top down; a page that lies a little askew is turned first. */
  async lines(picture: Uint8Array, dotsPerInch: number = recognitionDotsPerInch): Promise<RunLine[]> {
    const { data } = await this.#worker.recognize(Buffer.from(picture), { rotateAuto: true }, { blocks: true, text: false })
    const scale = 72 / dotsPerInch
    const lines = (data.blocks ?? []).flatMap(block => block.paragraphs.flatMap(paragraph => paragraph.lines))
    const size = typeSize(lines)
    return lines.flatMap(line => toRunLine(line, size, scale) ?? [])
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}
