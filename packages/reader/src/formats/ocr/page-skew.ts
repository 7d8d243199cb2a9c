import type { PageBitmap } from './page-bitmap.ts'

/** A page lies no more askew than this; what is turned more was turned on purpose. */
const most = 2
const coarse = 0.2
const fine = 0.05
const dark = 128
const samples = 60_000

/** Dark pixels, as many as are needed to tell where lines of text lie. */
function inkOf({ width, height, grey }: PageBitmap): { readonly x: number; readonly y: number }[] {
  const ink: { x: number; y: number }[] = []
  for (let at = 0; at < width * height; at += 1) if ((grey[at] ?? 255) < dark) ink.push({ x: at % width, y: Math.floor(at / width) })
  const every = Math.max(1, Math.floor(ink.length / samples))
  return every === 1 ? ink : ink.filter((_, index) => index % every === 0)
}

/** How sharply the ink falls into lines when the page is turned back by an angle: the sum of squares of its rows. */
function sharpness(ink: readonly { readonly x: number; readonly y: number }[], height: number, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const rows = new Float64Array(3 * height)
  for (const { x, y } of ink) {
    const row = Math.round(y - x * slope) + height
    rows[row] = (rows[row] ?? 0) + 1
  }
  return rows.reduce((sum, count) => sum + count * count, 0)
}

const anglesFrom = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step)

/**
 * The angle in degrees, clockwise, by which a page's lines lie askew; 0 for one that lies straight.
 *
 * @example skewOf(pageTurnedByHalfADegree) // → 0.5
 */
export function skewOf(bitmap: PageBitmap): number {
  const ink = inkOf(bitmap)
  const best = (angles: readonly number[]): number =>
    angles
      .map(degrees => ({ degrees, sharp: sharpness(ink, bitmap.height, degrees) }))
      .reduce((a, b) => (b.sharp > a.sharp ? b : a), { degrees: 0, sharp: sharpness(ink, bitmap.height, 0) }).degrees
  const near = best(anglesFrom(-most, most, coarse))
  const found = best(anglesFrom(near - coarse, near + coarse, fine))
  return Math.abs(found) < 2 * fine ? 0 : found
}
