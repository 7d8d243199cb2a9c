/** A piece of text on a page, upright: x to the right, y downwards, in points. */
export interface TextRun {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The baseline. */
  readonly baseline: number
  readonly size: number
  /** The type that it is set in, by a name that means something within its page alone. */
  readonly font?: string
  /** How sure text recognition is of it, from 0 to 1; none for text that the file itself holds. */
  readonly sure?: number
}

/** What pdf.js tells of a run: its text, its matrix on the page as seen, and its advance. */
export interface PlacedText {
  readonly text: string
  readonly matrix: readonly [number, number, number, number, number, number]
  readonly width: number
  readonly font?: string
}

/** A quarter turn of text on its page: 0 upright, 1 and 3 sideways, 2 upside down. */
export type QuarterTurn = 0 | 1 | 2 | 3

const turns: readonly QuarterTurn[] = [0, 1, 2, 3]
const angleOf = ([a, b]: PlacedText['matrix']): number => Math.round(Math.atan2(b, a) / (Math.PI / 2)) & 3

/** The quarter turn in which most of the page's text runs. */
export function dominantTurn(texts: readonly PlacedText[]): QuarterTurn {
  const counts = [0, 0, 0, 0]
  for (const placed of texts) counts[angleOf(placed.matrix)] = (counts[angleOf(placed.matrix)] ?? 0) + placed.text.length
  return turns[counts.indexOf(Math.max(...counts))] ?? 0
}

/** Turns a page so that its text runs from left to right; text at another angle than most (stamps, margins) is left out. */
export function uprightRuns(texts: readonly PlacedText[], turn: QuarterTurn): TextRun[] {
  return texts
    .filter(placed => angleOf(placed.matrix) === turn)
    .map(({ text, matrix: [a, b, c, d, x, y], width, font }) => {
      const [left, baseline] = turn === 0 ? [x, y] : turn === 1 ? [y, -x] : turn === 2 ? [-x, -y] : [-y, x]
      return { text, left, right: left + width, baseline, size: Math.hypot(c, d) || Math.hypot(a, b), ...(font ? { font } : {}) }
    })
}
