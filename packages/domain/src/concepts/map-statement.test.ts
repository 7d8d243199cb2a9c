import { describe, expect, test } from 'vitest'
import { evaluate } from '../calculate/evaluate.ts'
import { calendarYear } from '../model/period.ts'
import {
  budgetOf,
  cost,
  equityRow,
  got,
  income,
  libraryOf,
  lookUp,
  type Row,
  reading,
  statement,
  total,
  yearColumn,
} from '../test-support/build.ts'
import { matchConcept } from './match-name.ts'
import { measureNamed } from './measure-table.ts'
import { memberKind } from './member-name.ts'

const budget = (rows: readonly Row[]) => libraryOf(reading({}, [budgetOf(rows)]))
const conceptsOf = (rows: readonly Row[]): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(budget(rows).lines.map(({ label, concept }) => [label, concept?.id]))

const parted = (unknown: string, subtotal: string): readonly Row[] => [
  cost('Team Norr', 70),
  total('cost', 'Summa insatser', ['Team Norr'], 70),
  cost('Kansli', 20),
  cost(unknown, 5),
  cost('Revision', 3),
  total('cost', subtotal, ['Kansli', unknown, 'Revision'], 28),
  total('cost', 'Summa kostnader', ['Summa insatser', subtotal], 98),
]

describe('a subtotal of management', () => {
  test.each([
    { name: 'by its name', unknown: 'Ägarsamråd', subtotal: 'Summa förbundsgemensamt' },
    { name: 'by its company', unknown: 'Ägarsamråd', subtotal: 'Delsumma' },
  ])('holds what nothing tells of, $name', ({ unknown, subtotal }) => {
    expect(conceptsOf(parted(unknown, subtotal))).toMatchObject({
      [unknown]: 'other-administration',
      [subtotal]: 'administration',
      'Summa kostnader': 'total-costs',
    })
  })
  test('not where no initiatives stand apart: the unknown row may be one', () => {
    const rows = [
      cost('Kansli', 20),
      cost('Team Norr', 70),
      total('cost', 'Verksamhetens kostnader', ['Kansli', 'Team Norr'], 90),
      cost('Räntekostnader', 5),
      total('cost', 'Summa kostnader', ['Verksamhetens kostnader', 'Räntekostnader'], 95),
    ]
    expect(conceptsOf(rows)).toMatchObject({ 'Team Norr': 'initiative', 'Verksamhetens kostnader': undefined })
  })
  test('not where all costs are one sum', () => {
    const rows = [cost('Kansli', 20), cost('Team Norr', 70), total('cost', 'Summa kostnader', ['Kansli', 'Team Norr'], 90)]
    expect(conceptsOf(rows)).toMatchObject({ 'Team Norr': 'initiative', 'Summa kostnader': 'total-costs' })
  })
})

describe('totals within totals', () => {
  const look = (rows: readonly Row[]) =>
    evaluate(budget(rows), { op: 'lookup', of: { association: 'alfa', target: { concept: 'total-costs' }, scenario: 'budget' } })
  const nested = (outer: readonly string[]): readonly Row[] => [
    cost('Kansli', 20),
    cost('Team Norr', 70),
    total('cost', 'Verksamhetens kostnader', ['Kansli', 'Team Norr'], 90),
    cost('Avskrivningar', 5),
    total('cost', 'Summa kostnader', outer, 95),
  ]
  test('all costs are the last of them', () => {
    const costs = got(look(nested(['Verksamhetens kostnader', 'Avskrivningar'])))
    expect([costs.operation, costs.label.sv, costs.result.value]).toEqual(['lookup', 'Summa kostnader, budget 2024', 9_500])
  })
  test('of two that are no part of each other, neither is taken, nor a sum', () => {
    const rows = [
      cost('Kansli', 20),
      cost('Team Norr', 70),
      total('cost', 'Summa kostnader', undefined, 95),
      total('cost', 'Totala kostnader', undefined, 99),
    ]
    const outcome = look(rows)
    expect(outcome.ok ? outcome.value.label.sv : outcome.failure.code).toBe('several-match')
  })
})

