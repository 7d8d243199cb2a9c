import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plain } from './plain.ts'
import { WordIndex } from './word-index.ts'

describe('the lines of a word list', () => {
  const index = new WordIndex('3\nmål/ABDY\nmal/X\nMål\nhälso-/Z\nÅr')

  test.each([
    { key: 'mal', lines: ['mål/ABDY', 'mal/X', 'Mål'] },
    { key: 'halso-', lines: ['hälso-/Z'] },
    { key: 'halso', lines: [] },
    { key: 'ar', lines: ['År'] },
    { key: 'a', lines: [] },
    { key: 'mål', lines: [] },
    { key: '', lines: [] },
  ])('$key → $lines', ({ key, lines }) => {
    expect(index.linesOf(key)).toEqual(lines)
    expect(index.has(key)).toBe(lines.length > 0)
  })

  test('a word is found by its two parts, wherever it is parted', () => {
    expect([0, 1, 2, 3].map(cut => index.has('mal'.slice(0, cut), 'mal'.slice(cut)))).toEqual([true, true, true, true])
  })

  test('finds what a search of all lines finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'å', 'ä', 'B', 'ö'), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), word, (words, key) => {
        const lines = words.map((each, at) => (at % 2 === 0 ? `${each}/A` : each))
        expect(new WordIndex(lines.join('\n')).linesOf(plain(key))).toEqual(lines.filter((_, at) => plain(words[at] ?? '') === plain(key)))
      }),
      { seed: 41, numRuns: 60 },
    )
  })
})
