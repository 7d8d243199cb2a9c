import { expect, test } from 'vitest'
import { evaluate } from '../calculate/evaluate.ts'
import { createLibrary } from '../library/create-library.ts'
import { cost, type Row, reading, statement, total, yearColumn } from '../test-support/build.ts'
import { sumChecks } from './sum-checks.ts'

const checksOf = (printed: number, amounts: readonly Row['amounts'][number][]) =>
  sumChecks(
    reading({}, [
      statement(
        [yearColumn('budget', 2024)],
        [
          ...amounts.map((amount, index) => cost(`Insats ${index}`, amount)),
          total(
            'cost',
            'Summa insatser',
            amounts.map((_, index) => `Insats ${index}`),
            printed,
          ),
        ],
      ),
    ]),
  )

test.each([
  {
    name: 'a sum that ties',
    printed: 13_925,
    amounts: [3_925, 10_000],
    sv: '3\u00a0925 + 10\u00a0000 = 13\u00a0925',
    en: '3,925 + 10,000 = 13,925',
    verdict: 'likely',
  },
  {
    name: 'a sum within rounding',
    printed: 101,
    amounts: [40, 60],
    sv: '40 + 60 = 100 ≈ 101',
    en: '40 + 60 = 100 ≈ 101',
    verdict: 'likely',
  },
  {
    name: 'a sum beyond rounding',
    printed: 110,
    amounts: [40, 60],
    sv: '40 + 60 = 100 ≠ 110',
    en: '40 + 60 = 100 ≠ 110',
    verdict: 'beyond',
  },
  { name: 'a row below zero', printed: 30, amounts: [40, -10], sv: '40 − 10 = 30', en: '40 − 10 = 30', verdict: 'likely' },
])('$name', ({ printed, amounts, sv, en, verdict }) => {
  expect(checksOf(printed, amounts)).toMatchObject([{ line: 'Summa insatser', arithmetic: { sv, en }, verdict }])
})

test('a total with a row that could not be read proves nothing', () => {
  expect(checksOf(100, [40, null])).toEqual([])
})

test('a sum that rests on a cell with several readings is neither tied nor broken', () => {
  const cell = { amount: 60, status: 'ambiguous' as const, printed: '6O', alternatives: [60, 66] }
  expect(checksOf(100, [40, cell])).toMatchObject([{ verdict: 'ambiguous' }])
})

test.each([
  { name: 'as printed', status: 'printed' as const },
  { name: 'with a total that was put right', status: 'repaired' as const },
  { name: 'with a total that was worked out', status: 'derived' as const },
])('a sum that ties $name says so', ({ status }) => {
  const document = reading({}, [
    statement(
      [yearColumn('budget', 2024)],
      [cost('A', 40), cost('B', 60), total('cost', 'Summa', ['A', 'B'], { amount: 100, status, printed: '110' })],
    ),
  ])
  expect(sumChecks(document)).toMatchObject([{ verdict: 'likely', status }])
  const checked = evaluate(createLibrary([document], { associations: [] }), {
    op: 'check',
    rule: 'sums',
    association: document.document.association,
  })
  expect(checked).toMatchObject({ value: { verdict: { holds: true }, trust: { status } } })
})