describe('a note that breaks up one line of the costs', () => {
  const accounts = statement(
    [yearColumn('actual', 2023)],
    [
      income('Medlemsbidrag', 100),
      cost('Insatser', 70),
      cost('Personalkostnader', 15),
      cost('Övriga externa kostnader', 9),
      total('cost', 'Verksamhetens kostnader', ['Insatser', 'Personalkostnader', 'Övriga externa kostnader'], 94),
    ],
    { id: 'resultat', title: 'Resultaträkning' },
  )
  const note = statement(
    [yearColumn('actual', 2023)],
    [
      cost('Revision', 2),
      cost('Lokaler', 3),
      cost('Medlemskap', 1),
      cost('Diverse', 3),
      total('cost', 'Summa', ['Revision', 'Lokaler', 'Medlemskap', 'Diverse'], 9),
    ],
    { id: 'not', title: 'Not 4 Övriga externa kostnader' },
  )
  const library = libraryOf(reading({ kind: 'annual-report', fiscalYear: 2023 }, [note, accounts]))
  const value = (concept: string): number => got(lookUp(library, concept)).result.value
  test('is of that line, its total and its rows too', () => {
    const concepts = Object.fromEntries(library.lines.map(({ label, concept }) => [label, concept?.id]))
    expect(concepts).toMatchObject({ Summa: 'other-administration', Medlemskap: 'other-administration', Revision: 'audit' })
  })
  test('is neither all costs nor all of the administration', () => {
    expect([value('total-costs'), value('administration'), value('initiatives')]).toEqual([9_400, 2_400, 7_000])
  })
})

describe('a ratio that is printed', () => {
  const overview = statement(
    [yearColumn('actual', 2022), yearColumn('actual', 2023)],
    [
      equityRow('Eget kapital 31/12', 450, 480),
      { label: 'Likvida medel', nature: 'asset', amounts: [520, 560] },
      { label: 'Soliditet (%)', nature: 'share', amounts: [66, null], unit: 'percent' },
    ],
    { kind: 'overview', title: 'Fem år i sammandrag' },
  )
  const library = libraryOf(reading({ kind: 'annual-report', fiscalYear: 2023 }, [overview]))
  const ratio = (year: number) =>
    evaluate(library, { op: 'lookup', of: { association: 'alfa', target: { measure: 'equity-ratio' }, period: calendarYear(year) } })
  test('is taken as it is printed', () => {
    const printed = got(ratio(2022))
    expect([printed.operation, printed.result.value, printed.quantity?.line]).toEqual(['lookup', 66, 'alfa/soliditet'])
  })
  test('is not made of cash as if it were all assets', () => {
    const outcome = ratio(2023)
    expect(outcome.ok ? outcome.value.result.value : outcome.failure.code).toBe('not-printed')
  })
  test.each([
    ['Soliditet', 'equity-ratio'],
    ['Soliditet, %', 'equity-ratio'],
    ['Soliditet i procent', 'equity-ratio'],
    ['Solidarisk insats', undefined],
  ])('%s names %s', (label, measure) => {
    expect(measureNamed(label)).toBe(measure)
  })
})

test.each([
  ['Styrelse och ägarsamråd', 'board'],
  ['Revision & granskning', 'audit'],
  ['Kansli, ägarsamråd', 'office'],
  ['Kansli, resor', undefined],
  ['Styrelse och revision', undefined],
  ['Team Norr och Team Syd', undefined],
])('%s as a cost is %s', (label, concept) => {
  expect(matchConcept(label, 'cost')?.id).toBe(concept)
})
test('an income of two names is told by neither', () => {
  expect(matchConcept('Kansli och ägarsamråd', 'income')).toBeUndefined()
})

