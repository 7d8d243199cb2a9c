import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { liveLibrary, openStore, type Store } from '@finsam/indexer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChatServer } from '../server/create-server.ts'

const plan = [
  'Samordningsförbundet Provlunda',
  'Verksamhetsplan och budget 2025',
  '',
  'Resultatbudget, kronor       Budget 2025',
  'Medlemsbidrag                  1 200 000',
  'Summa intäkter                 1 200 000',
  'Styrelse                         100 000',
  'Samordningsteam                1 000 000',
  'Summa kostnader                1 100 000',
  'Årets resultat                   100 000',
].join('\n')

let folder: string
let store: Store
let server: Awaited<ReturnType<typeof createChatServer>>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finsam-publish-'))
  const registry = { associations: [] }
  const opened = await openStore(join(folder, 'store'), { registry })
  if (!opened.ok) throw new Error(opened.failure.message)
  store = opened.value
  server = await createChatServer({ context: liveLibrary(store, registry), publish: file => store.ingest(file) })
})
afterEach(async () => {
  await server.close()
  store.close()
  await rm(folder, { recursive: true, force: true })
})

const publish = (body: string, name: string) =>
  server.inject({
    method: 'POST',
    url: `/api/documents?name=${encodeURIComponent(name)}`,
    payload: Buffer.from(body),
    headers: { 'content-type': 'application/octet-stream' },
  })

test('a document read in from the page is asked about at once, and one that cannot be read changes nothing', async () => {
  expect((await publish(plan, 'provlunda-2025.txt')).json()).toEqual({ id: 'provlunda-2025' })
  const refused = await publish('', 'tom.txt')
  expect(refused.statusCode).toBe(422)
  expect(refused.json().error.message).not.toBe('')
  const { documents } = (await server.inject('/api/documents')).json()
  expect(documents.map((document: { readonly id: string }) => document.id)).toEqual(['provlunda-2025'])
  const answer = (
    await server.inject({ method: 'POST', url: '/api/ask', payload: { question: 'Vad kostar Samordningsteam i Provlunda 2025?' } })
  ).json()
  expect(answer.figures[0]).toMatchObject({ value: 1_000_000, unit: 'kr' })
})
