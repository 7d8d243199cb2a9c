import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DocumentReading, type Registry, type Result, success } from '@finsam/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Embedder } from '../embed/embedder.ts'
import { EmbedderError } from '../embed/embedder-error.ts'
import { sha256 } from './ingest.ts'
import { openStore } from './open-store.ts'
import type { ReadFileBytes } from './reading-port.ts'
import type { Store } from './store.ts'

const registry: Registry = { associations: [] }
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** One passage a line; the figures are another package's business. */
const readFile: ReadFileBytes = ({ bytes, fileName, id }) => {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const reading: DocumentReading = {
    document: {
      id: id ?? fileName.replace(/\.txt$/, ''),
      hash: sha256(bytes),
      title: lines[0] ?? '',
      kind: 'plan',
      association: 'exempel',
      associationName: 'Exempel',
      status: 'unknown',
      language: 'sv',
      lines: lines.length,
      fiscalYear: 2024,
    },
    statements: [],
    facts: [],
    findings: [],
    headings: [],
    meter: { numbers: 0, accounted: 0, rest: [] },
  }
  return success({ reading, lines, pages: [], passages: lines.map((text, index) => ({ line: index + 1, lineTo: index + 1, text })) })
}

const must = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)

let folder: string
let store: Store
const open = async () => must(await openStore(folder, { registry, readFile }))
const put = (text: string, more: { id?: string; replace?: boolean; fileName?: string } = {}) =>
  store.ingest({ bytes: bytesOf(text), fileName: 'plan.txt', ...more })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finsam-store-'))
  store = await open()
})
afterEach(async () => {
  store.close()
  await rm(folder, { recursive: true, force: true })
})

describe('ingest', () => {
  test('keeps the reading, the lines and the bytes as they came', async () => {
    expect(must(await put('Verksamhetsplan\nStyrelsen har nio ledamöter')).outcome).toBe('added')
    expect(await store.documents()).toMatchObject([{ id: 'plan', association: 'exempel', year: 2024, passages: 2 }])
    expect((await store.readings())[0]?.document.title).toBe('Verksamhetsplan')
    expect(await store.sourceLines('plan', 2, 2)).toEqual(['Styrelsen har nio ledamöter'])
    expect(Buffer.from((await store.original('plan')) ?? []).toString()).toBe('Verksamhetsplan\nStyrelsen har nio ledamöter')
  })

  test('changes nothing when the same bytes come again, under another name too', async () => {
    await put('Verksamhetsplan')
    const before = await store.version()
    expect(must(await put('Verksamhetsplan')).outcome).toBe('unchanged')
    expect(must(await put('Verksamhetsplan', { fileName: 'kopia.txt' }))).toMatchObject({ outcome: 'unchanged', id: 'plan' })
    expect(await store.version()).toBe(before)
    expect(await store.documents()).toHaveLength(1)
  })

  test('refuses another content under a known id', async () => {
    await put('Första')
    expect(codeOf(await put('Andra'))).toBe('document-known')
    expect(await store.sourceLines('plan', 1, 1)).toEqual(['Första'])
  })

  test('replaces on request; the earlier edition stays readable by its hash, but is found no more', async () => {
    await put('Gamla gurkor')
    expect(must(await put('Nya tomater', { replace: true })).outcome).toBe('replaced')
    expect(await store.sourceLines('plan', 1, 1)).toEqual(['Nya tomater'])
    expect(await store.sourceLines('plan', 1, 1, sha256(bytesOf('Gamla gurkor')))).toEqual(['Gamla gurkor'])
    expect(await store.search('gurkor', { limit: 5, channel: 'text' })).toEqual([])
    expect((await store.verify()).faults).toEqual([])
  })

  test('stores another content beside it under an id of its own', async () => {
    await put('Första')
    await put('Andra', { id: 'plan-2' })
    expect((await store.documents()).map(document => document.id)).toEqual(['plan', 'plan-2'])
  })

  test('gives one document when several writers bring the same one', async () => {
    const others = await Promise.all([open(), open(), open()])
    const file = { bytes: bytesOf('Samma\nplan'), fileName: 'plan.txt' }
    const outcomes = await Promise.all([store, ...others].map(async writer => must(await writer.ingest(file)).outcome))
    for (const other of others) other.close()
    expect(outcomes.filter(outcome => outcome === 'added')).toHaveLength(1)
    expect(await store.verify()).toMatchObject({ documents: 1, passages: 2, faults: [] })
  })

  test('gives one of them when several writers replace the same document', async () => {
    await put('Noll')
    const others = await Promise.all([open(), open(), open()])
    const results = await Promise.all(
      others.map((writer, index) => writer.ingest({ bytes: bytesOf(`Nummer ${index}\nslut`), fileName: 'plan.txt', replace: true })),
    )
    for (const other of others) other.close()
    expect(results.map(codeOf)).toEqual(['ok', 'ok', 'ok'])
    expect(await store.verify()).toMatchObject({ documents: 1, faults: [] })
    expect(await store.search('slut', { limit: 5, channel: 'text' })).toHaveLength(1)
  })
})

