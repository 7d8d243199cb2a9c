import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { tools } from '@finsam/assistant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type RunningServer, startHttp } from './support/http-server.ts'
import { sampleCalls } from './support/sample-calls.ts'

// The Inspector weighs 110 MB and starts anew for every call: it has its own lockfile (`npm ci --prefix bench/mcp/inspector`) and runs with FINSAM_LONG=1.
const inspector = resolve(import.meta.dirname, '../../bench/mcp/inspector/node_modules/.bin/mcp-inspector')
const stdioEntry = resolve(import.meta.dirname, 'support/stdio-server.ts')

const listSchema = z.object({ result: z.object({ tools: z.array(z.object({ name: z.string() })) }) })
const callSchema = z.object({
  result: z.object({
    isError: z.boolean().optional(),
    structuredContent: z.record(z.string(), z.unknown()),
    content: z.array(z.unknown()).min(1),
  }),
})

describe.skipIf(!process.env.FINSAM_LONG)('the Inspector’s command line', () => {
  let server: RunningServer
  let home: string
  beforeAll(async () => {
    expect(existsSync(inspector), 'Install it first: npm ci --prefix bench/mcp/inspector').toBe(true)
    server = await startHttp()
    home = await mkdtemp(join(tmpdir(), 'finsam-inspector-'))
  })
  afterAll(async () => {
    await server.close()
    await rm(home, { recursive: true })
  })

  /** What it prints, parsed; its own files go to a folder of the test. */
  async function inspect(transport: 'HTTP' | 'stdio', args: readonly string[]): Promise<unknown> {
    const target =
      transport === 'HTTP'
        ? ['--server-url', server.url.href, '--transport', 'http']
        : [process.execPath, '--conditions=finsam-source', stdioEntry]
    const child = spawn(process.execPath, [inspector, '--cli', ...target, ...args, '--format', 'json', '-q'], {
      env: { ...process.env, HOME: home },
    })
    let out = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
    const [code] = await once(child, 'close')
    expect(code, `${errors}${out}`).toBe(0)
    return JSON.parse(out)
  }

  describe.each(['HTTP', 'stdio'] as const)('over %s', transport => {
    test.each(['legacy', 'modern'])('lists every tool to a %s client, strictly', { timeout: 60_000 }, async era => {
      const { result } = listSchema.parse(await inspect(transport, ['--method', 'tools/list', '--protocol-era', era, '--strict']))
      expect(result.tools.map(({ name }) => name)).toEqual(tools.map(({ name }) => name))
    })

    test.each(sampleCalls)('calls $name', { timeout: 60_000 }, async ({ name, arguments: args }) => {
      const call = ['--method', 'tools/call', '--tool-name', name, '--tool-args-json', JSON.stringify(args)]
      const { result } = callSchema.parse(await inspect(transport, call))
      expect(result.isError ?? false).toBe(false)
    })
  })
})
