import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { errorPage, failuresInSources } from './error-codes.ts'

test('docs/errors.md lists every code of the sources, and no other', () => {
  expect(readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')).toBe(errorPage())
})

test('every failure says more than its code', () => {
  expect(failuresInSources().filter(({ example }) => example.length < 12)).toEqual([])
})
