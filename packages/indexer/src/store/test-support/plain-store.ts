import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DocumentReading, type Registry, type Result, type Statement, success } from '@finsam/domain'
import { afterEach, beforeEach } from 'vitest'
import type { IngestReport } from '../ingest-report.ts'
import { openStore, type StoreOptions } from '../open-store.ts'
import { sha256 } from '../originals.ts'
import type { ReadFileBytes } from '../reading-port.ts'
import type { Store } from '../store.ts'

export const registry: Registry = { associations: [] }
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Reads one passage a line, with the statements that it is told; figures are another package's business. */
export const plainReader =
  (statements: readonly Statement[] = []): ReadFileBytes =>
  ({ bytes, fileName, id }) => {
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
      statements: [...statements],
      facts: [],
      findings: [],
      headings: [],
      meter: { numbers: 0, accounted: 0, rest: [] },
    }
    return success({ reading, lines, pages: [], passages: lines.map((text, index) => ({ line: index + 1, lineTo: index + 1, text })) })
  }

export const must = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.failure.code)

/** What the tests of a store work with; `store` and `folder` are those of the test that runs. */
interface PlainStore {
  readonly store: Store
  readonly folder: string
  /** Opens the same store once more; whoever opens it closes it. */
  open(options?: Partial<StoreOptions>): Promise<Store>
  put(text: string, more?: { readonly id?: string; readonly replace?: boolean; readonly fileName?: string }): Promise<Result<IngestReport>>
}

/** Gives each test a new store in a folder of its own, and takes both away after it. */
export function plainStore(): PlainStore {
  let folder = ''
  let store: Store | undefined
  const current = (): Store => {
    if (!store) throw new Error('a store is there only while a test runs')
    return store
  }
  const open: PlainStore['open'] = async options => must(await openStore(folder, { registry, readFile: plainReader(), ...options }))
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'finsam-store-'))
    store = await open()
  })
  afterEach(async () => {
    store?.close()
    await rm(folder, { recursive: true, force: true })
  })
  return {
    open,
    put: (text, more = {}) => current().ingest({ bytes: bytesOf(text), fileName: 'plan.txt', ...more }),
    get store() {
      return current()
    },
    get folder() {
      return folder
    },
  }
}
