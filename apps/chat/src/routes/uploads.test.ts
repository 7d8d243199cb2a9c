import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { failure, success } from '@finsam/domain'
import { liveLibrary, openStore, type Store } from '@finsam/indexer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Upload } from '../contract/waiting.ts'
import { createChatServer } from '../server/create-server.ts'
import type { ReadDraft } from '../server/options.ts'

const registry = { associations: [] }
const name = 'provlunda-2025.txt'
const planWith = (team: string, total = '1 100 000') =>
  [
    'Samordningsförbundet Provlunda',
    'Verksamhetsplan och budget 2025',
    '',
    'Resultatbudget, kronor       Budget 2025',
    'Medlemsbidrag                  1 200 000',
    'Summa intäkter                 1 200 000',
    'Styrelse                         100 000',
    `Samordningsteam                ${team}`,
    `Summa kostnader                ${total}`,
    'Årets resultat                   100 000',
  ].join('\n')
const plan = planWith('1 000 000')
const damaged = planWith('1 0O0 000')

let folder: string
let store: Store
let scratch: Store
let server: Awaited<ReturnType<typeof createChatServer>>

/** Reads in a store of its own, whose content is looked at and thrown away. */
const readDraft: ReadDraft = async file => {
  const report = await scratch.ingest({ ...file, replace: true })
  if (!report.ok) return report
  const read = (await scratch.contents()).find(({ id }) => id === report.value.id)
  if (!read) throw new Error('nothing was read')
  return success(read)
}

async function opened(name: string): Promise<Store> {
  const store = await openStore(join(folder, name), { registry })
  if (!store.ok) throw new Error(store.failure.message)
  return store.value
}

const start = () =>
  createChatServer({
    context: liveLibrary(store, registry),
    readDraft,
    publish: file => store.ingest(file),
    waiting: store.waiting,
    records: store.records,
    replacedLines: (document, hash) => store.sourceLines(document, 1, 1e6, hash),
  })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finsam-uploads-'))
  store = await opened('store')
  scratch = await opened('scratch')
  server = await start()
})
afterEach(async () => {
  await server.close()
  store.close()
  scratch.close()
  await rm(folder, { recursive: true, force: true })
})

const upload = (body: string, fileName = name) =>
  server.inject({
    method: 'POST',
    url: `/api/uploads?name=${encodeURIComponent(fileName)}`,
    payload: Buffer.from(body),
    headers: { 'content-type': 'application/octet-stream' },
  })
const uploaded = async (body: string): Promise<Upload> => (await upload(body)).json()
const publish = (id: string, payload: object = {}) => server.inject({ method: 'POST', url: `/api/uploads/${id}/publish`, payload })
const documents = async () =>
  (await server.inject('/api/documents')).json().documents.map((document: { readonly id: string }) => document.id)
const listed = async () => (await server.inject('/api/uploads')).json().files
const teamCost = async () =>
  (await server.inject({ method: 'POST', url: '/api/ask', payload: { question: 'Vad kostar Samordningsteam i Provlunda 2025?' } })).json()
    .figures[0]

test('a file is uploaded, waits unseen by answers, and is asked about once it is published', async () => {
  const { file, known, document, report } = await uploaded(plan)
  expect({ fileName: file.fileName, who: file.who, known, document }).toEqual({
    fileName: name,
    who: 'local',
    known: 'new',
    document: 'provlunda-2025',
  })
  expect(report.page.statements).not.toHaveLength(0)
  expect([await documents(), (await listed()).length]).toEqual([[], 1])
  expect((await publish(file.id)).json()).toEqual({ id: 'provlunda-2025' })
  expect([await documents(), await listed()]).toEqual([['provlunda-2025'], []])
  expect(await teamCost()).toMatchObject({ value: 1_000_000, unit: 'kr' })
})

test('what cannot be read does not wait', async () => {
  const refused = await upload('', 'tom.txt')
  expect(refused.statusCode).toBe(422)
  expect(refused.json().error.message).not.toBe('')
  expect(await listed()).toEqual([])
})

test('another content under a known id is published only when told to replace', async () => {
  await publish((await uploaded(plan)).file.id)
  const { file, known } = await uploaded(planWith('  950 000', '1 050 000'))
  expect(known).toBe('other')
  const refused = await publish(file.id)
  expect([refused.statusCode, refused.json().error.code]).toEqual([409, 'document-known'])
  expect((await teamCost()).value).toBe(1_000_000)
  expect((await publish(file.id, { replace: true })).statusCode).toBe(200)
  expect((await teamCost()).value).toBe(950_000)
})

describe('files of one name from several associations', () => {
  const neighbour = plan.replace('Provlunda', 'Grannby')
  test('the second is told whose document it would replace, and has a name of its own', async () => {
    await publish((await uploaded(plan)).file.id)
    const { file, known, replaces, free } = await uploaded(neighbour)
    expect({ known, replaces, free }).toEqual({
      known: 'other',
      replaces: { title: 'Verksamhetsplan och budget 2025', associationName: 'Samordningsförbundet Provlunda', sameAssociation: false },
      free: 'grannby-2025',
    })
    expect((await publish(file.id, { id: free })).json()).toEqual({ id: 'grannby-2025' })
    expect(await documents()).toEqual(['grannby-2025', 'provlunda-2025'])
  })
  test('what the reviewer says holds under the name that was chosen', async () => {
    const { file, items } = await uploaded(damaged)
    const { document, statement, line, column, printed } = items[0] ?? {}
    const said = { document, statement, line, column, printed, amount: 1_000_001 }
    expect((await publish(file.id, { id: 'provet', reviewed: [said] })).json()).toEqual({ id: 'provet' })
    expect((await teamCost()).value).toBe(1_000_001)
  })
  test.each([
    { name: 'a path', id: '../etc/passwd', status: 400 },
    { name: 'nothing', id: ' ', status: 400 },
    { name: 'a line break', id: 'a\nb', status: 400 },
    { name: 'the name of another', id: 'provlunda-2025', status: 409 },
  ])('$name is refused in Swedish', async ({ id, status }) => {
    await publish((await uploaded(plan)).file.id)
    const refused = await publish((await uploaded(neighbour)).file.id, { id })
    expect([refused.statusCode, await documents()]).toEqual([status, ['provlunda-2025']])
    expect(refused.json().error.message).toMatch(/[åäö]/)
  })
})

