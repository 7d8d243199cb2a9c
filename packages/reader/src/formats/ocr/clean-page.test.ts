import { describe, expect, test } from 'vitest'
import type { PageBitmap } from './page-bitmap.ts'
import { skewOf } from './page-skew.ts'
import { withoutRules } from './remove-rules.ts'

const paper = (width: number, height: number): PageBitmap => ({ width, height, grey: new Uint8Array(width * height).fill(250) })
function ink({ width, grey }: PageBitmap, left: number, top: number, across: number, down: number): void {
  for (let y = top; y < top + down; y += 1) for (let x = left; x < left + across; x += 1) grey[y * width + x] = 20
}
const shadeAt = ({ width, grey }: PageBitmap, x: number, y: number): number => grey[y * width + x] ?? 0

describe('rules of tables are taken out, at 200 dots per inch', () => {
  const page = paper(600, 400)
  ink(page, 20, 100, 560, 3)
  ink(page, 300, 20, 3, 360)
  // a letter's stroke as high as a figure, one that stands on the rule, and a dash
  ink(page, 100, 60, 5, 26)
  ink(page, 150, 76, 5, 26)
  ink(page, 200, 60, 30, 3)
  const clean = withoutRules(page, 200)

  test.each([
    { name: 'a rule across', x: 400, y: 101, left: false },
    { name: 'a rule down', x: 301, y: 200, left: false },
    { name: 'the crossing of two rules', x: 301, y: 101, left: false },
    { name: 'a letter', x: 102, y: 70, left: true },
    { name: 'a letter that stands on a rule', x: 152, y: 90, left: true },
    { name: 'a dash', x: 215, y: 61, left: true },
  ])('$name: left $left', ({ x, y, left }) => expect(shadeAt(clean, x, y) < 128).toBe(left))

  test('the page itself stays as it was', () => expect(shadeAt(page, 400, 101)).toBe(20))
})

describe('how far a page lies askew', () => {
  const turned = (degrees: number): PageBitmap => {
    const page = paper(1_000, 800)
    const slope = Math.tan((degrees * Math.PI) / 180)
    for (let line = 0; line < 20; line += 1)
      for (let x = 60; x < 940; x += 1) if (x % 14 < 9) ink(page, x, Math.round(60 + 34 * line + (x - 500) * slope), 1, 9)
    return page
  }
  test.each([0, 0.5, -0.9, 1.6])('%d degrees', degrees => expect(skewOf(turned(degrees))).toBeCloseTo(degrees, 1))
  test('an empty page lies straight', () => expect(skewOf(paper(200, 200))).toBe(0))
})
