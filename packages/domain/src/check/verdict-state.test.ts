import { describe, expect, test } from 'vitest'
import { sentenceOf } from '../explain/sentence.ts'
import type { Library } from '../library/library.ts'
import type { Cell } from '../model/reading.ts'
import { budgetOf, cost, income, libraryOf, printedCell, type Row, reading, statement, total, yearColumn } from '../test-support/build.ts'
import { check, findingCodes } from '../test-support/check.ts'

const unclear = (...readings: readonly number[]): Cell =>
  printedCell(readings[0] ?? null, { status: 'ambiguous', alternatives: [...readings] })
const budget = (rows: readonly Row[]): Library => libraryOf(reading({}, [budgetOf(rows)]))
const costs = (...amounts: readonly (number | Cell)[]): readonly Row[] => [
  ...amounts.map((amount, index) => cost(`Post ${index + 1}`, amount)),
  total(
    'cost',
    'Summa kostnader',
    amounts.map((_, index) => `Post ${index + 1}`),
    90,
  ),
]

describe('a sum that rests on an ambiguous amount', () => {
  test('is undecided, whatever the shown reading comes to', () => {
    for (const shown of [
      [20, 29],
      [29, 20],
    ]) {
      const sums = check(budget(costs(70, unclear(...shown))), 'sums')
      expect(sums).toMatchObject({ verdict: { holds: false, state: 'undecided' }, result: { value: 0, low: 0, high: 1 } })
      expect(sums.findings).toMatchObject([{ code: 'sum-undecided', severity: 'info', at: { line: 4 } }])
      expect(sentenceOf(sums, 'sv').replaceAll('\u00a0', ' ')).toBe(
        'Går inte att avgöra. Fel bland 1 prövade summor, 1 som inte går att avgöra: 0.',
      )
      expect(sentenceOf(sums, 'en')).toBe('Undecided. Errors among 1 checked sums, 1 undecided: 0.')
    }
  })
  test('does not hide an error elsewhere', () => {
    const other = statement([yearColumn('budget', 2025)], costs(70, 10), { id: 'annan' })
    const library = libraryOf(reading({}, [statement([yearColumn('budget', 2024)], costs(70, unclear(20, 29))), other]))
    const sums = check(library, 'sums')
    expect([sums.verdict, sums.result.value]).toEqual([{ holds: false, rule: 'sums' }, 1])
    expect(findingCodes(sums)).toEqual(['sum-undecided', 'sum-differs-from-total'])
  })
})

describe('a rule on an ambiguous amount', () => {
  const split = (state: Cell): Library =>
    budget([
      income('Försäkringskassan', state),
      income('Region Alfa', 2_000),
      income('Norrby kommun', 1_200),
      income('Söderby kommun', 800),
    ])
  test.each([
    { name: 'one reading keeps it and another breaks it', readings: [4_000, 4_600], verdict: { holds: false, state: 'undecided' } },
    { name: 'the other way round', readings: [4_600, 4_000], verdict: { holds: false, state: 'undecided' } },
    { name: 'every reading breaks it', readings: [5_000, 4_600], verdict: { holds: false } },
    { name: 'every reading keeps it', readings: [4_000, 4_001], verdict: { holds: true } },
  ])('$name', ({ readings, verdict }) => {
    expect(check(split(unclear(...readings)), 'contribution-split').verdict).toEqual({ rule: 'contribution-split', ...verdict })
  })
})

describe('all rules together', () => {
  const plan = (rows: readonly Row[]) => check(budget([income('Medlemsbidrag', 100), ...rows]), 'all')
  test('what is only for information breaks nothing', () => {
    const all = plan(costs(70, 20))
    expect(all.inputs.map(({ verdict }) => verdict)).toEqual([
      { holds: true, rule: 'sums' },
      { holds: true, rule: 'balance' },
      { holds: false, rule: 'plan-years', state: 'information' },
    ])
    expect([all.verdict, all.result.value]).toEqual([{ holds: true, rule: 'all' }, 0])
  })
  test('what is undecided leaves the whole undecided', () => {
    const all = plan(costs(70, unclear(20, 29)))
    expect([all.verdict, all.result.value]).toEqual([{ holds: false, rule: 'all', state: 'undecided' }, 0])
  })
  test('what is broken breaks the whole', () => {
    const all = plan(costs(70, 10))
    expect([all.verdict, all.result.value]).toEqual([{ holds: false, rule: 'all' }, 1])
  })
})
