import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { goldenLibrary } from '../test-support/golden.ts'
import { rulesPage } from '../test-support/rules-page.ts'

const page = join(import.meta.dirname, '../../../../docs/finsam-rules.md')

test('docs/finsam-rules.md says what the rules say and yield', () => {
  const generated = rulesPage(goldenLibrary())
  if (process.env.UPDATE_PAGES === '1') writeFileSync(page, generated)
  expect(readFileSync(page, 'utf8')).toBe(generated)
})
