import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildPage } from './open-page.ts'

test('all scripts of the page together are at most 30 kB compressed', async () => {
  const { folder, remove } = await buildPage()
  const assets = await readdir(join(folder, 'assets'))
  const scripts = await Promise.all(assets.filter(name => name.endsWith('.js')).map(name => readFile(join(folder, 'assets', name))))
  await remove()
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)).toBeLessThanOrEqual(30_000)
})
