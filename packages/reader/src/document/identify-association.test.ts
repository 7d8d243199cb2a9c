import type { Registry } from '@finsam/domain'
import { expect, test } from 'vitest'
import { identifyAssociation } from './identify-association.ts'

const association = (id: string, name: string, shortName: string, orgNumber?: string): Registry['associations'][number] => ({
  id,
  name,
  shortName,
  aliases: [],
  predecessors: [],
  members: [],
  sources: [],
  ...(orgNumber ? { orgNumber } : {}),
})
const registry: Registry = {
  associations: [
    association('norra', 'Norra Dalens Samordningsförbund', 'Norra Dalen'),
    association('dalen', 'Samordningsförbundet Dalen', 'Dalen', '222000-1974'),
  ],
}

test.each([
  { name: 'a known name', text: 'Samordningsförbundet Dalen\nVerksamhetsplan 2024', id: 'dalen' },
  { name: 'a longer name hides the shorter within it', text: 'Norra Dalens Samordningsförbund\nBudget', id: 'norra' },
  {
    name: 'the title page beats a neighbour named often',
    text: `Samordningsförbundet Dalen\n${'x\n'.repeat(3000)}${'Norra Dalens Samordningsförbund\n'.repeat(40)}`,
    id: 'dalen',
  },
  { name: 'a name in genitive', text: 'Samordningsförbundet Dalens uppgift är att stödja', id: 'dalen' },
  {
    name: 'an unknown name, over two lines and in capitals',
    text: 'SAMORDNINGSFÖRBUNDET\nVÄSTRA SJÖBYGDEN\n\nVerksamhetsplan 2025',
    id: 'vastra-sjobygden',
    full: 'Samordningsförbundet Västra Sjöbygden',
  },
  {
    name: 'an unknown name beside a number that another bears',
    text: 'Samordningsförbundet Lagunda\nOrg nr 222000-1974',
    id: 'lagunda',
    full: 'Samordningsförbundet Lagunda',
  },
  { name: 'no name at all', text: 'Budget för nästa år', id: 'unknown' },
])('$name', ({ text, id, full }) => {
  const identity = identifyAssociation(text, registry)
  expect(identity.association).toBe(id)
  if (full) expect(identity.associationName).toBe(full)
})
