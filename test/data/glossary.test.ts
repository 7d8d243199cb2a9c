import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const domain = fileURLToPath(new URL('../../packages/domain/src', import.meta.url))
const sources = readdirSync(domain, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map(file => readFileSync(join(domain, file), 'utf8'))
  .join('\n')

const rows = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line.startsWith('| ') && !line.startsWith('| Swedish'))
  .map(line => line.split('|').map(cell => cell.trim()))
  .map(([, swedish = '', , inCode = '']) => ({ swedish, inCode }))

/** The names of a cell: `kind: 'state'` names `state`; what begins with `status` is the answer's, not the domain's. */
const names = rows.flatMap(({ swedish, inCode }) =>
  [...inCode.matchAll(/(status )?`(?:\w+: )?'?([\w-]+)\*?'?`/g)].flatMap(([, elsewhere, name = '']) =>
    elsewhere === undefined ? [{ swedish, name }] : [],
  ),
)

test('every term stands once', () => {
  const terms = rows.map(({ swedish }) => swedish)
  expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([])
})

test('every name in code is a name of the domain', () => {
  expect(names.length).toBeGreaterThan(60)
  const isKnown = (name: string): boolean => new RegExp(`(?<![\\w-])${name.replace(/-$/, '-\\w')}`).test(sources)
  expect(names.filter(({ name }) => !isKnown(name))).toEqual([])
})
