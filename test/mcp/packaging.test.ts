import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { callTool, tools } from '@finsam/assistant'
import { registrySchema } from '@finsam/domain'
import { openSnapshot, writeSnapshot } from '@finsam/mcp'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventedContext } from '../../packages/assistant/src/tools/test-support/invented-context.ts'
import { inventedRegistry, north, south } from '../../packages/assistant/src/tools/test-support/invented-readings.ts'
import { sampleCalls } from './support/sample-calls.ts'

const home = resolve(import.meta.dirname, '../../apps/mcp')
const json = (file: string) => JSON.parse(readFileSync(join(home, file), 'utf8'))

describe('what registries and bundles say', () => {
  const own = json('package.json')
  const server = json('server.json')
  const manifest = json('bundle/manifest.json')

  test('versions and names agree', () => {
    expect([server.version, server.packages[0].version, manifest.version]).toEqual([own.version, own.version, own.version])
    expect(readFileSync(join(home, 'src/server/version.ts'), 'utf8')).toContain(`'${own.version}'`)
    expect(server.name).toBe(own.mcpName)
    expect(server.description.length).toBeLessThanOrEqual(100)
  })

  test('the bundle names the tools that there are', () => {
    expect(manifest.tools.map(({ name }: { name: string }) => name)).toEqual(tools.map(({ name }) => name))
  })
})

const pages = inventedContext().pages ?? (() => [])
const contents = [north, south].map(({ reading, text }) => ({ reading, lines: text, pages: pages(reading.document.id) }))
const snapshot = writeSnapshot(contents, registrySchema.parse(inventedRegistry))

describe('a snapshot', () => {
  const context = () => {
    const opened = openSnapshot(snapshot)
    if (!opened.ok) throw new Error(opened.failure.message)
    return opened.value
  }

  test.each(sampleCalls.filter(({ name }) => name !== 'search_text'))(
    '$name gives what the documents themselves give',
    async ({ name, arguments: args }) => {
      expect(await callTool(context(), name, args)).toEqual(await callTool(inventedContext(), name, args))
    },
  )

  test.each([
    ['deltagare', 16],
    ['nöjd', 15],
    ['deltagarna', 15],
    ['Budgeterad volvm', 16],
  ])('a search for %s finds line %i', async (query, line) => {
    const { data } = await callTool(context(), 'search_text', { query })
    const { passages } = data as { passages: { line: number; lineTo: number; document: string }[] }
    expect(passages.some(passage => passage.document === 'norradalen-2024' && passage.line <= line && line <= passage.lineTo)).toBe(true)
  })

  test('a search keeps to its document and association', async () => {
    const { data } = await callTool(context(), 'search_text', { query: 'samordningsförbundet', association: 'Sydslätten' })
    expect((data as { passages: { document: string }[] }).passages.map(({ document }) => document)).toEqual(['sydslatten-2024'])
  })

  test.each(['', '{', '{"format":"finsam-snapshot-0"}', '[]', snapshot.slice(0, -9), snapshot.replace('1 320 000', '9 320 000')])(
    '%.30j is no snapshot',
    text => {
      expect(openSnapshot(text)).toMatchObject({ ok: false, failure: { code: 'not-a-snapshot' } })
    },
  )
})

describe('the bundled file', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'finsam-bundle-'))
    execFileSync(process.execPath, [join(home, 'scripts/bundle.mjs'), folder], { stdio: ['ignore', 'ignore', 'inherit'] })
    writeFileSync(join(folder, 'snapshot.json'), snapshot)
    writeFileSync(join(folder, 'broken.json'), '{')
  }, 60_000)
  afterAll(() => rm(folder, { recursive: true }))

  const serve = async (file: string): Promise<Client> => {
    const client = new Client({ name: 'bundle', version: '1' })
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [join(folder, 'finsam-mcp.mjs'), file], stderr: 'pipe', cwd: folder }),
    )
    return client
  }

  test('serves the snapshot', { timeout: 60_000 }, async () => {
    const client = await serve('snapshot.json')
    expect((await client.listTools()).tools).toHaveLength(tools.length)
    const reply = await client.callTool({
      name: 'get_figures',
      arguments: { association: 'Norrådalen', line: 'Individinsatser', period: '2024' },
    })
    expect(reply.structuredContent).toMatchObject({ figures: [{ value: 1_320_000, sources: [{ line: 9 }] }] })
    await client.close()
  })

  test.each(['broken.json', 'missing.json'])(
    '%s: greets, and says what is wrong at the first call, without its path',
    { timeout: 60_000 },
    async file => {
      const client = await serve(file)
      const reply = await client.callTool({ name: 'list_associations', arguments: {} })
      expect(reply).toMatchObject({ isError: true, content: [{ text: expect.stringMatching(/snapshot.*Whoever set up finsam/) }] })
      expect(JSON.stringify(reply)).not.toContain(file)
      await client.close()
    },
  )
})
