import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { callTool, figuresOutput, tools } from '@finsam/assistant'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { inventedContext } from '../../packages/assistant/src/tools/test-support/invented-context.ts'
import { sampleCalls } from './support/sample-calls.ts'
import { type Example, toolReference } from './support/tool-reference.ts'

async function writeReference(): Promise<string> {
  const context = inventedContext()
  const examples = new Map<string, Example>()
  for (const { name, arguments: args } of sampleCalls)
    examples.set(name, { arguments: args, text: (await callTool(context, name, args)).text })
  return toolReference(tools, ({ name }) => examples.get(name) ?? { arguments: {}, text: '' })
}

const file = resolve(import.meta.dirname, '../../docs/tools.md')

/** The replies of the examples are the engine's own words; the page is held to the catalogue. */
const withoutReplies = (reference: string): string => reference.replace(/```text\n[\s\S]*?\n```/g, '').replace(/about \d+ tokens/g, '')

test('docs/tools.md tells what the catalogue is', async () => {
  const reference = await writeReference()
  if (process.env.FINSAM_WRITE_DOCS) writeFileSync(file, reference)
  expect(withoutReplies(readFileSync(file, 'utf8'))).toBe(withoutReplies(reference))
})

test('docs/tool-result.schema.json is the schema of every result with figures', async () => {
  const schema = {
    $id: 'https://finsam.invalid/tool-result.schema.json',
    title: 'finsam tool result',
    ...z.toJSONSchema(figuresOutput, { io: 'output' }),
  }
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../docs/tool-result.schema.json')
})
