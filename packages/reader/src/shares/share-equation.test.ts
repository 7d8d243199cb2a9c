import { expect, test } from 'vitest'
import { fitOf, type Measured, type ShareEquation } from './share-equation.ts'

const cells = (...prints: readonly Measured[]) => ({ at: (id: number) => prints[id] })
const whole = (value: number): Measured => ({ value, step: 1 })
const tenths = (value: number): Measured => ({ value, step: 0.1 })
const ratio: ShareEquation = {
  share: 0,
  part: [{ cell: 1, weight: 1 }],
  whole: [{ cell: 2, weight: 1 }],
  less: 0,
  sign: 1,
}
const change: ShareEquation = { ...ratio, less: 1 }

test.each([
  { name: 'a part of a total', equation: ratio, prints: [tenths(26.6), whole(2_850), whole(10_700)], fit: 'ties', computed: 26.64 },
  { name: 'whole percents', equation: ratio, prints: [whole(48), whole(480), whole(1_000)], fit: 'ties', computed: 48 },
  {
    name: 'two digits do not tell 481 from 482',
    equation: ratio,
    prints: [whole(48), whole(482), whole(1_000)],
    fit: 'ties',
    computed: 48.2,
  },
  { name: 'but 480 from 840', equation: ratio, prints: [whole(48), whole(840), whole(1_000)], fit: 'off', computed: 84 },
  {
    name: 'small amounts are as rounded as percents',
    equation: ratio,
    prints: [tenths(33.3), whole(1), whole(4)],
    fit: 'ties',
    computed: 25,
  },
  { name: 'decimals cut off', equation: ratio, prints: [whole(61), whole(6_175), whole(10_000)], fit: 'near', computed: 61.75 },
  {
    name: 'a unit more, so that a column comes to 100',
    equation: ratio,
    prints: [whole(34), whole(3_333), whole(10_000)],
    fit: 'near',
    computed: 33.33,
  },
  { name: 'a change', equation: change, prints: [tenths(-13.7), whole(4_400), whole(5_100)], fit: 'ties', computed: -13.73 },
  {
    name: 'a change of costs with a minus',
    equation: change,
    prints: [tenths(1.9), whole(-1_580), whole(-1_550)],
    fit: 'ties',
    computed: 1.94,
  },
  {
    name: 'a saving printed as a gain',
    equation: { ...change, sign: -1 as const },
    prints: [whole(5), whole(95), whole(100)],
    fit: 'ties',
    computed: 5,
  },
])('$name', ({ equation, prints, fit, computed }) => {
  const found = fitOf(equation, cells(...prints).at)
  expect({ fit: found?.fit, computed: Math.round((found?.computed ?? 0) * 100) / 100 }).toEqual({ fit, computed })
})

test.each([
  { name: 'an unknown amount', prints: [whole(5), undefined, whole(100)] },
  { name: 'nothing to divide by', prints: [whole(5), whole(5), whole(0)] },
])('says nothing of $name', ({ prints }) => expect(fitOf(ratio, id => prints[id])).toBeUndefined())

test('a tie of more digits says more', () => {
  const nats = (share: Measured) => fitOf(ratio, cells(share, whole(2_664), whole(10_000)).at)?.nats ?? 0
  expect(nats(tenths(26.6))).toBeGreaterThan(nats(whole(27)))
  expect(fitOf(ratio, cells(whole(0), whole(1), whole(10_000)).at)?.nats).toBe(0)
})
