import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from './open-store.ts'
import { codeOf, plainReader, plainStore, registry } from './test-support/plain-store.ts'

const at = plainStore()

test('a reader sees what another process stored after it was opened', async () => {
  const reader = await at.open()
  await at.put('Verksamhetsplan')
  expect(await reader.documents()).toHaveLength(1)
  reader.close()
})

test.each([
  { name: 'a folder that does not exist', directory: () => join(at.folder, 'saknas'), code: 'store-missing' },
  { name: 'a path below a file', directory: () => '/dev/null/store', code: 'store-missing' },
])('$name is a failure when nothing may be created', async ({ directory, code }) => {
  expect(codeOf(await openStore(directory(), { registry, readFile: plainReader(), create: false }))).toBe(code)
})

test('a path below a file cannot become a store', async () => {
  expect(codeOf(await openStore('/dev/null/store', { registry, readFile: plainReader() }))).toBe('store-unwritable')
})
