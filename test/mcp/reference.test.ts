import { callTool, figuresOutput, tools } from '@finsam/assistant'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { inventedContext } from '../../packages/assistant/src/tools/test-support/invented-context.ts'
import { sampleCalls } from './support/sample-calls.ts'
import { type Example, toolReference } from './support/tool-reference.ts'

test('docs/tools.md tells what the catalogue is', async () => {
  const context = inventedContext()
  const examples = new Map<string, Example>()
  for (const { name, arguments: args } of sampleCalls)
    examples.set(name, { arguments: args, text: (await callTool(context, name, args)).text })
  const reference = toolReference(tools, ({ name }) => examples.get(name) ?? { arguments: {}, text: '' })
  await expect(reference).toMatchFileSnapshot('../../docs/tools.md')
})

test('docs/tool-result.schema.json is the schema of every result with figures', async () => {
  const schema = {
    $id: 'https://finsam.invalid/tool-result.schema.json',
    title: 'finsam tool result',
    ...z.toJSONSchema(figuresOutput, { io: 'output' }),
  }
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../docs/tool-result.schema.json')
})
