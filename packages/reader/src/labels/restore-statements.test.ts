import type { Statement } from '@finsam/domain'
import { expect, test } from 'vitest'
import { gatherKnowledge } from './knowledge.ts'
import { restoreStatements } from './restore-statements.ts'

const line = (label: string): Statement['lines'][number] => ({
  id: label,
  label,
  printedLabel: label,
  sourceLine: 1,
  text: label,
  nature: 'cost',
  role: 'item',
  values: {},
})
const statement = (...labels: string[]): Statement => ({
  id: 's',
  title: 'Budget',
  kind: 'income',
  unit: 'kr',
  costSign: 'positive',
  headerLines: [],
  columns: [],
  lines: labels.map(line),
})
const swedish = gatherKnowledge('Förbundet når sina mål på ett sätt som är förväntat, både för år och månader. '.repeat(5), {
  associations: [],
})
const labelsOf = (statements: readonly Statement[]): string[] => statements.flatMap(each => each.lines.map(one => one.label))

const damaged = [
  'Linsgemensamma utbildningar',
  'Hilsoinsatser',
  'Verksamhetens intikter',
  'Arbetsférmedling och Forsikringskassa',
  'Samordning och ekonomi',
  'Styrelsekostnader',
  'Revisionskostnader',
  'Region Vistmanland',
]

test('tables that lost their diacritics are restored though the prose has kept them', () => {
  const [first] = restoreStatements([statement(...damaged)], swedish)
  expect(first?.lines.map(each => each.label)).toEqual([
    'Länsgemensamma utbildningar',
    'Hälsoinsatser',
    'Verksamhetens intäkter',
    'Arbetsförmedling och Försäkringskassa',
    'Samordning och ekonomi',
    'Styrelsekostnader',
    'Revisionskostnader',
    'Region Västmanland',
  ])
  expect(first?.lines.map(each => each.printedLabel)).toEqual(damaged)
})

test('a good table in a good document stays as it is', () => {
  const labels = [
    'Årets resultat',
    'Lins och glasögon',
    'Övriga kostnader',
    'Försäkringskassan',
    'Länsgemensamma insatser',
    'Hälsofrämjande',
    'Intäkter',
    'Bidrag från kommunerna',
    'Fontänhuset',
  ]
  expect(labelsOf(restoreStatements([statement(...labels)], swedish))).toEqual(labels)
})
