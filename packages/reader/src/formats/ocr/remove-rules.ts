import type { PageBitmap } from './page-bitmap.ts'

const dark = 150
const paper = 255

/** How long a stroke must be, in inches, to be the rule of a table and no part of a letter; and how thick a rule may be. */
const longest = { across: 0.5, down: 0.3 }
const thickest = 0.045

/** A page seen along its rows, or along its columns. */
interface Direction {
  readonly lanes: number
  readonly length: number
  /** Index of a pixel by lane and place along it. */
  readonly at: (lane: number, along: number) => number
}

/** Stretches of ink along a lane, over gaps of one pixel. */
function strokes(grey: Uint8Array, { length, at }: Direction, lane: number, least: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  let from = -1
  let last = -1
  for (let along = 0; along <= length; along += 1) {
    const inked = along < length && (grey[at(lane, along)] ?? paper) < dark
    if (inked) {
      if (from < 0) from = along
      last = along
    } else if (from >= 0 && along - last > 2) {
      if (last - from >= least) found.push({ from, to: last })
      from = -1
    }
  }
  return found
}

/** How thick the ink is at a place, across the lane; a letter that crosses a rule is thicker than the rule. */
function thickness(grey: Uint8Array, { lanes, at }: Direction, lane: number, along: number, most: number): number {
  let thick = 1
  for (const step of [-1, 1])
    for (let next = lane + step; next >= 0 && next < lanes && thick <= most && (grey[at(next, along)] ?? paper) < dark; next += step)
      thick += 1
  return thick
}

/** Which pixels lie in strokes of a direction that are as long as rules. */
function longStrokes(grey: Uint8Array, direction: Direction, least: number): Uint8Array {
  const mask = new Uint8Array(grey.length)
  for (let lane = 0; lane < direction.lanes; lane += 1)
    for (const { from, to } of strokes(grey, direction, lane, least))
      for (let along = from; along <= to; along += 1) mask[direction.at(lane, along)] = 1
  return mask
}

/** Wipes the rules of one direction with the grey edge beside them; where they cross others, ink is thick and no letter all the same. */
function wipe(clean: Uint8Array, grey: Uint8Array, direction: Direction, own: Uint8Array, others: Uint8Array, most: number): void {
  for (let lane = 0; lane < direction.lanes; lane += 1)
    for (let along = 0; along < direction.length; along += 1) {
      const pixel = direction.at(lane, along)
      if (own[pixel] !== 1 || (others[pixel] !== 1 && thickness(grey, direction, lane, along, most) > most)) continue
      for (const beside of [lane - 1, lane, lane + 1])
        if (beside >= 0 && beside < direction.lanes) clean[direction.at(beside, along)] = paper
    }
}

/**
 * A page without the rules of its tables: recognition takes them for letters, and the figures beside them for others.
 *
 * @param dotsPerInch  of the picture
 */
export function withoutRules({ width, height, grey }: PageBitmap, dotsPerInch: number): PageBitmap {
  const across: Direction = { lanes: height, length: width, at: (lane, along) => lane * width + along }
  const down: Direction = { lanes: width, length: height, at: (lane, along) => along * width + lane }
  const most = Math.max(2, Math.round(thickest * dotsPerInch))
  const rows = longStrokes(grey, across, Math.round(longest.across * dotsPerInch))
  const columns = longStrokes(grey, down, Math.round(longest.down * dotsPerInch))
  const clean = Uint8Array.from(grey)
  wipe(clean, grey, across, rows, columns, most)
  wipe(clean, grey, down, columns, rows, most)
  return { width, height, grey: clean }
}
