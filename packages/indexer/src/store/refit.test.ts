import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fitLsa } from '../embed/lsa/fit.ts'
import { lsaEmbedder } from '../embed/lsa/lsa-embedder.ts'
import { isFitDue, refit } from './refit.ts'
import { openPlace, type StorePlace } from './store-place.ts'
import { openTables, type Tables } from './tables.ts'

test.each([
  { passages: 0, fittedOn: 0, due: false, why: 'there is nothing to learn from' },
  { passages: 29, fittedOn: 0, due: false, why: 'there is too little to learn from' },
  { passages: 30, fittedOn: 0, due: true, why: 'there is enough' },
  { passages: 299, fittedOn: 200, due: false, why: 'it has not grown by half' },
  { passages: 300, fittedOn: 200, due: true, why: 'it has grown by half' },
  { passages: 29_999, fittedOn: 19_999, due: true, why: 'it has grown by half' },
  { passages: 1_000_000, fittedOn: 20_000, due: false, why: 'the model has seen as much as a fit takes in' },
])('a fit on $fittedOn of $passages passages: due is $due, because $why', ({ passages, fittedOn, due }) => {
  expect(isFitDue(passages, fittedOn)).toBe(due)
})

let folder: string
let places: StorePlace[]
const open = async (): Promise<Tables> => {
  const place = await openPlace(folder)
  places.push(place)
  return openTables(place)
}
beforeEach(async () => {
  places = []
  folder = await mkdtemp(join(tmpdir(), 'finsam-refit-'))
})
afterEach(async () => {
  for (const { connection } of places) connection.close()
  await rm(folder, { recursive: true, force: true })
})

const passage = (number: number, vector: Float32Array) => ({
  key: `plan@e#${number}`,
  document: 'plan',
  edition: 'e',
  association: 'exempel',
  year: 2024,
  kind: 'plan',
  line: number,
  lineTo: number,
  page: null,
  subject: 'Exempel',
  heading: null,
  text: `Insats ${'abcdefghij'[number % 10]}kurs följs upp av styrelse ${'klmnopqrst'[Math.floor(number / 10) % 10]}grupp`,
  norm: `insats ${number}`,
  vector,
})
async function fill({ serving }: Tables, from: number, to: number): Promise<void> {
  const { passages, embedder } = await serving.current()
  const rows = Array.from({ length: to - from }, (_, index) => passage(from + index, new Float32Array(embedder.dimensions).fill(0.1)))
  await passages.mergeInsert('key').whenMatchedUpdateAll().whenNotMatchedInsertAll().useIndex(false).execute(rows)
}

test('a store that has grown is fitted, every process goes on with the new vectors, and the model is found again', async () => {
  const tables = await open()
  const other = await open()
  await fill(tables, 0, 200)
  expect((await other.serving.current()).embedder.id).toMatch(/^hashed-grams/)
  await refit(tables.serving)
  for (const one of [tables, other, await open()]) {
    const { embedder, passages, fittedOn } = await one.serving.current()
    expect({ id: embedder.id, rows: await passages.countRows(), fittedOn }).toEqual({
      id: expect.stringMatching(/^lsa-[0-9a-f]{12}$/),
      rows: 200,
      fittedOn: 200,
    })
    const [vector] = await embedder.embed(['Insats akurs'])
    expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 4)
  }
  await refit(tables.serving)
  expect((await tables.serving.current()).fittedOn).toBe(200)
})

test('passages that another process writes to the earlier table while it is left behind are carried over', async () => {
  const tables = await open()
  await fill(tables, 0, 200)
  const { passages: earlier } = await tables.serving.current()
  const model = await fitLsa(['Insats akurs följs upp', 'Insats bkurs följs upp', 'akurs styrelse'], 16)
  const fitted = lsaEmbedder('lsa-0', model)
  if (!fitted) throw new Error('no model')
  let late = false
  const slow = {
    ...fitted,
    embed: async (texts: readonly string[]) => {
      if (!late) await earlier.add([{ ...passage(900, new Float32Array(1024)) }])
      late = true
      return fitted.embed(texts)
    },
  }
  await tables.serving.moveTo(slow, 200, model)
  expect(await (await tables.serving.current()).passages.countRows()).toBe(201)
})

test('an interrupted move leaves the earlier passages serving, and the next one goes on where it was', async () => {
  const tables = await open()
  await fill(tables, 0, 200)
  const model = await fitLsa(['Insats akurs följs upp', 'Insats bkurs följs upp'], 16)
  const fitted = lsaEmbedder('lsa-0', model)
  if (!fitted) throw new Error('no model')
  const broken = { ...fitted, embed: () => Promise.reject(new Error('killed')) }
  await expect(tables.serving.moveTo(broken, 200, model)).rejects.toThrow('killed')
  expect((await tables.serving.current()).embedder.id).toMatch(/^hashed-grams/)
  await tables.serving.moveTo(fitted, 200, model)
  expect(await (await tables.serving.current()).passages.countRows()).toBe(200)
})