test('a draft whose printed total is wrong is warned of it', async () => {
  const { report } = await uploaded(planWith('1 000 000', '1 10O 000'))
  expect(report.rules.find(({ rule }) => rule === 'sums')).toMatchObject({ holds: true, state: 'corrected' })
  expect(report.sums.find(({ line }) => line === 'Summa kostnader')).toMatchObject({ verdict: 'likely', status: 'repaired' })
  expect(report.page.findings).toContainEqual(expect.objectContaining({ code: 'value-repaired', severity: 'warning' }))
})

test('a shared answer cites the edition that it was given on, also after that was replaced', async () => {
  await publish((await uploaded(plan)).file.id)
  const payload = { question: 'Vad kostar Samordningsteam i Provlunda 2025?' }
  const { id } = (await server.inject({ method: 'POST', url: '/api/answers', payload })).json()
  const shared = async () => (await server.inject(`/api/answers/${id}`)).json()
  expect((await shared()).editions).toEqual({})
  await publish((await uploaded(`Ett förord.\n\n${planWith('  950 000', '1 050 000')}`)).file.id, { replace: true })
  const { changed, editions, answer } = await shared()
  const [edition] = Object.values(editions)
  expect([changed, Object.keys(editions)]).toEqual([true, ['provlunda-2025']])
  const { line } = answer.figures[0].sources[0]
  const sourceAt = async (more: string) => (await server.inject(`/api/source?document=provlunda-2025&line=${line}${more}`)).json()
  const then = await sourceAt(`&edition=${edition}`)
  expect([then.replaced, then.lines[line - 1].text]).toEqual([true, 'Samordningsteam                1 000 000'])
  const now = await sourceAt('')
  expect([now.replaced, now.lines[line - 1].text]).toEqual([false, 'Summa intäkter                 1 200 000'])
  expect((await sourceAt(`&edition=${'0'.repeat(64)}`)).error.code).toBe('unknown-edition')
})

test('the same content again is known to be the same', async () => {
  await publish((await uploaded(plan)).file.id)
  expect((await uploaded(plan)).known).toBe('same')
})

test('a file that is uploaded twice waits once, also when it comes twice at a time; under another name it is another', async () => {
  const [{ file }, { file: at }] = await Promise.all([uploaded(plan), uploaded(plan)])
  const { file: again, report } = await uploaded(plan)
  expect([at.id, again]).toEqual([file.id, (await listed())[0]])
  expect(report.page.statements).not.toHaveLength(0)
  await upload(plan, 'provlunda-2025-kopia.txt')
  expect(await listed()).toHaveLength(2)
})

test('a reading that failed is tried again', async () => {
  let failing = true
  const once: ReadDraft = async file => (failing ? failure('too-slow', 'The file took too long to read.') : readDraft(file))
  const slow = await createChatServer({
    context: liveLibrary(store, registry),
    readDraft: once,
    publish: file => store.ingest(file),
    waiting: store.waiting,
  })
  const send = () =>
    slow.inject({
      method: 'POST',
      url: `/api/uploads?name=${name}`,
      payload: Buffer.from(plan),
      headers: { 'content-type': 'application/octet-stream' },
    })
  expect((await send()).statusCode).toBe(422)
  failing = false
  expect((await send()).statusCode).toBe(200)
  await slow.close()
})

test('what the reviewer says about a cell holds from the moment of publishing', async () => {
  const { file, items } = await uploaded(damaged)
  const [cell] = items
  expect(cell).toMatchObject({ label: 'Samordningsteam', printed: '1 0O0 000' })
  const { document, statement, line, column, printed } = cell ?? {}
  const said = { document, statement, line, column, printed, amount: 1_000_001, why: 'enligt protokollet' }
  expect((await publish(file.id, { reviewed: [{ ...said, printed: '999' }] })).statusCode).toBe(409)
  expect((await publish(file.id, { reviewed: [said] })).statusCode).toBe(200)
  expect((await teamCost()).value).toBe(1_000_001)
})

test('a file waits on over a restart, and is read anew there', async () => {
  const { file } = await uploaded(plan)
  await server.close()
  server = await start()
  expect((await server.inject(`/api/uploads/${file.id}`)).json()).toMatchObject({ document: 'provlunda-2025', file })
  expect((await publish(file.id)).json()).toEqual({ id: 'provlunda-2025' })
})

test('a removed file waits no more', async () => {
  const { file } = await uploaded(plan)
  await server.inject({ method: 'DELETE', url: `/api/uploads/${file.id}` })
  expect(await listed()).toEqual([])
  expect((await publish(file.id)).statusCode).toBe(404)
})

test.each(['GET', 'POST'] as const)('without a waiting area %s /api/uploads is refused in words', async method => {
  const bare = await createChatServer({ context: liveLibrary(store, registry), publish: file => store.ingest(file) })
  const reply = await bare.inject({ method, url: '/api/uploads?name=x' })
  expect([reply.statusCode, reply.json().error.code]).toEqual([404, 'no-publishing'])
  await bare.close()
})
