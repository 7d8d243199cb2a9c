import { type Association, createLibrary, readPlainBudget } from '@finsam/domain'
import { expect, test } from 'vitest'
import type { AssistantContext } from '../context.ts'
import { callTool } from './catalogue.ts'
import { inventedContext } from './test-support/invented-context.ts'
import { figureRecordSchema, figuresOutput } from './wire/figure-record.ts'

const member = (id: string, name: string, kind: 'region' | 'municipality') => ({ id, name, kind, aliases: [] })
const registered: Association = {
  id: 'provlunda',
  name: 'Samordningsförbundet Provlunda',
  shortName: 'Provlunda',
  aliases: [],
  predecessors: [],
  members: [
    member('region', 'Region Prov', 'region'),
    member('norrby', 'Norrby kommun', 'municipality'),
    member('soderby', 'Söderby kommun', 'municipality'),
  ],
  sources: [],
}

function provlunda(): AssistantContext {
  const plain = readPlainBudget({
    id: 'provlunda-2026',
    title: 'Budget 2026',
    association: { id: 'provlunda', name: 'Samordningsförbundet Provlunda' },
    fiscalYear: 2026,
    unit: 'kr',
    columns: [{ scenario: 'budget', year: 2026 }],
    lines: [
      { label: 'Kommunernas bidrag', nature: 'income', amounts: [900_000] },
      { label: 'Kansli', nature: 'cost', amounts: [800_000] },
    ],
  })
  if (!plain.ok) throw new Error(plain.failure.message)
  return { ...inventedContext(), library: createLibrary([plain.value], { associations: [registered] }) }
}
const people = [
  { member: 'Norrby', population: 20_000 },
  { member: 'Söderby kommun', population: 10_000 },
]
const split = (more: object = {}) =>
  callTool(provlunda(), 'calculate', {
    operation: 'split',
    of: [{ association: 'Provlunda', line: 'Kommunernas bidrag' }],
    populations: people,
    ...more,
  })

test('an amount is split among the municipalities by population, to the krona', async () => {
  const { data, text } = await split()
  const { figures: found } = figuresOutput.extend({ figures: figureRecordSchema.array() }).parse(data)
  expect(found.filter(({ role }) => role === 'answer').map(({ label, value }) => [label, value])).toEqual([
    ['Norrby kommun', 600_000],
    ['Söderby kommun', 300_000],
  ])
  expect(text).toContain('Assumption: Norrby kommun has 20,000 inhabitants.')
})

test.each([
  {
    name: 'a population of nobody’s',
    more: { populations: [{ member: 'Västby', population: 1 }] },
    says: /no municipality of Provlunda.*Norrby kommun/,
  },
  { name: 'no population known', more: { populations: [] }, says: /population of "Norrby kommun" is not printed/ },
  {
    name: 'two amounts',
    more: { of: [1, 2].map(() => ({ association: 'Provlunda', line: 'Kansli' })) },
    says: /split takes one amount in of; 2 came/,
  },
  { name: 'populations beside another operation', more: { operation: 'sum' }, says: /populations belong to split/ },
])('$name is refused', async ({ more, says }) => {
  await expect(split(more)).rejects.toThrow(says)
})
