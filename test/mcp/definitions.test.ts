import { tools } from '@finsam/assistant'
import { definitionOf } from '@finsam/mcp'
import { expect, test } from 'vitest'

test('the definitions that the bundled file lists are those of the catalogue', async () => {
  await expect(`${JSON.stringify(tools.map(definitionOf))}\n`).toMatchFileSnapshot('../../apps/mcp/src/definitions.snap.json')
})
