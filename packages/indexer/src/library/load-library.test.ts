import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type CellPlace, type Correction, correctionOfCell, type Library, quantityAt, type Registry } from '@finsam/domain'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { liveLibrary, loadLibrary } from './load-library.ts'

// A whole document is read, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const documents = resolve(import.meta.dirname, '../../../../data/documents')
const registry: Registry = { associations: [] }
const fileName = 'vastra-malardalen-2023.txt'

let folder: string
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finsam-library-'))
  const opened = await openStore(folder, { registry })
  if (!opened.ok) throw new Error(opened.failure.message)
  store = opened.value
  await store.ingest({ bytes: await readFile(join(documents, fileName)), fileName })
})
afterEach(async () => {
  store.close()
  await rm(folder, { recursive: true, force: true })
})

/** The first cell of the document that the library knows as an amount of money. */
function anyCell(library: Library): { readonly place: CellPlace; readonly printed: string } {
  for (const reading of library.readings)
    for (const statement of reading.statements)
      for (const line of statement.lines)
        for (const [column, { printed }] of Object.entries(line.values)) {
          const place = { document: reading.document.id, statement: statement.id, line: line.id, column }
          if (quantityAt(library, place)?.unit === 'kr') return { place, printed }
        }
  throw new Error('the document has no amounts')
}

function corrected(library: Library, amount: number): Correction {
  const correction = correctionOfCell(library, { ...anyCell(library), amount, why: 'Provet', who: 'Eva', at: '2026-01-15T08:30:00Z' })
  if (!correction.ok) throw new Error(correction.failure.message)
  return correction.value
}

test('a correction holds from when it is recorded, for who loads anew and for who holds a live library', async () => {
  const live = liveLibrary(store, registry)
  const before = await live()
  const { place } = anyCell(before.library)
  const correction = corrected(before.library, 717)
  await store.records.corrections.append(correction)
  for (const { library, unusedCorrections } of [await live(), await loadLibrary(store, registry)]) {
    expect(quantityAt(library, place)?.printings.find(({ document }) => document === place.document)).toMatchObject({ status: 'confirmed' })
    expect(unusedCorrections).toEqual([])
  }
  expect(await live()).toBe(await live())
})

test('what another process writes is seen a moment later, what this one writes at once', async () => {
  let now = 0
  const live = liveLibrary(store, registry, () => now)
  const documents = async () => (await live()).library.documents.map(({ id }) => id)
  const own = 'vastra-malardalen-2023'
  expect(await documents()).toEqual([own])
  const other = await openStore(folder, { registry })
  if (!other.ok) throw new Error(other.failure.message)
  const text = (name: string) => new TextEncoder().encode(`Samordningsförbundet ${name}\nVerksamhetsplan 2025\n`)
  await other.value.ingest({ bytes: text('Grannby'), fileName: 'grannby.txt' })
  other.value.close()
  now = 199
  expect(await documents()).toEqual([own])
  now = 200
  expect(await documents()).toEqual(['grannby', own])
  await store.ingest({ bytes: text('Provlunda'), fileName: 'provlunda.txt' })
  expect(await documents()).toEqual(['grannby', 'provlunda', own])
})

test('a correction survives that its document is brought again with a line more', async () => {
  const { library } = await loadLibrary(store, registry)
  const { place } = anyCell(library)
  const correction = corrected(library, 717)
  await store.records.corrections.append(correction)
  const text = `${await readFile(join(documents, fileName), 'utf8')}\nEn rad till.\n`
  const replaced = await store.ingest({ bytes: new TextEncoder().encode(text), fileName, replace: true })
  expect(replaced).toMatchObject({ ok: true, value: { outcome: 'replaced' } })
  const after = await loadLibrary(store, registry)
  const amount = after.library.readings[0]?.statements.find(({ id }) => id === place.statement)?.lines.find(({ id }) => id === place.line)
  expect(Math.abs(amount?.values[place.column]?.amount ?? 0)).toBe(717)
  expect(after.unusedCorrections).toEqual([])
})

test('a correction of what no document prints changes nothing and is told', async () => {
  const { library } = await loadLibrary(store, registry)
  const { place: _, ...given } = corrected(library, 717)
  const stray = { ...given, quantity: 'ingen/alls|budget 2024-01-01..2024-12-31 kr' }
  await store.records.corrections.append(stray)
  const { unusedCorrections } = await loadLibrary(store, registry)
  expect(unusedCorrections).toEqual([{ correction: stray, reason: 'unknown-quantity' }])
})
