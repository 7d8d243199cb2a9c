import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, type Line, type Page, PSM, type Word, type Worker } from 'tesseract.js'
import type { RunLine } from '../pdf/text-line.ts'
import type { TextRun } from '../pdf/text-run.ts'
import { readFigureColumns, type SeenFigure, type Strip } from './figure-pass.ts'
import { bitmapOf, type PageBitmap, pngOf } from './page-bitmap.ts'
import { skewOf } from './page-skew.ts'
import { withoutRules } from './remove-rules.ts'
import { withBearings } from './side-bearing.ts'

/** At this resolution digits of body text are some 25 pixels high, which recognition was trained on. */
export const recognitionDotsPerInch = 200

const languageFolder = join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/swe/package.json')), '4.0.0_best_int')

/** What recognition puts around a lone figure for the rules of a table: `[0]`, `|0|`. */
const withoutBorders = (text: string): string => text.replace(/^[[\]|{}]+(?=[\d(−–-])|(?<=\d)[[\]|{}]+$/g, '')
const isRule = (text: string): boolean => /^[|[\]{}_—=~]+$/.test(text)

const toRun = (word: Word, line: Line, scale: number): TextRun => ({
  text: withoutBorders(word.text),
  left: word.bbox.x0 * scale,
  right: word.bbox.x1 * scale,
  baseline: ((line.baseline.y0 + line.baseline.y1) / 2) * scale,
  size: line.rowAttributes.rowHeight * scale,
  sure: word.confidence / 100,
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
  const runs = line.words.filter(word => !isRule(word.text)).map(word => withBearings(toRun(word, line, scale), size * scale))
  const [first] = runs
  return first && { runs, baseline: first.baseline, size: size * scale }
}

/** What figures are written with. */
const figureSigns = '0123456789-−–,.%() '
/** Figures are read at twice the size: they are the smallest signs that matter most. */
const figureScale = 2

const linesOf = (blocks: Page['blocks']): Line[] => (blocks ?? []).flatMap(block => block.paragraphs.flatMap(paragraph => paragraph.lines))
const radiansOf = (degrees: number): number => (degrees * Math.PI) / 180

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

  /**
   * The lines of a page's picture, top down, in points. A page that lies a little askew is set straight first, the rules of its tables are
   * taken out, and its columns of figures are read a second time, as figures only.
   */
  async lines(picture: Uint8Array, dotsPerInch: number = recognitionDotsPerInch): Promise<RunLine[]> {
    const askew = await bitmapOf(picture)
    const degrees = skewOf(askew)
    const page = withoutRules(degrees === 0 ? askew : await bitmapOf(picture, -radiansOf(degrees)), dotsPerInch)
    const whole = { left: 0, top: 0, width: page.width, height: page.height }
    const lines = await this.#recognise(await pngOf(page, whole))
    const scale = 72 / dotsPerInch
    const size = typeSize(lines)
    const found = lines.flatMap(line => toRunLine(line, size, scale) ?? [])
    return this.#asFigures(() => readFigureColumns(found, strip => this.#figures(page, strip, scale)))
  }

  async #recognise(png: Buffer): Promise<Line[]> {
    const { data } = await this.#worker.recognize(png, {}, { blocks: true, text: false })
    return linesOf(data.blocks)
  }

  async #asFigures<Value>(work: () => Promise<Value>): Promise<Value> {
    await this.#worker.setParameters({ tessedit_char_whitelist: figureSigns })
    try {
      return await work()
    } finally {
      await this.#worker.setParameters({ tessedit_char_whitelist: '' })
    }
  }

  /** The figures of a strip of the page, which is told in points. */
  async #figures(page: PageBitmap, strip: Strip, scale: number): Promise<SeenFigure[]> {
    const [left, top] = [Math.max(0, Math.floor(strip.left / scale)), Math.max(0, Math.floor(strip.top / scale))]
    const width = Math.min(page.width, Math.ceil(strip.right / scale)) - left
    const height = Math.min(page.height, Math.ceil(strip.bottom / scale)) - top
    if (width < 8 || height < 8) return []
    const lines = await this.#recognise(await pngOf(page, { left, top, width, height }, figureScale))
    const at = (pixel: number, from: number): number => (pixel / figureScale + from) * scale
    return lines.map(({ words, bbox, confidence }) => ({
      text: words.map(({ text }) => text).join(' '),
      left: at(bbox.x0, left),
      right: at(bbox.x1, left),
      middle: at((bbox.y0 + bbox.y1) / 2, top),
      sure: confidence / 100,
    }))
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}
