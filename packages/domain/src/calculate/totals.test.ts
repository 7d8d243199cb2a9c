import { describe, expect, test } from 'vitest'
import { calendarYear, type Period } from '../model/period.ts'
import type { Scenario } from '../model/reading.ts'
import { failureText } from '../model/result.ts'
import {
  budgetOf,
  cost,
  got,
  income,
  libraryOf,
  lookUp,
  printedCell,
  type Row,
  reading,
  spanColumn,
  statement,
  total,
  yearColumn,
} from '../test-support/build.ts'
import { wholeYear } from './select.ts'

describe('of totals within totals', () => {
  const nested = (outer: string, middle = 90) =>
    libraryOf(
      reading({}, [
        budgetOf([
          cost('Kansli', 20),
          cost('Team Norr', 70),
          total('cost', 'Verksamhetens kostnader', ['Kansli', 'Team Norr'], middle),
          cost('Avskrivningar', 5),
          total('cost', 'Kostnader totalt', ['Verksamhetens kostnader', 'Avskrivningar'], 95),
          cost('Ränta', 1),
          total('cost', outer, ['Kostnader totalt', 'Ränta'], 96),
        ]),
      ]),
    )
  test('the last one is the whole, however many there are', () => {
    const whole = got(lookUp(nested('Summa kostnader'), 'total-costs'))
    expect([whole.label.sv, whole.result.value]).toEqual(['Summa kostnader, budget 2024', 9_600])
  })
  test('a part of which is no second whole', () => {
    const part: Row = { ...cost('Summa kostnader för insatser', 40), role: 'of-which' }
    const library = libraryOf(reading({}, [budgetOf([cost('Insatser', 70), part])]))
    expect(got(lookUp(library, 'initiatives')).result.value).toBe(7_000)
  })
  test('a part is taken where it is all there is', () => {
    const part: Row = { ...cost('Insatser', 40), role: 'of-which' }
    expect(got(lookUp(libraryOf(reading({}, [budgetOf([part])])), 'initiatives')).result.value).toBe(4_000)
  })
  test('an illegible whole is not made of its parts', () => {
    const unread = printedCell(null, { status: 'ambiguous', printed: '9S', alternatives: [95, 98] })
    const library = libraryOf(
      reading({}, [
        budgetOf([
          income('Medlemsbidrag', 100),
          cost('Insatser', 70),
          cost('Administration', 20),
          total('cost', 'Summa kostnader', undefined, unread),
        ]),
      ]),
    )
    const outcome = lookUp(library, 'total-costs')
    expect(outcome.ok ? outcome.value.result.value : [outcome.failure.code, outcome.failure.nearest]).toEqual([
      'value-unknown',
      ['95', '98'],
    ])
  })
})

describe('rows that make a total', () => {
  const rows = [cost('Kansli', 20), cost('Revision', 5)]
  test('are those of a table with the income', () => {
    const library = libraryOf(reading({}, [budgetOf([income('Medlemsbidrag', 100), ...rows])]))
    const sum = got(lookUp(library, 'administration'))
    expect(sum).toMatchObject({ result: { value: 2_500 }, concept: 'administration', label: { sv: 'Administration' } })
    expect(sum.notes[0]).toEqual({
      code: 'sum-of-lines',
      parameters: { concept: 'administration', lines: 'Kansli, Revision', association: 'alfa' },
    })
  })
  test('or of one with all costs', () => {
    const whole = total('cost', 'Summa kostnader', undefined, 95)
    expect(got(lookUp(libraryOf(reading({}, [budgetOf([...rows, whole])])), 'administration')).result.value).toBe(2_500)
  })
  test('not of a table that may be a part', () => {
    const outcome = lookUp(libraryOf(reading({}, [budgetOf(rows)])), 'administration')
    expect(outcome.ok ? '' : outcome.failure.code).toBe('not-printed')
  })
  test('of two tables, those of the one that has more of them', () => {
    const brief = budgetOf([income('Medlemsbidrag', 100), cost('Revision', 5)], { id: 'kort' })
    const whole = budgetOf([income('Medlemsbidrag', 100), ...rows, cost('Styrelse', 3)], { id: 'hel' })
    for (const tables of [
      [brief, whole],
      [whole, brief],
    ])
      expect(got(lookUp(libraryOf(reading({}, tables)), 'administration')).result.value).toBe(2_800)
  })
  test('a total among them is no row', () => {
    const library = libraryOf(
      reading({}, [
        budgetOf([
          income('Medlemsbidrag', 100),
          cost('Kansli', 20),
          { ...total('cost', 'Summa revision', undefined, 5) },
          cost('Revision', 5),
          cost('Styrelse', 3),
        ]),
      ]),
    )
    expect(got(lookUp(library, 'administration')).result.value).toBe(2_800)
  })
})

