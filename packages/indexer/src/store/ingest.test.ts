import { describe, expect, test } from 'vitest'
import { sha256 } from './originals.ts'
import { bytesOf, codeOf, must, plainStore } from './test-support/plain-store.ts'

const at = plainStore()

describe('ingest', () => {
  test('keeps the reading, the lines and the bytes as they came', async () => {
    expect(must(await at.put('Verksamhetsplan\nStyrelsen har nio ledamöter')).outcome).toBe('added')
    expect(await at.store.documents()).toMatchObject([{ id: 'plan', association: 'exempel', year: 2024, passages: 2 }])
    expect((await at.store.readings())[0]?.document.title).toBe('Verksamhetsplan')
    expect(await at.store.sourceLines('plan', 2, 2)).toEqual(['Styrelsen har nio ledamöter'])
    expect(Buffer.from((await at.store.original('plan')) ?? []).toString()).toBe('Verksamhetsplan\nStyrelsen har nio ledamöter')
  })

  test('changes nothing when the same bytes come again, under another name too', async () => {
    await at.put('Verksamhetsplan')
    const before = await at.store.version()
    expect(must(await at.put('Verksamhetsplan')).outcome).toBe('unchanged')
    expect(must(await at.put('Verksamhetsplan', { fileName: 'kopia.txt' }))).toMatchObject({ outcome: 'unchanged', id: 'plan' })
    expect(await at.store.version()).toBe(before)
    expect(await at.store.documents()).toHaveLength(1)
  })

  test('refuses another content under a known id', async () => {
    await at.put('Första')
    expect(codeOf(await at.put('Andra'))).toBe('document-known')
    expect(await at.store.sourceLines('plan', 1, 1)).toEqual(['Första'])
  })

  test('replaces on request; the earlier edition stays readable by its hash, but is found no more', async () => {
    await at.put('Gamla gurkor')
    expect(must(await at.put('Nya tomater', { replace: true })).outcome).toBe('replaced')
    expect(await at.store.sourceLines('plan', 1, 1)).toEqual(['Nya tomater'])
    expect(await at.store.sourceLines('plan', 1, 1, sha256(bytesOf('Gamla gurkor')))).toEqual(['Gamla gurkor'])
    expect(await at.store.search('gurkor', { limit: 5, channel: 'text' })).toEqual([])
    expect((await at.store.verify()).faults).toEqual([])
  })

  test('stores another content beside it under an id of its own', async () => {
    await at.put('Första')
    await at.put('Andra', { id: 'plan-2' })
    expect((await at.store.documents()).map(document => document.id)).toEqual(['plan', 'plan-2'])
  })

  test('gives one document when several writers bring the same one', async () => {
    const others = await Promise.all([at.open(), at.open(), at.open()])
    const file = { bytes: bytesOf('Samma\nplan'), fileName: 'plan.txt' }
    const outcomes = await Promise.all([at.store, ...others].map(async writer => must(await writer.ingest(file)).outcome))
    for (const other of others) other.close()
    expect(outcomes.filter(outcome => outcome === 'added')).toHaveLength(1)
    expect(await at.store.verify()).toMatchObject({ documents: 1, passages: 2, faults: [] })
  })

  test('gives one of them when several writers replace the same document', async () => {
    await at.put('Noll')
    const others = await Promise.all([at.open(), at.open(), at.open()])
    const results = await Promise.all(
      others.map((writer, index) => writer.ingest({ bytes: bytesOf(`Nummer ${index}\nslut`), fileName: 'plan.txt', replace: true })),
    )
    for (const other of others) other.close()
    expect(results.map(codeOf)).toEqual(['ok', 'ok', 'ok'])
    expect(await at.store.verify()).toMatchObject({ documents: 1, faults: [] })
    expect(await at.store.search('slut', { limit: 5, channel: 'text' })).toHaveLength(1)
  })
})

test('a removed document is gone, its bytes and earlier editions included', async () => {
  await at.put('Gamla')
  await at.put('Nya', { replace: true })
  must(await at.store.remove('plan'))
  expect(await at.store.documents()).toEqual([])
  expect(await at.store.original('plan')).toBeUndefined()
  expect(await at.store.sourceLines('plan', 1, 1, sha256(bytesOf('Gamla')))).toBeUndefined()
  expect(await at.store.verify()).toMatchObject({ documents: 0, passages: 0, faults: [] })
  expect(codeOf(await at.store.remove('plan'))).toBe('document-unknown')
})
