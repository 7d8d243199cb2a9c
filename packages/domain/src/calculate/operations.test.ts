import { describe, expect, test } from 'vitest'
import { calendarYear } from '../model/period.ts'
import { failureText } from '../model/result.ts'
import type { Unit } from '../model/unit.ts'
import { got } from '../test-support/build.ts'
import type { Calculation } from './calculation.ts'
import { assertExact, divideIntervals, valueIn } from './interval.ts'
import { constantLeaf } from './leaf.ts'
import { changeOf, ratioOf, scaleBy, shareOf, sumOf } from './operations.ts'
import { aggregate, filterBy, rankOf, seriesOf } from './rank.ts'
import { unitsAgree } from './step.ts'

const of = (value: number, unit: Unit = 'kr', more: Partial<Calculation> = {}): Calculation => ({
  ...constantLeaf(value, unit, `${value} ${unit}`),
  ...more,
})
const codes = ({ notes }: Calculation): readonly string[] => notes.map(({ code }) => code)

describe('units', () => {
  test.each<[Unit, Unit, Unit]>([
    ['kr', 'persons', 'kr_per_person'],
    ['kr', 'participants', 'kr_per_participant'],
    ['kr', 'count', 'kr'],
    ['kr', 'kr', 'ratio'],
    ['participants', 'persons', 'ratio'],
  ])('%s by %s is %s', (numerator, denominator, unit) => {
    expect(got(ratioOf(of(800_000, numerator), of(4, denominator))).result.unit).toBe(unit)
  })
  test('kronor per person are kronor, not öre', () => {
    expect(got(ratioOf(of(800_000), of(4, 'persons'))).result.value).toBe(2_000)
  })
  test('kronor by a plain count stay money in öre', () => {
    expect(got(ratioOf(of(800_000), of(3, 'count'))).result).toMatchObject({ value: 266_667, unit: 'kr' })
  })
  test('persons by kronor make no sense', () => {
    expect(ratioOf(of(4, 'persons'), of(800_000)).ok).toBe(false)
  })
  test('percentages differ by percentage points', () => {
    expect(got(changeOf(of(75, 'percent'), of(77, 'percent'), 'amount')).result).toMatchObject({ value: 2, unit: 'percentage_points' })
  })
  test('persons and participants are heads both, kronor are not', () => {
    expect(unitsAgree('persons', 'participants')).toBe(true)
    expect(unitsAgree('persons', 'kr')).toBe(false)
    for (const outcome of [
      sumOf([of(1), of(1, 'persons')]),
      shareOf(of(1), of(1, 'percent')),
      changeOf(of(1), of(1, 'fte'), 'amount'),
      aggregate('max', [of(1), of(1, 'years')]),
    ])
      expect(outcome.ok ? 'ok' : outcome.failure.code).toBe('units-differ')
  })
  test('nothing to add is refused', () => {
    expect([sumOf([]), aggregate('average', []), seriesOf([])].map(outcome => outcome.ok)).toEqual([false, false, false])
  })
})

