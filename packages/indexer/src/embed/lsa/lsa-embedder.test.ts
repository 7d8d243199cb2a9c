import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Embedder } from '../embedder.ts'
import { fitLsa } from './fit.ts'
import { lsaEmbedder } from './lsa-embedder.ts'

const subjects = ['rehabilitering', 'styrelsen', 'budgeten', 'uppföljning', 'försäkringskassan', 'ungdomar', 'arbetsgivare', 'utbildning']
const verbs = ['planeras', 'beslutas', 'redovisas', 'samordnas', 'utvärderas']
const texts = subjects.flatMap(subject => verbs.map(verb => `${subject} ${verb} tillsammans med medlemmarna`))
const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)

let embedder: Embedder
let model: Uint8Array
beforeAll(async () => {
  model = await fitLsa(texts, 32)
  const fitted = lsaEmbedder('fitted', model)
  if (!fitted) throw new Error('the model cannot be read')
  embedder = fitted
})

const nearest = async (question: string): Promise<string> => {
  const [wanted = new Float32Array()] = (await embedder.embedQuestions?.([question])) ?? []
  const known = await embedder.embed(texts)
  return (
    texts[known.map(vector => cosine(wanted, vector)).reduce((best, score, index, all) => (score > (all[best] ?? 0) ? index : best), 0)] ??
    ''
  )
}

describe('a fitted embedder finds', () => {
  test.each([
    { question: 'Forsdkringskassan samordnas', text: 'försäkringskassan samordnas', why: 'damage' },
    { question: 'styrelsens beslut', text: 'styrelsen beslutas', why: 'inflection' },
    { question: 'utvärdering av ungdomarna', text: 'ungdomar utvärderas', why: 'inflection' },
    { question: 'arbetsgivarna planerar', text: 'arbetsgivare planeras', why: 'inflection' },
  ])('"$text" for "$question" ($why)', async ({ question, text }) => {
    expect(await nearest(question)).toContain(text)
  })
})

test('a question is near to the passage that says more of it, though much else stands there too', async () => {
  const long = 'Styrelsen beslutas och redovisas, och budgeten planeras.'
  const [wanted = new Float32Array()] = (await embedder.embedQuestions?.(['styrelsen beslutas och redovisas'])) ?? []
  const [said = new Float32Array(), half = new Float32Array()] = await embedder.embed([long, 'styrelsen beslutas'])
  expect(cosine(wanted, said)).toBeGreaterThan(cosine(wanted, half))
})

test('the last number of a vector fills passages up and is 0 in questions', async () => {
  const [question] = (await embedder.embedQuestions?.(['styrelsen beslutas'])) ?? []
  const passages = await embedder.embed(['styrelsen beslutas', 'styrelsen'])
  expect(question?.at(-1)).toBe(0)
  for (const passage of passages) expect(passage.at(-1)).toBeGreaterThan(0)
})

test('the same texts give the same model, and other texts another one', async () => {
  expect(await fitLsa(texts, 32)).toEqual(model)
  expect(await fitLsa(texts.slice(1), 32)).not.toEqual(model)
})

test('a vector has the asked length, also where there are fewer texts than numbers, and length 1 or 0', async () => {
  const small = lsaEmbedder('small', await fitLsa(['styrelsen beslutar', 'styrelsen möts', 'budgeten beslutas'], 16))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('styrelsen', 'budget', '2024', 'och', 'qx', ''), { maxLength: 5 }), async words => {
      const [vector] = (await small?.embed([words.join(' ')])) ?? []
      expect(vector).toHaveLength(16)
      const length = Math.hypot(...(vector ?? []))
      expect(Math.min(Math.abs(length - 1), length)).toBeLessThan(1e-5)
    }),
    { seed: 7, numRuns: 40 },
  )
})

test.each([
  { name: 'no bytes', bytes: () => new Uint8Array() },
  { name: 'other bytes', bytes: () => Uint8Array.from({ length: 64 }, (_, index) => index) },
  { name: 'half a model', bytes: () => model.slice(0, model.length / 2) },
])('$name are no model', ({ bytes }) => {
  expect(lsaEmbedder('none', bytes())).toBeUndefined()
})

test('a model is read the same from bytes that begin anywhere in memory', async () => {
  const shifted = new Uint8Array(model.length + 1)
  shifted.set(model, 1)
  const again = lsaEmbedder('shifted', shifted.subarray(1))
  expect(await again?.embed(['styrelsen'])).toEqual(await embedder.embed(['styrelsen']))
})
