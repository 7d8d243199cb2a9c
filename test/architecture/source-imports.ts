import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One import statement of a source file. */
export interface SourceImport {
  readonly file: string
  readonly specifier: string
}

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

const patterns = [
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
]

/** The specifiers that a text imports or re-exports, dynamic imports included. */
export const importsOf = (text: string): readonly string[] =>
  patterns.flatMap(pattern => [...withoutComments(text).matchAll(pattern)].flatMap(([, specifier]) => (specifier ? [specifier] : [])))

/** All imports of the product's files below a folder; tests and their support are left out. */
export function sourceImports(folder: string): readonly SourceImport[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name) && !name.includes('test-support'))
    .flatMap(name => importsOf(readFileSync(join(folder, name), 'utf8')).map(specifier => ({ file: join(folder, name), specifier })))
}

/** `@scope/name` or `name` of a package import; undefined for local and built-in ones. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
