import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const folder = fileURLToPath(new URL('../../packages/domain/', import.meta.url))
const isBuilt = existsSync(join(folder, 'dist/index.js'))

/** A browser bundle of the engine's sources as Vite's bundler makes it: its text, and its bytes as gzip sends them. */
async function bundled(exports: string): Promise<{ readonly text: string; readonly bytes: number }> {
  const entry = 'virtual:entry'
  const code = `export ${exports} from ${JSON.stringify(join(folder, 'src/index.ts'))}`
  const virtual = {
    name: 'entry',
    resolveId: (id: string) => (id === entry ? id : null),
    load: (id: string) => (id === entry ? code : null),
  }
  const bundle = await rolldown({ input: entry, platform: 'browser', plugins: [virtual] })
  // Vite leaves no comments in what it builds for a page; here they would be the marks that let unused parts be dropped.
  const { output } = await bundle.generate({ format: 'esm', minify: true, comments: false })
  const [{ code: text }] = output
  return { text, bytes: gzipSync(text, { level: 9 }).length }
}

describe('what a browser loads', () => {
  test('everything that the engine exports, zod among it, is at most 60 kB', async () => {
    const { bytes, text } = await bundled('*')
    expect(bytes).toBeLessThanOrEqual(60_000)
    expect(text).toContain('safeParse')
  })
  test('asking and answering alone is at most 42 KiB, and takes nothing of zod', async () => {
    const { bytes, text } = await bundled('{ createLibrary, evaluate, formulaOf, sentenceOf }')
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
