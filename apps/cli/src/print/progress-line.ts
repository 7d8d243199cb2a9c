import type { ReadProgress } from '@finsam/reader'

/** A terminal, or what is none: there a line cannot be written over. */
export interface ProgressStream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** A line on a terminal that tells how far a reading has come, and is gone when it ends. */
export interface ProgressLine {
  readonly tell: (progress: ReadProgress) => void
  readonly clear: () => void
}

/** What is read at once needs no line. */
const worthTelling = 5
const between = 200
const backAndErase = '\r\u001b[K'

/**
 * Shows `plan-2024.pdf: page 12 of 40` while a long document is read, at most five times a second. Writes nothing where the stream is no terminal.
 *
 * @example  const line = progressLine('plan-2024.pdf', process.stderr); line.tell({ page: 12, of: 40 }); line.clear()
 */
export function progressLine(fileName: string, stream: ProgressStream, now: () => number = () => performance.now()): ProgressLine {
  let told = Number.NEGATIVE_INFINITY
  return {
    tell: ({ page, of }) => {
      if (!stream.isTTY || of < worthTelling || now() - told < between) return
      told = now()
      stream.write(`${backAndErase}${fileName}: page ${page} of ${of}`)
    },
    clear: () => {
      if (told !== Number.NEGATIVE_INFINITY) stream.write(backAndErase)
    },
  }
}
