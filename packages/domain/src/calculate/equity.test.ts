import { describe, expect, test } from 'vitest'
import { createLibrary } from '../library/create-library.ts'
import { calendarYear, type Period } from '../model/period.ts'
import type { DocumentReading, Scenario } from '../model/reading.ts'
import { failureText } from '../model/result.ts'
import {
  alfa,
  equityRow,
  got,
  income,
  instantColumn,
  libraryOf,
  lookUp,
  type Row,
  reading,
  spanColumn,
  statement,
  total,
  yearColumn,
} from '../test-support/build.ts'
import { evaluate } from './evaluate.ts'

type Asked = { readonly period?: Period; readonly scenario?: Scenario }
const look = (readings: readonly DocumentReading[], concept: string, asked: Asked = {}) => lookUp(libraryOf(...readings), concept, asked)
const kronor = (readings: readonly DocumentReading[], concept: string, asked: Asked = {}) =>
  got(look(readings, concept, asked)).result.value / 100
const codes = (readings: readonly DocumentReading[], concept: string, asked: Asked = {}) =>
  got(look(readings, concept, asked)).notes.map(({ code }) => code)

const rollForward = (columns: Parameters<typeof statement>[0], ...rows: readonly Row[]) =>
  statement(columns, rows, { id: 'kapital', kind: 'equity-rollforward' })
const report = (...statements: readonly ReturnType<typeof statement>[]) => reading({ kind: 'annual-report', fiscalYear: 2024 }, statements)
const balance = (scenario: Scenario, at: string, amount: number, id = `balans-${scenario}-${at}`) =>
  statement([instantColumn(scenario, at)], [equityRow('Summa eget kapital', amount)], { id, kind: 'balance' })
const accounts = (contributions: number, costs: number, year = 2024, scenario: Scenario = 'budget') =>
  statement([yearColumn(scenario, year)], [income('Medlemsbidrag', contributions), total('cost', 'Summa kostnader', undefined, costs)], {
    id: `resultat-${year}-${scenario}`,
  })

describe('equity at the end of a year', () => {
  test('is the balance of its last day', () => {
    expect(kronor([report(balance('actual', '2024-12-31', 400))], 'closing-equity')).toBe(400)
  })
  test('of the scenario asked for, before any other', () => {
    const both = [report(balance('budget', '2024-12-31', 300), balance('actual', '2024-12-31', 400))]
    expect(kronor(both, 'closing-equity', { scenario: 'budget', period: calendarYear(2024) })).toBe(300)
    expect(kronor(both, 'closing-equity', { scenario: 'actual', period: calendarYear(2024) })).toBe(400)
  })
  test.each([
    ['plan', 'budget'],
    ['budget', 'plan'],
  ] as const)('a %s answers for a %s', (printed, asked) => {
    expect(kronor([report(balance(printed, '2025-12-31', 300))], 'closing-equity', { scenario: asked, period: calendarYear(2025) })).toBe(
      300,
    )
  })
  test('a forecast answers for no budget', () => {
    const outcome = look([report(balance('forecast', '2025-12-31', 300))], 'closing-equity', {
      scenario: 'budget',
      period: calendarYear(2025),
    })
    expect(outcome.ok).toBe(false)
  })
  test('is not what it changed by within the year, unless that is asked for', () => {
    const months = { from: '2024-01-01', to: '2024-12-31' }
    const change = report(rollForward([spanColumn('variance', months)], equityRow('Eget kapital', 50)))
    expect(look([change], 'closing-equity', { period: months }).ok).toBe(false)
    expect(kronor([change], 'closing-equity', { period: months, scenario: 'variance' })).toBe(50)
  })
  test('is the finest print of it', () => {
    const rough = statement([instantColumn('actual', '2024-12-31')], [equityRow('Eget kapital', 1)], {
      id: 'o',
      kind: 'overview',
      unit: 'mnkr',
    })
    expect(kronor([report(rough, balance('actual', '2024-12-31', 1_234_567))], 'closing-equity')).toBe(1_234_567)
  })
  test('is the opening one with the result where no balance is printed, and says so', () => {
    const budget = [report(rollForward([yearColumn('budget', 2024)], equityRow('Ingående eget kapital', 500)), accounts(900, 1_000))]
    const computed = got(look(budget, 'closing-equity', { scenario: 'budget', period: calendarYear(2024) }))
    expect(computed).toMatchObject({
      operation: 'sum',
      result: { value: 40_000 },
      label: { sv: 'Utgående eget kapital', en: 'Closing equity' },
      concept: 'closing-equity',
      scenario: 'budget',
      period: calendarYear(2024),
    })
    expect(computed.notes.map(({ code }) => code)).toEqual(['equity-from-result', 'result-computed'])
  })
  test('is not computed for a part of a year, whose result is not the year’s', () => {
    const months = { from: '2024-01-01', to: '2024-06-30' }
    const part = statement([spanColumn('actual', months)], [income('Medlemsbidrag', 900), total('cost', 'Summa kostnader', undefined, 800)])
    const opening = rollForward([spanColumn('actual', months)], equityRow('Ingående eget kapital', 500))
    expect(look([report(part, opening)], 'closing-equity', { scenario: 'actual', period: months }).ok).toBe(false)
  })
  test('is the next year’s opening one where nothing else is printed, and says so', () => {
    const next = [report(rollForward([yearColumn('budget', 2025)], equityRow('Ingående eget kapital', 450)))]
    const asked = { scenario: 'budget', period: calendarYear(2024) } as const
    expect(kronor(next, 'closing-equity', asked)).toBe(450)
    expect(codes(next, 'closing-equity', asked)).toEqual(['closing-from-later-opening'])
  })
  test('of a year without a document of its own needs the scenario where there are two', () => {
    const later = [report(balance('budget', '2026-12-31', 300), balance('forecast', '2026-12-31', 310))]
    const outcome = look(later, 'closing-equity', { period: calendarYear(2026) })
    expect(outcome.ok ? '' : outcome.failure.code).toBe('several-match')
    expect(outcome.ok ? [] : outcome.failure.nearest).toEqual([
      'Summa eget kapital, budget 2026-12-31',
      'Summa eget kapital, prognos 2026-12-31',
    ])
    expect(kronor([report(balance('forecast', '2026-12-31', 310))], 'closing-equity', { period: calendarYear(2026) })).toBe(310)
  })
  test('that is nowhere to be had names the lines of equity that there are', () => {
    const outcome = look([report(balance('actual', '2024-12-31', 400), accounts(1, 1))], 'closing-equity', {
      scenario: 'actual',
      period: calendarYear(2020),
    })
    expect(outcome.ok ? '' : failureText(outcome.failure, 'sv')).toBe(
      'Inget eget kapital är tryckt för 2020-12-31, och inget ingående kapital med ett resultat att räkna det av.',
    )
    expect(outcome.ok ? [] : outcome.failure.nearest).toEqual(['Summa eget kapital'])
  })
})

