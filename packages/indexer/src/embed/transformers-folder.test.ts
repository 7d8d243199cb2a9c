import { describe, expect, test } from 'vitest'
import { EmbedderError } from './embedder-error.ts'
import { transformersEmbedder } from './transformers-folder.ts'

const model = { folder: '/models/tiny-sv', dimensions: 2 }

/** Stands for the library, which is not installed here: the same calls, vectors by length and first letter. */
function standIn(length = 2) {
  const env: Record<string, unknown> = {}
  const asked: unknown[] = []
  const pipeline = async (task: string, name: string, options: object) => {
    asked.push({ task, name, ...options })
    return async (texts: readonly string[]) => ({ tolist: () => texts.map(text => Array.from({ length }, () => text.length)) })
  }
  return { env, asked, load: async () => ({ env, pipeline }) }
}

test('a local model is loaded once, from its folder alone, and gives vectors of length 1', async () => {
  const { env, asked, load } = standIn()
  const embedder = transformersEmbedder(model, load)
  expect(embedder).toMatchObject({ id: 'local:tiny-sv:2', dimensions: 2 })
  const vectors = [...(await embedder.embed(['styrelsen', 'budgeten'])), ...(await embedder.embed(['mål']))]
  for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
  expect(env).toEqual({ allowRemoteModels: false, allowLocalModels: true, localModelPath: '/models' })
  expect(asked).toEqual([{ task: 'feature-extraction', name: 'tiny-sv', dtype: 'fp32' }])
})

test('no text needs no library', async () => {
  expect(await transformersEmbedder(model).embed([])).toEqual([])
})

describe('refused in one sentence:', () => {
  test.each([
    { name: 'a library that is not installed', load: () => Promise.reject(new Error('Cannot find package')), told: 'npm install' },
    { name: 'another library', load: async () => ({ pipeline: 'none' }), told: 'npm install' },
    {
      name: 'a folder without a model',
      load: async () => ({ env: {}, pipeline: () => Promise.reject(new Error('ENOENT /models/tiny-sv')) }),
      told: 'onnx/model.onnx',
    },
    { name: 'a model of another length', load: standIn(3).load, told: 'another length than 2' },
  ])('$name', async ({ load, told }) => {
    const embedding = transformersEmbedder(model, load).embed(['styrelsen'])
    await expect(embedding).rejects.toBeInstanceOf(EmbedderError)
    await expect(embedding).rejects.toThrow(told)
  })
})