test('a removed document is gone, its bytes and earlier editions included', async () => {
  await put('Gamla')
  await put('Nya', { replace: true })
  must(await store.remove('plan'))
  expect(await store.documents()).toEqual([])
  expect(await store.original('plan')).toBeUndefined()
  expect(await store.sourceLines('plan', 1, 1, sha256(bytesOf('Gamla')))).toBeUndefined()
  expect(await store.verify()).toMatchObject({ documents: 0, passages: 0, faults: [] })
  expect(codeOf(await store.remove('plan'))).toBe('document-unknown')
})

test('a reader sees what another process stored after it was opened', async () => {
  const reader = await open()
  await put('Verksamhetsplan')
  expect(await reader.documents()).toHaveLength(1)
  reader.close()
})

test.each([
  { name: 'a folder that does not exist', directory: () => join(folder, 'saknas'), code: 'store-missing' },
  { name: 'a path below a file', directory: () => '/dev/null/store', code: 'store-missing' },
])('$name is a failure when nothing may be created', async ({ directory, code }) => {
  expect(codeOf(await openStore(directory(), { registry, readFile, create: false }))).toBe(code)
})

test('a path below a file cannot become a store', async () => {
  expect(codeOf(await openStore('/dev/null/store', { registry, readFile }))).toBe('store-unwritable')
})

describe('search', () => {
  const text = [
    'Forsdkringskassan betalar halften av bidragen',
    'Individinsatser för unga vuxna kostar mest',
    'Styrelsen sammantrader fem ganger per ar',
    'Arbetsrehabilitering sker i samarbete med kommunen',
  ].join('\n')

  test.each([
    { question: 'Försäkringskassan', line: 1, why: 'OCR damage in the document' },
    { question: 'försäkringskassans bidrag', line: 1, why: 'inflection and damage' },
    { question: 'vad kostar individinsatserna?', line: 2, why: 'inflection' },
    { question: 'styrelse sammanträden', line: 3, why: 'lost diacritics' },
    { question: 'rehabilitering', line: 4, why: 'part of a compound' },
    { question: 'Styre1sen', line: 3, why: 'OCR damage in the question' },
  ])('$question finds line $line ($why)', async ({ question, line }) => {
    await put(text)
    expect((await store.search(question, { limit: 3 }))[0]?.line).toBe(line)
  })

  test.each([
    { name: 'an association', options: { association: 'annan' } },
    { name: 'a year', options: { year: 1999 } },
    { name: 'a document', options: { document: "o'brien" } },
  ])('narrows to $name', async ({ options }) => {
    await put(text)
    expect(await store.search('styrelsen', { limit: 3, ...options })).toEqual([])
    expect(await store.search('styrelsen', { limit: 3, association: 'exempel', year: 2024, document: 'plan' })).not.toEqual([])
  })

  test.each([{ question: '' }, { question: '?!' }, { question: '   \n' }])('finds nothing for "$question"', async ({ question }) => {
    await put(text)
    expect(await store.search(question, { limit: 3 })).toEqual([])
  })
})