test.each([
  ['därav pensionskostnader', undefined],
  ['Pensionskostnader', undefined],
  ['Revlslonskostnoder', 'audit'],
  ['Kostnader för revisionen', undefined],
])('%s, three letters from the costs of the audit, is %s', (label, concept) => {
  expect(matchConcept(label, 'cost')?.id).toBe(concept)
})

describe('funds that a budget counts among its income', () => {
  const financed = (balance: Row, total: Row): readonly Row[] => [
    income('Försäkringskassan', 50),
    income('Region Alfa', 25),
    balance,
    total,
  ]
  const equity = (label: string): Row => ({ label, nature: 'equity', amounts: [9] })
  const added = ['Försäkringskassan', 'Region Alfa', 'Eget kapital']
  test.each(['income', 'cost'] as const)('are equity that is added to income alone, though the total was read as of %s', nature => {
    const rows = financed(equity('Eget kapital'), total(nature, 'Summa finansiering', added, 84))
    expect(conceptsOf(rows)).toMatchObject({ 'Eget kapital': 'brought-forward', 'Summa finansiering': 'available-funds' })
    const outcome = lookUp(budget(rows), 'closing-equity')
    expect(outcome.ok ? outcome.value.result.value : outcome.failure.code).toBe('not-printed')
  })
  test('are not equity that the result is added to', () => {
    const rows = [
      income('Medlemsbidrag', 75),
      cost('Kansli', 70),
      total('result', 'Årets resultat', ['Medlemsbidrag', '-Kansli'], 5),
      equity('Ingående eget kapital'),
      total('equity', 'Utgående eget kapital', ['Ingående eget kapital', 'Årets resultat'], 14),
    ]
    expect(conceptsOf(rows)).toMatchObject({ 'Ingående eget kapital': 'opening-equity', 'Utgående eget kapital': 'closing-equity' })
  })
  test('are not equity that a change is added to, though the change was read as income', () => {
    const rows = [equity('Ingående eget kapital'), income('Beräknad förändring', 5)]
    const roll = total('equity', 'Utgående eget kapital', ['Ingående eget kapital', 'Beräknad förändring'], 14)
    expect(conceptsOf([...rows, roll])['Ingående eget kapital']).toBe('opening-equity')
  })
  test('do not make income of a total that is named a cost, or that adds what is not known for income', () => {
    const named = total('cost', 'Summa kostnader', ['Försäkringskassan', 'Region Alfa'], 75)
    expect(conceptsOf(financed(equity('Eget kapital'), named))['Summa kostnader']).toBe('total-costs')
    const management = [
      income('Förbundschef', 50),
      income('Resor', 9),
      total('cost', 'Summa förbundsledning', ['Förbundschef', 'Resor'], 59),
    ]
    expect(conceptsOf(management)['Summa förbundsledning']).not.toMatch(/contributions|income/)
  })
})

test.each(['Finansnetto', 'Räntenetto', 'Finansiella poster'])('%s is no initiative, though it was read as a cost', label => {
  const rows = [
    cost('Kansli', 20),
    cost('Team Norr', 70),
    cost(label, 3),
    total('cost', 'Summa kostnader', ['Kansli', 'Team Norr', label], 93),
  ]
  expect(conceptsOf(rows)).toMatchObject({ [label]: undefined, 'Team Norr': 'initiative', 'Summa kostnader': 'total-costs' })
})

test.each([
  ['Västra Götalandsregionen', 'region'],
  ['Västra Götalandsregionens bidrag', 'region'],
  ['Region Väst', 'region'],
  ['Regionala projekt', undefined],
])('%s speaks of %s', (label, kind) => {
  expect(memberKind(label)).toBe(kind)
})
test('a region of another name is among the contributions', () => {
  expect(conceptsOf([income('Västra Götalandsregionen', 5)])).toEqual({ 'Västra Götalandsregionen': 'contribution-region' })
})
