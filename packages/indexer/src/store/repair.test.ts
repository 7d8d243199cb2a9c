import { connect, type Table } from '@lancedb/lancedb'
import { describe, expect, test } from 'vitest'
import { must, plainStore } from './test-support/plain-store.ts'

const at = plainStore()

const passagesTable = async (): Promise<Table> => {
  const connection = await connect(at.folder)
  return connection.openTable((await connection.tableNames()).find(name => name.startsWith('passages-')) ?? '')
}

describe('verify and repair', () => {
  test('finds and mends lost passages', async () => {
    await at.put('Ett\nTvå')
    const passages = await passagesTable()
    await passages.delete('line = 2')
    expect((await at.store.verify()).faults.map(fault => fault.kind)).toEqual(['passages-missing'])
    expect(must(await at.store.repair()).faults).toEqual([])
    expect(await at.store.search('två', { limit: 1 })).toMatchObject([{ line: 2 }])
  })

  test('passages that a killed ingest left behind are neither found nor kept', async () => {
    await at.put('Ett')
    const passages = await passagesTable()
    const [row] = await passages.query().toArray()
    await passages.add([{ ...row, vector: [...row.vector], key: 'plan@half#0', edition: 'half', text: 'Halvt', norm: 'halv' }])
    expect(await at.store.search('halvt', { limit: 5 })).toMatchObject([{ text: 'Ett' }])
    expect((await at.store.verify()).faults).toMatchObject([{ kind: 'passages-left-over', document: 'plan@half' }])
    expect(must(await at.store.repair())).toMatchObject({ passages: 1, faults: [] })
  })

  test('however many were left behind, what counts is found behind them', async () => {
    await at.put('Styrelsen möts i mars')
    const passages = await passagesTable()
    const [row] = await passages.query().toArray()
    const left = (number: number) => ({ ...row, vector: [...row.vector], key: `plan@half#${number}`, edition: 'half', norm: 'styr' })
    await passages.add(Array.from({ length: 30 }, (_, number) => left(number)))
    expect(await at.store.search('styrelsen', { limit: 2, channel: 'text' })).toMatchObject([{ text: 'Styrelsen möts i mars' }])
  })

  test('finds a changed original and does not trust it', async () => {
    await at.put('Ett')
    const originals = await (await connect(at.folder)).openTable('originals')
    await originals.update({ valuesSql: { bytes: "X'FFFFFF'" } })
    expect((await at.store.verify()).faults.map(fault => fault.kind)).toEqual(['original-changed'])
    expect(must(await at.store.repair()).faults.map(fault => fault.kind)).toEqual(['original-changed'])
  })
})