describe('what a question leaves out', () => {
  const half: Period = { from: '2024-01-01', to: '2024-06-30' }
  const interim = libraryOf(
    reading({ kind: 'interim-report' }, [
      statement(
        [
          spanColumn('budget', half),
          spanColumn('actual', half),
          yearColumn('actual', 2023),
          yearColumn('budget', 2024),
          yearColumn('forecast', 2024),
        ],
        [cost('Kansli', 55, 50, 90, 110, 105)],
      ),
    ]),
  )
  const place = (selector: ReturnType<typeof wholeYear>) => [selector.scenario, selector.period]
  const costs = { association: 'alfa', target: { concept: 'office' } } as const
  test('a whole year of an interim report is its forecast', () => {
    expect(place(wholeYear(interim, costs))).toEqual(['forecast', calendarYear(2024)])
    expect(place(wholeYear(interim, { ...costs, scenario: 'budget' }))).toEqual(['budget', calendarYear(2024)])
    expect(place(wholeYear(interim, { ...costs, period: half }))).toEqual(['actual', half])
  })
  test('its budget where it has no forecast, the plan where it has no budget', () => {
    for (const scenario of ['budget', 'plan'] as const) {
      const library = libraryOf(
        reading({ kind: 'interim-report' }, [
          statement([spanColumn('actual', half), yearColumn('actual', 2023), yearColumn(scenario, 2024)], [cost('Kansli', 50, 90, 110)]),
        ]),
      )
      expect(place(wholeYear(library, costs))).toEqual([scenario, calendarYear(2024)])
    }
  })
  test('of another document, the year that it is about', () => {
    const plan = libraryOf(reading({}, [statement([yearColumn('actual', 2023), yearColumn('budget', 2024)], [cost('Kansli', 90, 110)])]))
    expect(place(wholeYear(plan, costs))).toEqual(['budget', calendarYear(2024)])
  })
  test('the nearest are of the scenario that was asked for', () => {
    const outcome = lookUp(interim, 'office', { scenario: 'forecast', period: calendarYear(2022) })
    expect(outcome.ok ? [] : outcome.failure.nearest?.[0]).toBe('Kansli, prognos 2024')
    expect(outcome.ok ? '' : failureText(outcome.failure, 'sv')).toBe(
      'Kansli är inte tryckt som prognos för 2022; fråga efter något av de belopp som är det.',
    )
  })
  test('at most eight of them are named', () => {
    const years = Array.from({ length: 12 }, (_, index) => 2010 + index)
    const library = libraryOf(
      reading({}, [
        statement(
          years.map(year => yearColumn('actual', year)),
          [cost('Kansli', ...years)],
        ),
      ]),
    )
    const outcome = lookUp(library, 'office', { period: calendarYear(2024) })
    expect(outcome.ok ? [] : outcome.failure.nearest).toHaveLength(8)
  })
  test('a plan’s year may be asked for as its budget, a budget’s as its plan, and the note says so', () => {
    const planned = (scenario: Scenario) => libraryOf(reading({}, [statement([yearColumn(scenario, 2024)], [cost('Kansli', 9)])]))
    for (const [printed, asked] of [
      ['plan', 'budget'],
      ['budget', 'plan'],
    ] as const) {
      const found = got(lookUp(planned(printed), 'office', { scenario: asked, period: calendarYear(2024) }))
      expect(found.notes).toEqual([{ code: 'plan-for-budget', parameters: { asked, printed } }])
    }
    expect(lookUp(planned('forecast'), 'office', { scenario: 'budget', period: calendarYear(2024) }).ok).toBe(false)
  })
})
