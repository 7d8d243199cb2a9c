import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectTo } from './engine.ts'
import { openStore } from './open-store.ts'
import { dropTornVersions } from './torn-versions.ts'

let folder: string
const versionsOf = (table: string) => join(folder, `${table}.lance`, '_versions')
const manifests = async () => (await readdir(versionsOf('words'))).filter(name => name.endsWith('.manifest')).sort()

async function rowsNow(): Promise<number> {
  const connection = await connectTo(folder)
  try {
    return await (await connection.openTable('words')).countRows()
  } finally {
    connection.close()
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'finsam-torn-'))
  const connection = await connectTo(folder)
  const table = await connection.createTable('words', [{ word: 'ett' }])
  await table.add([{ word: 'två' }])
  await table.add([{ word: 'tre' }])
  connection.close()
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a table whose latest version a power loss cut short', () => {
  test.each([
    { name: 'to nothing', tear: (path: string) => truncate(path, 0) },
    { name: 'in the middle', tear: (path: string) => truncate(path, 40) },
    { name: 'to zeros', tear: (path: string) => writeFile(path, Buffer.alloc(300)) },
  ])('($name) opens at the version before it', async ({ tear }) => {
    const [latest = ''] = await manifests()
    await tear(join(versionsOf('words'), latest))
    // The engine refuses the table, or takes it for an empty one.
    expect(await rowsNow().catch(() => 'refused')).toSatisfy((found: unknown) => found === 'refused' || found === 0)
    await dropTornVersions(folder)
    expect(await rowsNow()).toBe(2)
  })

  test('is mended when its store is opened', async () => {
    const open = () => openStore(folder, { registry: { associations: [] } })
    const first = await open()
    if (first.ok) first.value.close()
    const versions = versionsOf('originals')
    const [latest = ''] = (await readdir(versions)).filter(name => name.endsWith('.manifest')).sort()
    await writeFile(join(versions, `${String(BigInt(latest.slice(0, 20)) - 1n)}.manifest`), '')
    const again = await open()
    expect(again.ok).toBe(true)
    if (again.ok) again.value.close()
  })
})

test('whole versions stay, all of them', async () => {
  const before = await manifests()
  await dropTornVersions(folder)
  expect(await manifests()).toEqual(before)
  expect(await rowsNow()).toBe(3)
})

test('where there is no store, nothing is done', async () => {
  await expect(dropTornVersions(join(folder, 'none'))).resolves.toBeUndefined()
})