describe('changes', () => {
  test.each([
    { from: 100, to: 150, percent: 50, direction: 'higher' },
    { from: 150, to: 100, percent: -33.333, direction: 'lower' },
    { from: 100, to: 100, percent: 0, direction: 'equal' },
    { from: -100, to: -150, percent: -50, direction: 'lower' },
    { from: -100, to: -50, percent: 50, direction: 'higher' },
    { from: 100, to: -50, percent: -150, direction: 'lower' },
  ])('from $from to $to is $percent percent, $direction', ({ from, to, percent, direction }) => {
    const change = got(changeOf(of(from), of(to), 'percent'))
    expect(change.result.value).toBeCloseTo(percent, 3)
    expect(change.result.unit).toBe('percent')
    expect(change.direction).toBe(direction)
  })
  test.each([
    { to: 50, why: 'a surplus' },
    { to: 0, why: 'nothing' },
  ])('from a deficit to $why there is only the amount', ({ to }) => {
    const outcome = changeOf(of(-100, 'kr', { label: { sv: 'Resultat 2023', en: 'Result 2023' } }), of(to), 'percent')
    expect(outcome.ok ? '' : outcome.failure.code).toBe('percent-of-negative')
    expect(outcome.ok ? '' : failureText(outcome.failure, 'sv')).toMatch(/^Resultat 2023 är negativt .*fråga efter skillnaden i kronor\.$/)
    expect(got(changeOf(of(-100), of(to), 'amount')).result.value).toBe(to + 100)
  })
  test.each([
    { from: -100, to: -50, told: ['percent-of-deficit'] },
    { from: 100, to: 50, told: [] },
  ])('from $from to $to is told as of a deficit: $told', ({ from, to, told }) => {
    expect(codes(got(changeOf(of(from), of(to), 'percent')))).toEqual(told)
    expect(codes(got(changeOf(of(from), of(to), 'amount')))).toEqual([])
  })
  test('there is no percent of nothing', () => {
    const outcome = changeOf(of(0), of(5), 'percent')
    expect(outcome.ok ? '' : outcome.failure.code).toBe('division-by-zero')
    expect(got(changeOf(of(0), of(5), 'amount')).result.value).toBe(5)
  })
  test('a variance is named so and is outcome less budget', () => {
    const variance = got(changeOf(of(100), of(80), 'amount', 'variance'))
    expect(variance).toMatchObject({ operation: 'variance', direction: 'lower', result: { value: -20 } })
    expect(variance.inputs.map(input => input.result.value)).toEqual([100, 80])
  })
})

describe('comparisons of unequal periods', () => {
  const half = { period: { from: '2024-01-01', to: '2024-06-30' } }
  const whole = { period: calendarYear(2024) }
  test('a half-year against a year is told, a year against a year is not', () => {
    for (const compared of [
      changeOf(of(1, 'kr', half), of(2, 'kr', whole), 'amount'),
      changeOf(of(1, 'kr', half), of(2, 'kr', whole), 'percent'),
      ratioOf(of(1, 'kr', half), of(2, 'kr', whole)),
    ])
      expect(codes(got(compared))).toEqual(['mixed-periods'])
    expect(codes(got(changeOf(of(1, 'kr', whole), of(2, 'kr', { period: calendarYear(2025), scenario: 'actual' }), 'amount')))).toEqual([])
  })
  test('a share tells mixed scenarios too', () => {
    expect(codes(got(shareOf(of(1, 'kr', { scenario: 'actual' }), of(2, 'kr', { scenario: 'budget' }))))).toEqual(['mixed-scenarios'])
  })
})

