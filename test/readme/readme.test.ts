import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withFreshOutput } from './examples.ts'

test('the README shows what the commands print today', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  expect(readme).toBe(withFreshOutput(readme))
}, 60_000)
