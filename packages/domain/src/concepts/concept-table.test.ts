import { expect, test } from 'vitest'
import { natureSchema } from '../model/reading.ts'
import { unitSchema } from '../model/unit.ts'
import { fold } from '../text/fold.ts'
import { conceptOf, conceptTable, isWithin } from './concept-table.ts'
import { matchConcept } from './match-name.ts'
import { measureTable } from './measure-table.ts'

test('every concept has a nature, a parent that exists, and names in both languages', () => {
  for (const { id, nature, parent, sv, en } of conceptTable) {
    expect(natureSchema.safeParse(nature).success, id).toBe(true)
    expect(parent === undefined || conceptOf(parent) !== undefined, id).toBe(true)
    for (const text of [sv.name, sv.definition, en.name, en.definition]) expect(text, id).toMatch(/\S/)
  }
  expect(new Set(conceptTable.map(({ id }) => id)).size).toBe(conceptTable.length)
})

test('every measure has a unit and names in both languages', () => {
  for (const { id, unit, sv, en } of measureTable) {
    expect(unitSchema.safeParse(unit).success, id).toBe(true)
    for (const text of [sv.name, sv.definition, en.name, en.definition]) expect(text, id).toMatch(/\S/)
  }
})

test('no parent is its own ancestor', () => {
  for (const { id, parent } of conceptTable) expect(parent !== undefined && isWithin(parent, id), id).toBe(false)
})

test('every Swedish name finds its own concept, or another that bears the same name', () => {
  for (const { id, nature, sv } of conceptTable)
    for (const name of [sv.name, ...sv.synonyms]) {
      const found = matchConcept(name, nature)?.id
      const shared = conceptTable
        .filter(other => [other.sv.name, ...other.sv.synonyms].some(synonym => fold(synonym) === fold(name)))
        .map(other => other.id)
      expect([id, ...shared], name).toContain(found)
    }
})

test.each([
  ['Verksamhetens intikter', 'income', 'total-income'],
  ['Summa intéakter', 'income', 'total-income'],
  ['Ovriga verksamhetskostnader', 'cost', 'other-administration'],
  ['Medelstilleddning från huvudmännen 2024', 'income', 'contributions'],
  ['Omséttningstillgangar', 'asset', 'current-assets'],
  ['Summa eget kapital, avsittningar och skulder', 'liability', 'equity-and-liabilities'],
  ['Likvida medel vid arets borjan', 'cash', 'opening-cash'],
  ['Beräknat utgående eget kapital 2024-12-31', 'equity', 'closing-equity'],
  ['Kansli 1.0', 'cost', 'office'],
] as const)('%s (%s) is %s', (label, nature, concept) => {
  expect(matchConcept(label, nature)?.id).toBe(concept)
})

test('a cost is never taken for an income of the same name', () => {
  expect(matchConcept('Kansli', 'income')).toBeUndefined()
  expect(matchConcept('Medlemsbidrag', 'cost')).toBeUndefined()
})
