import { expect, test } from 'vitest'
import { toldFailure } from './failures.ts'
import { swedishFailures } from './swedish-failures.ts'

test.each([
  { name: 'a failure without Swedish of its own', failure: { code: 'file-empty', message: 'Empty.' }, sv: swedishFailures['file-empty'] },
  {
    name: 'one that its author worded',
    failure: { code: 'x', message: 'Closed.', words: { sv: 'Stängt.', en: 'Closed.' } },
    sv: 'Stängt.',
  },
  { name: 'one that nobody worded', failure: { code: 'never-heard-of', message: 'Odd.' }, sv: 'Odd.' },
])('$name', ({ failure, sv }) => {
  expect(toldFailure(failure, 'sv').message).toBe(sv)
  expect(toldFailure(failure, 'en').message).toBe(failure.message)
})
