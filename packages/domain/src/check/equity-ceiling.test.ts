import { expect, test } from 'vitest'
import { evaluate } from '../calculate/evaluate.ts'
import { calendarYear, type Period } from '../model/period.ts'
import type { Fact } from '../model/reading.ts'
import { equityRow, got, income, instantColumn, libraryOf, reading, spanColumn, statement, yearColumn } from '../test-support/build.ts'
import { check, statedFact } from '../test-support/check.ts'

const months: Period = { from: '2024-01-01', to: '2024-08-31' }
/** An interim report to August: contributions of eight months and of the year, equity of 300 at the end of August. */
const interim = (facts: readonly Fact[], whole: readonly ('budget' | 'forecast')[] = ['budget', 'forecast']) =>
  libraryOf(
    reading(
      { kind: 'interim-report' },
      [
        statement(
          [spanColumn('actual', months), ...whole.map(scenario => yearColumn(scenario, 2024))],
          [income('Medlemsbidrag', 600, ...whole.map(scenario => (scenario === 'budget' ? 900 : 1_000)))],
        ),
        statement([instantColumn('actual', '2024-08-31')], [equityRow('Summa eget kapital', 300)], {
          id: 'balans',
          kind: 'balance',
        }),
      ],
      facts,
    ),
  )
const percent = statedFact(25, '%', 'Eget kapital får högst uppgå till en andel av årets bidrag')
const amount = statedFact(250, 'kr', 'Eget kapital får högst uppgå till ett belopp')

test.each([
  { name: 'the year’s forecast', whole: ['budget', 'forecast'] as const, share: 30 },
  { name: 'its budget where there is no forecast', whole: ['budget'] as const, share: 33.333 },
])('equity within a year is held against contributions of the whole year: $name', ({ whole, share }) => {
  const library = interim([percent], whole)
  const measured = check(library, 'equity-ceiling')
  expect(measured.result.value).toBeCloseTo(share, 2)
  expect(measured.verdict?.holds).toBe(false)
  const ofEquity = got(evaluate(library, { op: 'lookup', of: { association: 'alfa', target: { measure: 'equity-to-contributions' } } }))
  expect(ofEquity.result.value).toBeCloseTo(share, 2)
  expect(ofEquity.notes.map(({ code }) => code)).toEqual(['mixed-scenarios'])
})

test('within a year an amount decides before a percent, at its end the percent', () => {
  expect(check(interim([percent, amount]), 'equity-ceiling').result).toMatchObject({ value: 30_000, unit: 'kr' })
  const whole = libraryOf(
    reading(
      {},
      [statement([yearColumn('budget', 2024)], [income('Medlemsbidrag', 1_000), equityRow('Utgående eget kapital', 240)])],
      [amount, percent],
    ),
  )
  expect(check(whole, 'equity-ceiling').result.unit).toBe('percent')
})

test('a balance at the end of a year is held against that year', () => {
  const library = libraryOf(
    reading({ kind: 'annual-report' }, [
      statement([yearColumn('actual', 2024), yearColumn('forecast', 2024)], [income('Medlemsbidrag', 800, 900)]),
      statement([instantColumn('actual', '2024-12-31')], [equityRow('Summa eget kapital', 200)], {
        id: 'balans',
        kind: 'balance',
      }),
    ]),
  )
  const target = { measure: 'equity-to-contributions' }
  const share = got(
    evaluate(library, { op: 'lookup', of: { association: 'alfa', target, period: { at: '2024-12-31' }, scenario: 'actual' } }),
  )
  expect([share.result.value, share.notes]).toEqual([25, []])
})

test('equity of a whole year is held against contributions of its own scenario', () => {
  const library = libraryOf(
    reading({}, [
      statement(
        [yearColumn('budget', 2024), yearColumn('forecast', 2024)],
        [income('Medlemsbidrag', 800, 1_000), equityRow('Utgående eget kapital', 200, 300)],
      ),
    ]),
  )
  const share = (scenario: 'budget' | 'forecast'): number =>
    got(
      evaluate(library, {
        op: 'lookup',
        of: { association: 'alfa', target: { measure: 'equity-to-contributions' }, period: calendarYear(2024), scenario },
      }),
    ).result.value
  expect([share('budget'), share('forecast')]).toEqual([25, 30])
})

test('a floor of equity is no ceiling', () => {
  const floor = statedFact(250, 'kr', 'Eget kapital ska vara minst ett och högst ett annat belopp', { qualifier: 'min' })
  expect(check(interim([floor, percent]), 'equity-ceiling').result.unit).toBe('percent')
})

test('a nought, left of a number that is torn over two lines, is no ceiling', () => {
  const torn = statedFact(0, 'kr', 'Eget kapital får högst vara')
  expect(check(interim([torn, percent]), 'equity-ceiling').result.unit).toBe('percent')
})
