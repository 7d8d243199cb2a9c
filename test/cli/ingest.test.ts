import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ended, finsam, outcome, startFinsam, temporaryFolder } from './finsam.ts'

// Every step starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const documents = resolve(import.meta.dirname, '../../data/documents')
const plan = join(documents, 'vastra-malardalen-2023.txt')
const folder = temporaryFolder()
const inFolder = (name: string) => join(folder.path, name)
beforeAll(() => {
  writeFileSync(inFolder('tom.txt'), '')
  writeFileSync(inFolder('bild.txt'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 255, 254, 0, 0]))
  writeFileSync(inFolder('plan.xyz'), 'Verksamhetsplan 2024')
  writeFileSync(inFolder('stor.txt'), '')
  truncateSync(inFolder('stor.txt'), 100 * 1024 * 1024)
  mkdirSync(inFolder('tom-mapp'))
  symlinkSync(inFolder('slinga.txt'), inFolder('slinga.txt'))
})
afterAll(folder.remove)

const storeOf = (name: string) => ['--store', inFolder(name)]
const listed = (store: string) => finsam(folder.path, 'store', 'list', ...storeOf(store)).out

describe('a document', () => {
  test('gets one line with what was read, and none of it changes when it comes again', () => {
    const first = finsam(folder.path, 'ingest', plan, ...storeOf('a'))
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toMatch(
      /^vastra-malardalen-2023: added · \d+ figures \(\d+ repaired, \d+ derived, \d+ ambiguous\) · \d+ facts? · \d+ findings? · [^\n]+\n$/,
    )
    expect(finsam(folder.path, 'ingest', plan, ...storeOf('a')).out).toMatch(/^vastra-malardalen-2023: unchanged/)
    expect(finsam(folder.path, 'store', 'verify', ...storeOf('a'))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 documents.* 0 faults\n$/),
    })
  })

  test('of another content under a known id needs --replace or --id', () => {
    const other = inFolder('vastra-malardalen-2023.txt')
    writeFileSync(other, `${readFileSync(plan, 'utf8')}\nEn rad till.\n`)
    const refused = finsam(folder.path, 'ingest', other, ...storeOf('a'))
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('--replace')
    expect(finsam(folder.path, 'ingest', other, '--id', 'annan', ...storeOf('a')).out).toMatch(/^annan: added/)
    writeFileSync(other, `${readFileSync(plan, 'utf8')}\nEn annan rad.\n`)
    expect(finsam(folder.path, 'ingest', other, '--replace', ...storeOf('a')).out).toMatch(/^vastra-malardalen-2023: replaced/)
    expect(listed('a').split('\n').filter(Boolean)).toHaveLength(2)
  })

  test('comes out as it was read', () => {
    const exported = finsam(folder.path, 'export', '--document', 'vastra-malardalen-2023', '--json', ...storeOf('a'))
    expect(JSON.parse(exported.out)).toMatchObject({
      document: { id: 'vastra-malardalen-2023' },
      statements: expect.any(Array),
      facts: expect.any(Array),
      findings: expect.any(Array),
    })
  })

  test.each([
    { wrong: 'vastra-malardalen-2024', near: 'vastra-malardalen-2023' },
    { wrong: 'anan', near: 'annan' },
  ])('$wrong is unknown, and $near is named', ({ wrong, near }) => {
    const { code, err, out } = finsam(folder.path, 'export', '--document', wrong, ...storeOf('a'))
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(near)
  })
})

test('a folder is read whole, by name', () => {
  const { code, out } = finsam(folder.path, 'ingest', documents, ...storeOf('alla'))
  expect(code).toBe(0)
  const ids = out
    .split('\n')
    .filter(Boolean)
    .map(line => line.split(':')[0])
  expect(ids).toEqual([...ids].sort())
  expect(ids.length).toBeGreaterThanOrEqual(5)
})

