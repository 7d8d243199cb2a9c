import { describe, expect, test } from 'vitest'
import { pagesOf } from './page-marks.ts'

describe('pages', () => {
  test('a form feed starts a page', () => expect(pagesOf(['a', '\fb', 'c\f', 'd'])).toEqual([1, 2, 3, 3]))
  test('else a line that begins with exactly one space does', () => expect(pagesOf([' A', 'b', ' C', 'd'])).toEqual([1, 1, 2, 2]))
  test('a text that keeps its layout has no such marks', () => expect(pagesOf(['  a', '   b', ' c', 'd'])).toBeUndefined())
  test('a margin of one space marks no pages', () => expect(pagesOf([' a', ' b', ' c', 'd'])).toBeUndefined())
  test('a text without marks has no pages', () => expect(pagesOf(['a', 'b', ' '])).toBeUndefined())
})
