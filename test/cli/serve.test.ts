import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ended, finsam, startFinsam, temporaryFolder } from './finsam.ts'

// Every step starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const documents = resolve(import.meta.dirname, '../../data/documents')
const folder = temporaryFolder()
let server: ReturnType<typeof startFinsam>
let address = ''

/** The address that the server prints once it answers. */
const addressOf = (child: ReturnType<typeof startFinsam>): Promise<string> =>
  new Promise((found, lost) => {
    let text = ''
    child.stdout?.on('data', data => {
      text += data
      const printed = /answers at (http:\/\/127\.0\.0\.1:\d+)/.exec(text)?.[1]
      if (printed) found(printed)
    })
    child.once('exit', () => lost(new Error(text)))
  })

beforeAll(async () => {
  server = startFinsam(folder.path, 'serve', '--port', '0')
  address = await addressOf(server)
})
afterAll(async () => {
  server.kill('SIGKILL')
  await ended(server)
  folder.remove()
})

const ask = async (question: string) => {
  const reply = await fetch(`${address}/api/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question }),
  })
  return reply.json()
}

test('an empty store is filled with the shipped documents, and the server answers as the command line does', async () => {
  const question = 'Vad kostar Samordningsteam Sala 2024?'
  const answer = await ask(question)
  expect(answer.status).toBe('answered')
  expect(answer).toEqual(JSON.parse(finsam(folder.path, 'ask', '--json', question).out))
})

test('what another process ingests is known at once', async () => {
  const listed = async () =>
    (await (await fetch(`${address}/api/documents`)).json()).documents.map((document: { id: string }) => document.id)
  expect(await listed()).not.toContain('ny-plan')
  writeFileSync(join(folder.path, 'ny-plan.txt'), `${readFileSync(join(documents, 'vastra-malardalen-2023.txt'), 'utf8')}\nEn rad till.\n`)
  expect(finsam(folder.path, 'ingest', 'ny-plan.txt').code).toBe(0)
  expect(await listed()).toContain('ny-plan')
})

test('a correction made in the page holds at every door, and when the document is read anew', async () => {
  const document = 'vastra-malardalen-2023'
  const flagged = (await (await fetch(`${address}/api/review?document=${document}`)).json()).items
  const { title: _, ...item } = flagged.find(({ status }: { readonly status: string }) => status === 'ambiguous')
  const { statement, line, column, printed } = item
  const saved = await fetch(`${address}/api/corrections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ document, statement, line, column, printed, amount: 17, why: 'enligt originalet' }),
  })
  expect(saved.status).toBe(200)
  const exported = () => {
    const reading = JSON.parse(finsam(folder.path, 'export', '--document', document, '--json').out)
    const within = reading.statements.find(({ id }: { readonly id: string }) => id === statement)
    return within.lines.find(({ id }: { readonly id: string }) => id === line).values[column]
  }
  expect(exported()).toMatchObject({ amount: 17, status: 'confirmed', printed })
  const changed = join(folder.path, `${document}.txt`)
  writeFileSync(changed, `${readFileSync(join(documents, `${document}.txt`), 'utf8')}\nEn rad till.\n`)
  expect(finsam(folder.path, 'ingest', '--replace', changed).code).toBe(0)
  expect(exported()).toMatchObject({ amount: 17, status: 'confirmed' })
  const { items } = await (await fetch(`${address}/api/review?document=${document}`)).json()
  expect(items.map((one: typeof item) => [one.line, one.column])).not.toContainEqual([line, column])
})

test('an uploaded document is known to nobody until it is published', async () => {
  const body = `${readFileSync(join(documents, 'vastmanland-2024.md'), 'utf8')}\nEn rad till.\n`
  const uploaded = await fetch(`${address}/api/uploads?name=uppladdad-plan.txt`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body,
  })
  const { file, known } = await uploaded.json()
  expect(known).toBe('new')
  expect(finsam(folder.path, 'export', '--document', 'uppladdad-plan').code).toBe(1)
  const published = await fetch(`${address}/api/uploads/${file.id}/publish`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect(await published.json()).toEqual({ id: 'uppladdad-plan' })
  expect(finsam(folder.path, 'export', '--document', 'uppladdad-plan').code).toBe(0)
})

test('a port that is taken is told in one line', () => {
  const { code, out, err } = finsam(folder.path, 'serve', '--port', new URL(address).port)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^finsam: [^\n]+\n$/)
})

test('an address that others can reach needs a token', () => {
  expect(finsam(folder.path, 'serve', '--port', '0', '--host', '0.0.0.0')).toMatchObject({ code: 1, err: expect.stringContaining('token') })
})

test('it ends when it is asked to', async () => {
  server.kill('SIGTERM')
  expect(await ended(server)).toBe(0)
})