describe('equity at the start of a year', () => {
  const asked = { scenario: 'budget', period: calendarYear(2025) } as const
  test('is printed as such', () => {
    const printed = [
      report(rollForward([yearColumn('budget', 2025)], equityRow('Ingående eget kapital', 450)), balance('budget', '2024-12-31', 440)),
    ]
    expect([kronor(printed, 'opening-equity', asked), codes(printed, 'opening-equity', asked)]).toEqual([450, []])
  })
  test.each(['budget', 'actual'] as const)('else the %s at the end of the year before, and says so', scenario => {
    const before = [report(balance(scenario, '2024-12-31', 440))]
    expect(kronor(before, 'opening-equity', asked)).toBe(440)
    const { notes } = got(look(before, 'opening-equity', asked))
    expect(notes).toEqual([{ code: 'opening-from-earlier-closing', parameters: { line: 'Summa eget kapital', scenario } }])
  })
  test('a balanced result among the income is what was brought forward; other funds of earlier years are not all of equity', () => {
    const budget = (label: string) => [
      report(statement([yearColumn('budget', 2025)], [income('Medlemsbidrag', 900), { ...income(label, 60), section: 'Intäkter' }])),
    ]
    expect(kronor(budget('Balanserat resultat'), 'opening-equity', asked)).toBe(60)
    expect(look(budget('Egna medel från tidigare år'), 'opening-equity', asked).ok).toBe(false)
  })
  test('says which day it lacks', () => {
    const outcome = look([report(accounts(1, 1, 2025))], 'opening-equity', asked)
    expect(outcome.ok ? '' : failureText(outcome.failure, 'en')).toBe('No equity is printed for the start of the period (2025-01-01).')
  })

  const begins = (formed: string | undefined, label = 'Medel som förs över från tidigare förbund') =>
    evaluate(
      createLibrary([report(statement([yearColumn('budget', 2025)], [income('Medlemsbidrag', 900), income(label, 650)]))], {
        associations: [{ ...alfa, ...(formed ? { formed } : {}) }],
      }),
      { op: 'lookup', of: { association: 'alfa', target: { concept: 'opening-equity' }, ...asked } },
    )
  test('a new association starts with what it takes over, and says so', () => {
    const opening = got(begins('2025-01-01'))
    expect(opening.result.value).toBe(65_000)
    expect(opening.notes[0]).toEqual({ code: 'opening-from-transfers', parameters: { association: 'alfa' } })
  })
  test.each([
    ['an older one does not', begins('2019-01-01')],
    ['one of unknown age does not', begins(undefined)],
    ['one that takes nothing over does not', begins('2025-01-01', 'Övriga intäkter')],
  ])('%s', (_name, outcome) => {
    expect(outcome.ok ? outcome.value.result.value : outcome.failure.code).toBe('not-printed')
  })
})
