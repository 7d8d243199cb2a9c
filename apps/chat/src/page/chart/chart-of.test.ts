import type { Answer, Figure } from '@finsam/assistant'
import { calendarYear } from '@finsam/domain'
import { expect, test } from 'vitest'
import { shareAnswer } from '../../../test/small-context.ts'
import { chartOf } from './chart-of.ts'

const { chart: _, ...bare } = shareAnswer('Andel?')

const amount = (label: string, value: number, more: Partial<Figure> = {}): Figure => ({
  id: `${label}${value}`,
  role: 'answer',
  label,
  value,
  unit: 'kr',
  low: value,
  high: value,
  kind: 'printed',
  sources: [],
  ...more,
})
const answer = (figures: readonly Figure[]): Answer => ({ ...bare, figures: [...figures] })
const in2 = (year: number, association = 'a') => ({ period: calendarYear(year), association })
const place = (document: string) => ({ sources: [{ document, line: 1, text: '' }] })

test.each([
  {
    name: 'a share shows its part and its whole',
    given: bare,
    kind: 'bar',
    labels: ['Samordningsteam, budget 2024', 'Summa kostnader, budget 2024'],
  },
  {
    name: 'three years are a line in the order of time',
    given: answer([amount('x', 3, in2(2026)), amount('x', 1, in2(2024)), amount('x', 2, in2(2025))]),
    kind: 'line',
    labels: ['2024', '2025', '2026'],
  },
  {
    name: 'two years are bars',
    given: answer([amount('x 2024', 1, in2(2024)), amount('x 2025', 2, in2(2025))]),
    kind: 'bar',
    labels: ['x 2024', 'x 2025'],
  },
  {
    name: 'three associations are bars, told apart by their documents',
    given: answer([
      amount('x', 1, { ...in2(2024, 'a'), ...place('a-2024') }),
      amount('x', 2, { ...in2(2025, 'b'), ...place('b-2025') }),
      amount('y', 3, in2(2023, 'c')),
    ]),
    kind: 'bar',
    labels: ['x (a-2024)', 'x (b-2025)', 'y'],
  },
])('$name', ({ given, kind, labels }) => {
  const chart = chartOf(given, 'sv')
  expect(chart?.kind).toBe(kind)
  expect(chart?.points.map(point => point.label)).toEqual(labels)
})

test.each([
  { name: 'one figure', given: answer([amount('x', 1)]) },
  { name: 'different units', given: answer([amount('x', 1), amount('y', 2, { unit: 'percent' })]) },
  { name: 'too many to be read', given: answer(Array.from({ length: 16 }, (_, at) => amount(`x${at}`, at))) },
  { name: 'inputs alone', given: answer([amount('x', 1, { role: 'input' }), amount('y', 2, { role: 'input' })]) },
])('no chart: $name', ({ given }) => {
  expect(chartOf(given, 'sv')).toBeUndefined()
})

test('an answer’s own chart comes first', () => {
  expect(chartOf(shareAnswer('Andel?'), 'sv')?.title).toBe('Kostnader 2024')
})