describe('another embedder', () => {
  const shout: Embedder = {
    id: 'shout',
    dimensions: 2,
    embed: async texts => texts.map(text => Float32Array.from(text.includes('!') ? [1, 0] : [0, 1])),
  }
  const openWith = async (embedder: Embedder) => must(await openStore(folder, { registry, readFile, embedder }))

  test('embeds what is stored anew, and search goes on', async () => {
    await put('Lugnt\nHögt!')
    const changed = await openWith(shout)
    expect(await changed.search('!', { limit: 1, channel: 'vector' })).toMatchObject([{ text: 'Högt!' }])
    expect(await changed.verify()).toMatchObject({ passages: 2, faults: [] })
    changed.close()
    const back = await open()
    expect(await back.search('lugnt', { limit: 1, channel: 'vector' })).toMatchObject([{ text: 'Lugnt' }])
    back.close()
  })

  test('that fails leaves search by text, and refuses to ingest', async () => {
    const failing: Embedder = {
      ...shout,
      embed: async () => {
        throw new EmbedderError('The service is away.')
      },
    }
    const changed = await openWith(failing)
    expect(await changed.ingest({ bytes: bytesOf('Högt!'), fileName: 'plan.txt' })).toMatchObject({
      ok: false,
      failure: { code: 'embedder-failed' },
    })
    changed.close()
    const working = await openWith(shout)
    await working.ingest({ bytes: bytesOf('Högt!'), fileName: 'plan.txt' })
    working.close()
    const away = await openWith(failing)
    expect(await away.search('högt', { limit: 1 })).toMatchObject([{ text: 'Högt!' }])
    away.close()
  })
})

describe('verify and repair', () => {
  test('finds and mends lost passages', async () => {
    const { connect } = await import('@lancedb/lancedb')
    await put('Ett\nTvå')
    const connection = await connect(folder)
    const passages = await connection.openTable((await connection.tableNames()).find(name => name.startsWith('passages-')) ?? '')
    await passages.delete('line = 2')
    expect((await store.verify()).faults.map(fault => fault.kind)).toEqual(['passages-missing'])
    expect(must(await store.repair()).faults).toEqual([])
    expect(await store.search('två', { limit: 1 })).toMatchObject([{ line: 2 }])
  })

  test('passages that a killed ingest left behind are neither found nor kept', async () => {
    const { connect } = await import('@lancedb/lancedb')
    await put('Ett')
    const connection = await connect(folder)
    const passages = await connection.openTable((await connection.tableNames()).find(name => name.startsWith('passages-')) ?? '')
    const [row] = await passages.query().toArray()
    await passages.add([{ ...row, vector: [...row.vector], key: 'plan@half#0', edition: 'half', text: 'Halvt', norm: 'halv' }])
    expect(await store.search('halvt', { limit: 5 })).toMatchObject([{ text: 'Ett' }])
    expect((await store.verify()).faults).toMatchObject([{ kind: 'passages-left-over', document: 'plan@half' }])
    expect(must(await store.repair())).toMatchObject({ passages: 1, faults: [] })
  })

  test('however many were left behind, what counts is found behind them', async () => {
    const { connect } = await import('@lancedb/lancedb')
    await put('Styrelsen möts i mars')
    const connection = await connect(folder)
    const passages = await connection.openTable((await connection.tableNames()).find(name => name.startsWith('passages-')) ?? '')
    const [row] = await passages.query().toArray()
    const left = (number: number) => ({ ...row, vector: [...row.vector], key: `plan@half#${number}`, edition: 'half', norm: 'styr' })
    await passages.add(Array.from({ length: 30 }, (_, number) => left(number)))
    expect(await store.search('styrelsen', { limit: 2, channel: 'text' })).toMatchObject([{ text: 'Styrelsen möts i mars' }])
  })

  test('finds a changed original and does not trust it', async () => {
    const { connect } = await import('@lancedb/lancedb')
    await put('Ett')
    const originals = await (await connect(folder)).openTable('originals')
    await originals.update({ valuesSql: { bytes: "X'FF'" } })
    expect((await store.verify()).faults.map(fault => fault.kind)).toEqual(['original-changed'])
    expect(must(await store.repair()).faults.map(fault => fault.kind)).toEqual(['original-changed'])
  })
})
