import { describe, expect, test } from 'vitest'
import type { Calculation } from '../calculate/calculation.ts'
import { evaluate } from '../calculate/evaluate.ts'
import { sentenceOf } from '../explain/sentence.ts'
import { calendarYear } from '../model/period.ts'
import type { Query } from '../query/query.ts'
import { alfaLibrary } from '../test-support/alfa-plan.ts'
import { got } from '../test-support/build.ts'

const query: Extract<Query, { op: 'what-ifs' }> = {
  op: 'what-ifs',
  association: 'alfa',
  base: calendarYear(2024),
  through: 2026,
  of: { concept: 'closing-equity' },
  whatIfs: [
    { name: 'Utan kansli', assumptions: [{ target: { line: 'alfa/kansli' }, change: { drop: true }, from: 2026 }] },
    { name: 'Nytt team', assumptions: [{ add: { label: 'Team Syd', concept: 'initiatives-individual' }, amount: 400_000, from: 2025 }] },
    { name: 'Allt som förut', assumptions: [] },
  ],
}
const years = (calculation: Calculation): readonly number[] => (calculation.ordered ?? []).map(({ result }) => result.value / 100)
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('what-ifs side by side', () => {
  const beside = got(evaluate(alfaLibrary, query))
  test('what is planned comes first, then each by its name, year by year', () => {
    expect((beside.ordered ?? []).map(one => [one.name, ...years(one)])).toEqual([
      [undefined, 500_000, 300_000, 100_000],
      ['Utan kansli', 500_000, 300_000, 1_700_000],
      ['Nytt team', 500_000, -100_000, -700_000],
      ['Allt som förut', 500_000, 300_000, 100_000],
    ])
    expect(beside).toMatchObject({ operation: 'what-ifs', result: { value: 10_000_000 } })
  })
  test('each says where it ends beside what is planned, and keeps its assumptions to itself', () => {
    expect(beside.ordered?.map(({ direction }) => direction)).toEqual([undefined, 'higher', 'lower', 'equal'])
    const codes = (calculation: Calculation | undefined) => calculation?.notes.map(({ code }) => code) ?? []
    expect(codes(beside.ordered?.[1])).toContain('assumption')
    expect(codes(beside.ordered?.[2])).toEqual(expect.arrayContaining(['assumption-added', 'equity-runs-out']))
    expect(codes(beside)).toContain('repeated-year')
    for (const code of ['assumption', 'assumption-added', 'equity-runs-out']) expect(codes(beside)).not.toContain(code)
  })
  test('they read aloud', () => {
    expect(plain(sentenceOf(beside, 'sv'))).toBe(
      'Utgående eget kapital 2026, antaget: oförändrat 100 000 kr; Utan kansli 1 700 000 kr (+1 600 000 kr); Nytt team −700 000 kr (−800 000 kr); Allt som förut 100 000 kr.',
    )
    expect(plain(sentenceOf(beside, 'en'))).toContain('unchanged 100,000 kr; Utan kansli 1,700,000 kr (+1,600,000 kr)')
  })
})

test.each<[string, Partial<typeof query>, string]>([
  [
    'two of one name',
    {
      whatIfs: [
        { name: 'A', assumptions: [] },
        { name: 'A', assumptions: [] },
      ],
    },
    'rule-not-applicable',
  ],
  ['an association that nobody knows', { association: 'beta' }, 'unknown-association'],
  [
    'an assumption about a line that nobody knows',
    { whatIfs: [{ name: 'A', assumptions: [{ target: { line: 'alfa/x' }, change: { drop: true }, from: 2025 }] }] },
    'unknown-line',
  ],
])('%s is refused', (_name, more, code) => {
  const outcome = evaluate(alfaLibrary, { ...query, ...more })
  expect(outcome.ok ? 'ok' : outcome.failure.code).toBe(code)
})
