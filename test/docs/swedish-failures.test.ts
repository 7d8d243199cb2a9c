import { expect, test } from 'vitest'
import { swedishFailures } from '../../apps/chat/src/server/swedish-failures.ts'
import { failuresInSources } from './error-codes.ts'

test('whatever reader and store refuse, the page words in Swedish', () => {
  const below = failuresInSources().filter(({ where }) => where === 'packages/reader' || where === 'packages/indexer')
  expect(below.length).toBeGreaterThan(20)
  expect(below.map(({ code }) => code).filter(code => !(code in swedishFailures))).toEqual([])
})
