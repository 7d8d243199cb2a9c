import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorPage, failuresInSources } from './error-codes.ts'

test('docs/errors.md lists every code of the sources, and no other', () => {
  expect(readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')).toBe(errorPage())
})

test('failures of files, names, models and servers are all found', () => {
  expect(failuresInSources().map(({ code }) => code)).toEqual(
    expect.arrayContaining(['file-empty', 'unknown-association', 'model-unreachable', 'address-in-use']),
  )
})
