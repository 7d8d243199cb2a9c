import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallContext } from '../../test/small-context.ts'
import { createChatServer } from '../server/create-server.ts'

let folder: string
let server: Awaited<ReturnType<typeof createChatServer>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finsam-page-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>finsam</title>')
  server = await createChatServer({ context: smallContext, pageFolder: folder })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

test.each([
  { name: 'a page of its own', url: '/underlag/provlunda-2025', headers: browser, status: 200, is: 'page' },
  { name: 'a broken link in a browser', url: '/finns/inte', headers: browser, status: 404, is: 'page' },
  { name: 'a broken link in a program', url: '/finns/inte', headers: { accept: 'application/json' }, status: 404, is: 'not-found' },
  { name: 'an unknown route of the API', url: '/api/finns-inte', headers: {}, status: 404, is: 'not-found' },
  { name: 'a missing asset', url: '/assets/borta.js', headers: {}, status: 404, is: 'not-found' },
])('$name is answered with $is', async ({ url, headers, status, is }) => {
  const reply = await server.inject({ url, headers })
  expect(reply.statusCode).toBe(status)
  expect(is === 'page' ? reply.headers['content-type'] : reply.json().error.code).toBe(is === 'page' ? 'text/html; charset=utf-8' : is)
})