describe('a file that cannot be read', () => {
  let before = ''
  beforeAll(() => {
    before = listed('alla')
  })
  afterAll(() => expect(listed('alla')).toBe(before))

  test.each([
    { name: 'an empty file', path: () => inFolder('tom.txt') },
    { name: 'a binary file', path: () => inFolder('bild.txt') },
    { name: 'a file of 100 MB', path: () => inFolder('stor.txt') },
    { name: 'a file that is not there', path: () => inFolder('saknas.txt') },
    { name: 'a file of a strange type', path: () => inFolder('plan.xyz') },
    { name: 'an empty folder', path: () => inFolder('tom-mapp') },
    { name: 'a link to itself', path: () => inFolder('slinga.txt') },
    { name: 'a device', path: () => '/dev/null' },
  ])('$name gets one line and exit code 1, and the store stays as it was', ({ path }) => {
    const { code, out, err } = finsam(folder.path, 'ingest', path(), ...storeOf('alla'))
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^finsam: [^\n]+\n$/)
    expect(err).not.toMatch(/ at \/|\.ts:|node_modules|something went wrong/)
  })
})

test('one that fails does not stop the others', () => {
  const { code, out } = finsam(folder.path, 'ingest', inFolder('tom.txt'), plan, ...storeOf('blandat'))
  expect(code).toBe(1)
  expect(out).toMatch(/^vastra-malardalen-2023: added/)
})

test.each([
  { name: 'export', args: ['export', '--document', 'x'] },
  { name: 'store verify', args: ['store', 'verify'] },
])('$name without a store says how to get one, and creates none', ({ args }) => {
  const { code, err } = finsam(folder.path, ...args, ...storeOf('ingen'))
  expect(code).toBe(1)
  expect(err).toMatch(/^finsam: .*finsam ingest[^\n]*\n$/)
  expect(finsam(folder.path, ...args, ...storeOf('ingen')).err).toBe(err)
})

test('a store below a file is refused in one line', () => {
  expect(finsam(folder.path, 'ingest', plan, '--store', '/dev/null/store')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^finsam: [^\n]+\n$/),
  })
})

test('two processes that ingest the same folder give one copy of each document', async () => {
  const children = [1, 2].map(() => startFinsam(folder.path, 'ingest', documents, ...storeOf('samtidigt')))
  const outcomes = await Promise.all(children.map(outcome))
  expect(outcomes.map(({ code, err }) => ({ code, err }))).toEqual([
    { code: 0, err: '' },
    { code: 0, err: '' },
  ])
  const ids = listed('samtidigt')
    .split('\n')
    .filter(Boolean)
    .map(line => line.split('\t')[0])
  expect(new Set(ids).size).toBe(ids.length)
  expect(finsam(folder.path, 'store', 'verify', ...storeOf('samtidigt'))).toMatchObject({
    code: 0,
    out: expect.stringContaining(' 0 faults'),
  })
})

test('kill -9 at any moment leaves every document whole or absent, and what was acknowledged is there', async () => {
  for (const afterMs of [450, 650, 900]) {
    const store = `dod-${afterMs}`
    const child = startFinsam(folder.path, 'ingest', documents, ...storeOf(store))
    let acknowledged = ''
    child.stdout?.on('data', data => {
      acknowledged += data
    })
    await new Promise(done => setTimeout(done, afterMs))
    child.kill('SIGKILL')
    await ended(child)
    const told = acknowledged
      .split('\n')
      .slice(0, -1)
      .map(line => line.split(':')[0] ?? '')
    const list = finsam(folder.path, 'store', 'list', ...storeOf(store))
    if (told.length > 0) expect(list.code).toBe(0)
    for (const id of told) expect(list.out).toContain(id)
    expect(finsam(folder.path, 'ingest', documents, ...storeOf(store)).code).toBe(0)
    expect(finsam(folder.path, 'store', 'verify', '--repair', ...storeOf(store))).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^5 documents.* 0 faults/),
    })
  }
})
