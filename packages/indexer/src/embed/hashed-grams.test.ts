import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashedGrams } from './hashed-grams.ts'

const embedder = hashedGrams()
const likeness = async (one: string, other: string): Promise<number> => {
  const [a, b] = await embedder.embed([one, other])
  return (a ?? new Float32Array()).reduce((sum, component, index) => sum + component * (b?.[index] ?? 0), 0)
}

test.each([
  { near: 'Forsdkringskassan', far: 'Arbetsförmedlingen', of: 'Försäkringskassan', why: 'OCR damage' },
  { near: 'rehabiliteringsinsatser', far: 'styrelseledamöter', of: 'rehabilitering', why: 'a compound' },
  { near: 'individinsatserna', far: 'kommunernas andel', of: 'individinsats', why: 'inflection' },
])('$of is nearer to $near than to $far ($why)', async ({ near, far, of }) => {
  expect(await likeness(of, near)).toBeGreaterThan((await likeness(of, far)) + 0.2)
})

test('every text has a vector of length 1 or, without words, of zeros; the same each time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async text => {
      const [vector, again] = await embedder.embed([text, text])
      const length = Math.hypot(...(vector ?? []))
      expect(vector).toEqual(again)
      expect(vector).toHaveLength(embedder.dimensions)
      expect(length === 0 || Math.abs(length - 1) < 1e-5).toBe(true)
    }),
    { seed: 7, numRuns: 100 },
  )
})
