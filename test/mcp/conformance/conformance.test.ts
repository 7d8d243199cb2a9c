import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type RunningServer, startHttp } from '../support/http-server.ts'
import { buildFixtureServer } from './fixture-server.ts'

const suite = (name: 'mcp-conformance-next' | 'mcp-conformance-stable'): string =>
  fileURLToPath(new URL(`../../../node_modules/${name}/dist/index.js`, import.meta.url))
const baseline = fileURLToPath(new URL('baseline.yml', import.meta.url))

const checksSchema = z.array(z.object({ id: z.string(), status: z.string(), errorMessage: z.string().optional() }))
type Check = z.infer<typeof checksSchema>[number]

/** Runs the official suite as its own process against a server on loopback. */
function run(program: string, args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'server', ...args])
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', code => resolve({ code, output }))
  })
}

async function failuresIn(folder: string, scenario: string): Promise<readonly Check[] | undefined> {
  const own = (await readdir(folder)).find(name => new RegExp(`^server-${scenario}-\\d{4}-`).test(name))
  if (!own) return undefined
  const checks = checksSchema.parse(JSON.parse(await readFile(join(folder, own, 'checks.json'), 'utf8')))
  return checks.filter(({ status }) => status === 'FAILURE')
}

describe('the shipped server passes every scenario that asks for no fixture', () => {
  let server: RunningServer
  let folder: string
  beforeAll(async () => {
    server = await startHttp()
    folder = await mkdtemp(join(tmpdir(), 'finsam-conformance-'))
  })
  afterAll(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })

  const common = ['tools-list', 'resources-list', 'prompts-list', 'dns-rebinding-protection']
  test.each([
    {
      name: '0.2.0-alpha.12 at 2026-07-28',
      program: suite('mcp-conformance-next'),
      args: ['--requirements', '2026-07-28'],
      scenarios: [
        ...common,
        'caching',
        'http-header-validation',
        'sep-2164-resource-not-found',
        'input-required-result-unsupported-methods',
        'server-sse-multiple-streams',
      ],
    },
    {
      name: '0.2.0-alpha.12 at 2025-11-25',
      program: suite('mcp-conformance-next'),
      args: ['--requirements', '2025-11-25'],
      scenarios: [...common, 'server-initialize', 'ping'],
    },
    { name: '0.1.16', program: suite('mcp-conformance-stable'), args: [], scenarios: [...common, 'server-initialize', 'ping'] },
  ])('$name', { timeout: 60_000 }, async ({ name, program, args, scenarios }) => {
    const results = join(folder, name)
    await run(program, ['--url', server.url.href, ...args, '-o', results])
    for (const scenario of scenarios) expect([scenario, await failuresIn(results, scenario)]).toEqual([scenario, []])
    const stateless = await failuresIn(results, 'server-stateless')
    // The rest of this scenario calls tools by names that only the suite's own server has.
    expect((stateless ?? []).filter(({ errorMessage }) => !errorMessage?.startsWith('Not testable:'))).toEqual([])
  })
})

describe('the shipped plugin passes with the fixtures of the suite', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startHttp({ build: buildFixtureServer })
  })
  afterAll(() => server.close())

  test.each([
    { name: 'all that 2026-07-28 requires', program: suite('mcp-conformance-next'), args: ['--requirements', '2026-07-28'] },
    {
      name: 'what 2025-11-25 requires of a server without sessions',
      program: suite('mcp-conformance-next'),
      args: ['--requirements', '2025-11-25', '--expected-failures', baseline],
    },
    { name: '0.1.16, but for the same four', program: suite('mcp-conformance-stable'), args: ['--expected-failures', baseline] },
  ])('$name', { timeout: 60_000 }, async ({ program, args }) => {
    const { code, output } = await run(program, ['--url', server.url.href, ...args])
    expect(output).toContain('SUMMARY')
    expect(code, output.slice(output.indexOf('SUMMARY'))).toBe(0)
  })
})