describe('what a sum tells', () => {
  test('one line twice is counted twice, and told', () => {
    const quantity = { id: 'q' } as NonNullable<Calculation['quantity']>
    expect(codes(got(sumOf([of(1, 'kr', { quantity }), of(1, 'kr', { quantity })])))).toEqual(['counted-twice'])
    expect(codes(got(sumOf([of(1, 'kr', { quantity }), of(1)])))).toEqual([])
  })
  test('notes of inputs are told once, its own first', () => {
    const note = { code: 'x', parameters: { a: 1 } }
    const other = { code: 'x', parameters: { a: 2 } }
    expect(got(sumOf([of(1, 'kr', { notes: [note] }), of(2, 'kr', { notes: [note, other] })])).notes).toEqual([note, other])
  })
  const year = { period: calendarYear(2024), scenario: 'budget' as const, association: 'alfa' }
  test('what all inputs share is the result’s too', () => {
    expect(got(sumOf([of(1, 'kr', year), of(2, 'kr', year)]))).toMatchObject(year)
    expect(got(sumOf([of(1, 'kr', year), of(2, 'kr', { ...year, period: calendarYear(2025) })])).period).toBeUndefined()
    expect(got(sumOf([of(1, 'kr', year), of(2)])).association).toBeUndefined()
  })
  test('mixed scenarios are told, budget and plan are one', () => {
    expect(codes(got(sumOf([of(1, 'kr', year), of(2, 'kr', { ...year, scenario: 'forecast' })])))).toContain('mixed-scenarios')
    expect(codes(got(sumOf([of(1, 'kr', year), of(2, 'kr', { ...year, scenario: 'plan' })])))).not.toContain('mixed-scenarios')
  })
  test('a year and a half-year are told apart, two years are not', () => {
    const half = { ...year, period: { from: '2024-01-01', to: '2024-06-30' } }
    expect(codes(got(sumOf([of(1, 'kr', year), of(2, 'kr', half)])))).toContain('mixed-periods')
    expect(codes(got(sumOf([of(1, 'kr', year), of(2, 'kr', { ...year, period: calendarYear(2025) })])))).not.toContain('mixed-periods')
  })
  test('the weakest input decides the trust', () => {
    const weak = of(1, 'kr', { trust: { status: 'repaired', mapping: 'synonym' } })
    const weaker = of(1, 'kr', { trust: { status: 'derived', mapping: 'exact' } })
    expect(got(sumOf([of(1), weak, weaker])).trust).toEqual({ status: 'derived', mapping: 'synonym' })
    expect(got(sumOf([of(1), of(2)])).trust).toEqual({ status: 'confirmed', mapping: 'confirmed' })
  })
  test('a single input is itself', () => {
    const one = of(7)
    expect(got(sumOf([one]))).toBe(one)
    expect(got(sumOf([one], { sv: 'a', en: 'b' })).operation).toBe('sum')
  })
})

describe('choosing among amounts', () => {
  const three = [of(200), of(300), of(100)]
  test('lowest first', () => {
    expect(got(rankOf(three, 'lowest')).ordered?.map(({ result }) => result.value)).toEqual([100, 200, 300])
    expect(got(rankOf(three, 'lowest'))).toMatchObject({ operation: 'rank', result: { value: 100 } })
  })
  test('equal amounts are a tie, near ones may be the other way round', () => {
    const rounded = (value: number): Calculation => of(value, 'kr', { result: { value, low: value - 60, high: value + 60, unit: 'kr' } })
    expect(codes(got(rankOf([of(5), of(5)], 'highest')))).toEqual(['tied'])
    expect(codes(got(rankOf([rounded(100), rounded(200)], 'highest')))).toEqual(['order-within-rounding'])
    expect(codes(got(rankOf([rounded(100), rounded(300)], 'highest')))).toEqual([])
  })
  test.each([
    { bounds: { above: 100 }, chosen: [200, 300] },
    { bounds: { below: 200 }, chosen: [100] },
    { bounds: { above: 100, below: 300 }, chosen: [200] },
    { bounds: {}, chosen: [200, 300, 100] },
  ])('$bounds chooses $chosen', ({ bounds, chosen }) => {
    const filtered = got(filterBy(three, bounds))
    expect(filtered.result).toMatchObject({ value: chosen.length, unit: 'count' })
    expect(filtered.ordered?.slice(0, chosen.length).map(({ result }) => result.value)).toEqual(chosen)
    expect(filtered.ordered).toHaveLength(3)
  })
  test('a series runs through time and ends with the last', () => {
    const at = (value: number, year: number): Calculation => of(value, 'kr', { period: calendarYear(year) })
    const series = got(seriesOf([at(3, 2026), at(1, 2024), at(2, 2025)]))
    expect(series.ordered?.map(({ result }) => result.value)).toEqual([1, 2, 3])
    expect(series).toMatchObject({ result: { value: 3 }, period: calendarYear(2026) })
  })
})

