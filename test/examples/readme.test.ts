import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildAWhatIf } from '../../examples/build-a-what-if.ts'
import { checkABudget } from '../../examples/check-a-budget.ts'
import { explainAShare } from '../../examples/explain-a-share.ts'
import { firstProgram } from '../../examples/first-program.ts'
import { mapYourOwnLines } from '../../examples/map-your-own-lines.ts'
import { rankAssociations } from '../../examples/rank-associations.ts'

const recipes: Readonly<Record<string, () => readonly string[]>> = {
  'first-program': firstProgram,
  'check-a-budget': checkABudget,
  'build-a-what-if': buildAWhatIf,
  'explain-a-share': explainAShare,
  'map-your-own-lines': mapYourOwnLines,
  'rank-associations': rankAssociations,
}
const file = new URL('../../packages/domain/README.md', import.meta.url)
const block = /<!-- output: ([\w-]+) -->[\s\S]*?<!-- end -->/g

/** The page with what each recipe prints today. */
const withOutputs = (page: string): string =>
  page.replace(block, (_, name: string) => {
    const lines = recipes[name]?.() ?? []
    return `<!-- output: ${name} -->\n\n\`\`\`text\n${lines.join('\n').replaceAll('\u00a0', ' ')}\n\`\`\`\n\n<!-- end -->`
  })

test('the README of the engine shows a first program and five recipes with what they print', () => {
  const page = readFileSync(file, 'utf8')
  const current = withOutputs(page)
  if (process.env.UPDATE_PAGES === '1') writeFileSync(file, current)
  expect([...page.matchAll(block)].map(([, name]) => name)).toEqual(Object.keys(recipes))
  expect(process.env.UPDATE_PAGES === '1' ? current : page).toBe(current)
})

test('the code of each recipe stands in its example', () => {
  const page = readFileSync(file, 'utf8')
  const snippets = [...page.matchAll(/```ts\n([\s\S]*?)```\s*<!-- output: ([\w-]+) -->/g)]
  expect(snippets).toHaveLength(Object.keys(recipes).length)
  for (const [, code = '', name] of snippets)
    expect(readFileSync(new URL(`../../examples/${name}.ts`, import.meta.url), 'utf8'), name).toContain(code)
})
