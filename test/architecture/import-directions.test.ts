import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, packageOf, sourceImports } from './source-imports.ts'

const root = resolve(import.meta.dirname, '../..')
const everything = ['domain', 'reader', 'indexer', 'assistant', 'mcp', 'chat']

/** Who may know whom. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/reader': ['domain'],
  'packages/indexer': ['domain', 'reader'],
  'packages/assistant': ['domain', 'indexer'],
  'apps/mcp': ['domain', 'assistant', 'indexer'],
  'apps/chat': ['domain', 'assistant', 'indexer', 'mcp'],
  'apps/cli': everything,
}

type Versions = Readonly<Record<string, string>>

/** What a package declares. What a page is bundled from needs to be there only when it is built. */
const manifestOf = (folder: string): { readonly dependencies: Versions; readonly importable: Versions } => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const bundled = existsSync(join(root, folder, 'vite.config.ts'))
  return { dependencies, importable: bundled ? { ...dependencies, ...devDependencies } : dependencies }
}
const importsIn = (folder: string) => sourceImports(join(root, folder, 'src'))
const isOurs = (name: string) => name.startsWith('@finsam/')

test('every package has its row', () => {
  const folders = ['packages', 'apps'].flatMap(parent => readdirSync(join(root, parent)).map(name => `${parent}/${name}`))
  const packages = folders.filter(folder => existsSync(join(root, folder, 'package.json')))
  expect(packages.sort()).toEqual(Object.keys(mayImport).sort())
})

describe.each(Object.entries(mayImport))('%s', (folder, allowed) => {
  const allowedNames = allowed.map(name => `@finsam/${name}`)

  test(`imports of ours only: ${allowed.join(', ') || 'none'}`, () => {
    const wrong = importsIn(folder).filter(({ specifier }) => isOurs(specifier) && !allowedNames.includes(packageOf(specifier) ?? ''))
    expect(wrong).toEqual([])
  })

  test('declares no other of ours as a dependency', () => {
    expect(Object.keys(manifestOf(folder).dependencies).filter(name => isOurs(name) && !allowedNames.includes(name))).toEqual([])
  })

  test('takes packages of ours through their index', () => {
    expect(importsIn(folder).filter(({ specifier }) => isOurs(specifier) && specifier.split('/').length > 2)).toEqual([])
  })

  test('reaches no other folder by a relative path', () => {
    const home = join(root, folder)
    const outside = importsIn(folder).filter(
      ({ file, specifier }) => specifier.startsWith('.') && !resolve(root, file, '..', specifier).startsWith(`${home}/`),
    )
    expect(outside).toEqual([])
  })

  test('declares every package that it imports, at an exact version', () => {
    const { dependencies, importable } = manifestOf(folder)
    const names = importsIn(folder).flatMap(({ specifier }) => packageOf(specifier) ?? [])
    expect([...new Set(names)].filter(name => !(name in importable))).toEqual([])
    expect(Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })
})

test('the domain is pure: nothing but zod, and nothing of Node', () => {
  const foreign = importsIn('packages/domain').filter(({ specifier }) => !specifier.startsWith('.') && packageOf(specifier) !== 'zod')
  expect(foreign).toEqual([])
})

test.each([
  { name: 'a plain import', text: "import { a } from 'a'", found: ['a'] },
  { name: 'several lines', text: "import {\n  a,\n  type B,\n} from '@x/b'", found: ['@x/b'] },
  { name: 'a re-export', text: "export * from './c.ts'", found: ['./c.ts'] },
  { name: 'a side effect', text: "import 'reflect-metadata'", found: ['reflect-metadata'] },
  { name: 'a dynamic import', text: "const d = await import('d')", found: ['d'] },
  { name: 'a type import', text: "const e: typeof import('e') = f", found: ['e'] },
  { name: 'a comment', text: "/** import x from 'nope' */\n// import y from 'nope'\n", found: [] },
])('$name is seen as $found', ({ text, found }) => {
  expect(importsOf(text)).toEqual(found)
})