describe('labels and messages', () => {
  test('a sum is named by its addends, a share by its whole, in both languages', () => {
    const [a, b] = [constantLeaf(1, 'kr', 'A'), constantLeaf(2, 'kr', 'B')]
    expect(got(sumOf([a, b])).label).toEqual({ sv: 'A + B', en: 'A + B' })
    expect(got(shareOf(a, b)).label).toEqual({ sv: 'A i procent av B', en: 'A in percent of B' })
    expect(got(changeOf(a, b, 'amount')).label).toEqual({ sv: 'B jämfört med A', en: 'B compared with A' })
    expect(got(aggregate('average', [a, b])).label).toEqual({ sv: 'Genomsnitt av A + B', en: 'Average of A + B' })
  })
  test('a refusal names the units or the zero', () => {
    const units = sumOf([of(1), of(2, 'persons'), of(3)])
    expect(units.ok ? '' : units.failure.message).toContain('kr and persons')
    const zero = shareOf(of(1), constantLeaf(0, 'kr', 'Ingenting'))
    expect(zero.ok ? '' : zero.failure.message).toContain('Ingenting is zero')
  })
  test('the highest keeps its own place', () => {
    const place = { association: 'alfa', scenario: 'budget' as const, period: calendarYear(2024) }
    expect(got(rankOf([of(1), of(5, 'kr', place)], 'highest'))).toMatchObject(place)
    const none = got(rankOf([of(5), of(1, 'kr', place)], 'highest'))
    expect([none.association, none.scenario, none.period]).toEqual([undefined, undefined, undefined])
  })
  test('the interval of the lowest is that of the lowest true value', () => {
    const open = (value: number, slack: number): Calculation =>
      of(value, 'kr', { result: { value, low: value - slack, high: value + slack, unit: 'kr' } })
    expect(got(aggregate('min', [open(100, 10), open(120, 50)])).result).toEqual({ value: 100, low: 70, high: 110, unit: 'kr' })
    expect(got(aggregate('max', [open(100, 10), open(120, 50)])).result).toEqual({ value: 120, low: 90, high: 170, unit: 'kr' })
  })
})

describe('exactness', () => {
  test('scaled money is whole öre, bounds outward', () => {
    const scaled = got(scaleBy(of(100, 'kr', { result: { value: 101, low: 100, high: 102, unit: 'kr' } }), 0.333))
    expect(scaled.result).toEqual({ value: 34, low: 33, high: 34, unit: 'kr' })
    expect(scaled.inputs[1]?.result).toMatchObject({ value: 0.333, unit: 'ratio' })
  })
  test('beyond exact integers is a bug, not a result', () => {
    expect(() => assertExact(2 ** 53)).toThrow(RangeError)
    expect(() => assertExact(0.5)).toThrow(RangeError)
    expect(Object.is(assertExact(-0), 0)).toBe(true)
    expect(Object.is(valueIn({ value: -0, low: 0, high: 0 }, 'percent').value, 0)).toBe(true)
  })
  test('bounds are widened by what floating point may have lost, exact ones are not', () => {
    const { low, high } = divideIntervals({ value: 1, low: 0.5, high: 1.5 }, { value: 3, low: 2.5, high: 3.5 })
    expect(low).toBeLessThan(0.5 / 3.5)
    expect(low).toBeCloseTo(0.5 / 3.5, 12)
    expect(high).toBeGreaterThan(1.5 / 2.5)
    expect(high).toBeCloseTo(1.5 / 2.5, 12)
    expect(divideIntervals({ value: 1, low: 1, high: 1 }, { value: 3, low: 3, high: 3 }, 100)).toEqual({
      value: 100 / 3,
      low: 100 / 3,
      high: 100 / 3,
    })
  })
  test('an amount of nothing over something open is nothing', () => {
    expect(divideIntervals({ value: 0, low: 0, high: 0 }, { value: 3, low: 2, high: 4 })).toEqual({ value: 0, low: 0, high: 0 })
  })
  test('a divisor that may be zero leaves everything open', () => {
    expect(divideIntervals({ value: 1, low: 1, high: 1 }, { value: 1, low: -1, high: 3 })).toEqual({
      value: 1,
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
    })
    expect(divideIntervals({ value: 6, low: 6, high: 6 }, { value: -3, low: -3, high: -3 })).toEqual({ value: -2, low: -2, high: -2 })
  })
})
