import { describe, expect, test } from 'vitest'
import { calendarYear } from '../model/period.ts'
import type { Query } from '../query/query.ts'
import { cost, income, libraryOf, type Row, reading, statement, total, yearColumn } from '../test-support/build.ts'
import { evaluate } from './evaluate.ts'

const allCosts: Query = {
  op: 'lookup',
  of: { association: 'alfa', target: { concept: 'total-costs' }, scenario: 'budget', period: calendarYear(2024) },
}
const initiatives: readonly Row[] = [
  { ...cost('Team Norr', 700), section: 'Insatser' },
  { ...cost('Utbildningar', 300), section: 'Insatser' },
  total('cost', 'Summa insatser', ['Team Norr', 'Utbildningar'], 1_000),
]
const administration = (label: string, amount: number): Row => ({ ...cost(label, amount), section: 'Administration' })

function answer(...rows: readonly Row[]): number | string {
  const outcome = evaluate(
    libraryOf(reading({}, [statement([yearColumn('budget', 2024)], [income('Medlemsbidrag', 1_500), ...rows])])),
    allCosts,
  )
  return outcome.ok ? outcome.value.result.value / 100 : outcome.failure.code
}

describe('all costs', () => {
  test.each<[string, readonly Row[], number | string]>([
    ['are added up where every line of costs is known for what it is', [...initiatives, administration('Kansli', 200)], 1_200],
    [
      'are not told where a line of costs would be left out',
      [
        { ...cost('Team Norr', 700), section: 'Individinsatser' },
        total('cost', 'Summa individinsatser', ['Team Norr'], 700),
        { ...cost('Utbildningar', 300), section: 'Strukturella insatser' },
        total('cost', 'Summa strukturella insatser', ['Utbildningar'], 300),
        { ...cost('Kansli', 200), section: 'Övrigt' },
        { ...cost('Ägarsamråd', 50), section: 'Övrigt' },
      ],
      'not-printed',
    ],
    [
      'are the printed total, not a subtotal that holds several kinds',
      [
        ...initiatives,
        { ...cost('Kansli', 200), section: 'Övrigt' },
        { ...cost('Insats Duvan', 50), section: 'Övrigt' },
        total('cost', 'Summa övrigt', ['Kansli', 'Insats Duvan'], 250),
        total('cost', 'Summa kostnader', ['Summa insatser', 'Summa övrigt'], 1_250),
      ],
      1_250,
    ],
  ])('%s', (_, rows, expected) => {
    expect(answer(...rows)).toBe(expected)
  })
})

test('a cost that only its neighbours in a subtotal tell of is what they are', () => {
  const library = libraryOf(
    reading({}, [
      statement(
        [yearColumn('budget', 2024)],
        [
          ...initiatives,
          { ...cost('Kansli', 200), section: 'Överbyggnad' },
          { ...cost('Ägarsamråd', 50), section: 'Överbyggnad' },
          total('cost', 'Summa överbyggnad', ['Kansli', 'Ägarsamråd'], 250),
          total('cost', 'Summa kostnader', ['Summa insatser', 'Summa överbyggnad'], 1_250),
        ],
      ),
    ]),
  )
  expect(library.line('alfa/agarsamrad')?.concept?.id).toBe('other-administration')
})

test('totals of two tables that contradict each other are asked back, not replaced by a sum', () => {
  const columns = [yearColumn('budget', 2024)]
  const whole = statement(columns, [
    ...initiatives,
    administration('Kansli', 200),
    total('cost', 'Summa kostnader', ['Summa insatser', 'Kansli'], 1_200),
  ])
  const other = statement(columns, [total('cost', 'Totala kostnader', undefined, 1_400)], { id: 'other' })
  const outcome = evaluate(libraryOf(reading({}, [whole, other])), allCosts)
  expect(outcome.ok ? outcome.value.result.value : outcome.failure.code).toBe('several-match')
})
