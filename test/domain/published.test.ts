import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core'
import { build } from 'esbuild'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../packages/domain/', import.meta.url))
const isBuilt = existsSync(join(folder, 'dist/index.js'))

/** A browser bundle of the engine's sources, minified: its text, and its bytes as gzip sends them. */
async function bundled(contents: string): Promise<{ readonly text: string; readonly bytes: number }> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    conditions: ['finsam-source'],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    write: false,
  })
  const [file] = outputFiles
  if (!file) throw new Error('nothing was bundled')
  return { text: file.text, bytes: gzipSync(file.contents, { level: 9 }).length }
}

describe('what a browser loads', () => {
  test('everything that the engine exports, zod among it, is at most 60 KiB', async () => {
    const { bytes, text } = await bundled("export * from '@finsam/domain'")
    expect(bytes).toBeLessThanOrEqual(60 * 1024)
    expect(text).toContain('safeParse')
  })
  test('asking and answering alone is at most 42 KiB, and takes nothing of zod', async () => {
    const { bytes, text } = await bundled("export { createLibrary, evaluate, formulaOf, sentenceOf } from '@finsam/domain'")
    expect(bytes).toBeLessThanOrEqual(42 * 1024)
    expect(text).not.toContain('safeParse')
  })
})

describe.skipIf(!isBuilt)('the built package', () => {
  const place = mkdtempSync(join(tmpdir(), 'finsam-pack-'))
  let tarball = ''
  beforeAll(() => {
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', place], { cwd: folder, stdio: 'pipe' })
    tarball = join(place, readdirSync(place)[0] ?? '')
  })
  afterAll(() => rmSync(place, { recursive: true }))

  test('publint finds nothing', async () => {
    const { messages } = await publint({ pkgDir: folder, strict: true, pack: 'npm' })
    expect(messages).toEqual([])
  })
  test('its types are right for ES modules and bundlers', async () => {
    const result = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))))
    if (!result.types) throw new Error('the package has no types')
    // The package is ES modules alone: what old CommonJS resolution makes of it is no promise.
    const counts = (problem: Problem): boolean =>
      !('resolutionKind' in problem) || problem.resolutionKind === 'node16-esm' || problem.resolutionKind === 'bundler'
    expect(result.problems.filter(counts)).toEqual([])
  })
})
