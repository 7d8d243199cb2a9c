import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../calculate/evaluate.ts'
import { formulaOf } from '../explain/formula.ts'
import { sentenceOf } from '../explain/sentence.ts'
import { calendarYear } from '../model/period.ts'
import type { Fact } from '../model/reading.ts'
import type { Supposition } from '../query/assumption.ts'
import type { Goal } from '../query/goal.ts'
import type { Query } from '../query/query.ts'
import { alfaLibrary, alfaPlan } from '../test-support/alfa-plan.ts'
import { got, libraryOf } from '../test-support/build.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const ceiling: Fact = {
  id: 'tak',
  kind: 'policy',
  subject: 'Eget kapital',
  attribute: 'tak',
  value: 20,
  unit: 'percent',
  qualifier: 'max',
  printed: '20 %',
  context: 'Eget kapital ska högst vara 20 % av årets bidrag.',
  source: { document: 'plan', line: 40, text: 'högst 20 %' },
}
const stated = libraryOf({ ...alfaPlan, facts: [ceiling] })
const ask = (goal: Goal, more: Partial<Extract<Query, { op: 'solve' }>> = {}, library = stated) =>
  evaluate(library, { op: 'solve', association: 'alfa', base: calendarYear(2024), year: 2025, goal, assumptions: [], ...more })
const dearer: readonly Supposition[] = [{ target: { line: 'alfa/team-norr' }, change: { amount: 600_000 }, from: 2025 }]

describe('what contribution reaches the goal in 2025', () => {
  test.each<[string, Goal, readonly Supposition[], number, string]>([
    ['a result of zero', { result: 0 }, [], 8_200_000, '8 000 000 + (0 − (8 000 000 − 8 200 000)) = 8 200 000 kr'],
    [
      'a result of zero with dearer initiatives',
      { result: 0 },
      dearer,
      8_800_000,
      '8 000 000 + (0 − (8 000 000 − 8 800 000)) = 8 800 000 kr',
    ],
    ['equity kept at 500 000', { equity: 500_000 }, [], 8_200_000, '8 000 000 + (500 000 − 300 000) = 8 200 000 kr'],
    [
      'equity at a tenth of the contributions',
      { equityPercent: 10 },
      [],
      8_555_555.56,
      '(8 000 000 − 300 000) / (100 % − 10 %) = 8 555 555,56 kr',
    ],
    ['equity at its own ceiling', { equity: 'ceiling' }, [], 9_625_000, '(8 000 000 − 300 000) / (100 % − 20 %) = 9 625 000 kr'],
  ])('%s', (_name, goal, assumptions, kronor, formula) => {
    const solved = got(ask(goal, { assumptions: [...assumptions] }))
    expect(solved).toMatchObject({
      operation: 'solve',
      result: { value: kronor * 100, unit: 'kr' },
      concept: 'contributions',
      period: calendarYear(2025),
    })
    expect(plain(formulaOf(solved, 'sv'))).toBe(formula)
  })
  test('the ceiling is cited, and assumptions are told', () => {
    const solved = got(ask({ equity: 'ceiling' }, { assumptions: [...dearer] }))
    expect(JSON.stringify(solved.inputs)).toContain('Eget kapital ska högst vara 20 %')
    expect(solved.notes.map(({ code }) => code)).toContain('assumption')
  })
  test('it reads aloud', () => {
    expect(plain(sentenceOf(got(ask({ result: 0 })), 'sv'))).toMatch(/^Medlemsbidrag 2025 som ger årets resultat 0 kr: 8 200 000 kr \(/)
    expect(plain(sentenceOf(got(ask({ equityPercent: 10 })), 'en'))).toMatch(
      /^Member contributions 2025 that give equity at 10% of the contributions: /,
    )
  })
})

test.each<[string, Goal, Partial<Extract<Query, { op: 'solve' }>>, string]>([
  ['an association that nobody knows', { result: 0 }, { association: 'beta' }, 'unknown-association'],
  ['a year before the base', { result: 0 }, { year: 2023 }, 'rule-not-applicable'],
  [
    'an assumption about no line',
    { result: 0 },
    { assumptions: [{ target: { line: 'alfa/x' }, change: { drop: true }, from: 2025 }] },
    'unknown-line',
  ],
  ['equity as large as the contributions', { equityPercent: 100 }, {}, 'rule-not-applicable'],
  ['a result that no contribution lowers so far', { result: -9_000_000 }, {}, 'rule-not-applicable'],
])('%s is refused', (_name, goal, more, code) => {
  const outcome = ask(goal, more)
  expect(outcome.ok ? 'ok' : outcome.failure.code).toBe(code)
})

test('no ceiling is assumed where none is stated', () => {
  const outcome = ask({ equity: 'ceiling' }, {}, alfaLibrary)
  expect(outcome.ok ? 'ok' : outcome.failure.code).toBe('rule-not-applicable')
})

test('what is solved, put in, gives the goal', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -500_000, max: 3_000_000 }),
      fc.integer({ min: 2024, max: 2030 }),
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: -2_000_000, max: 2_000_000 }),
      (aim, year, percent, more) => {
        const assumptions: Supposition[] = [{ target: { concept: 'total-costs' }, change: { amount: more }, from: 2025 }]
        const reached = (goal: Goal, of: Extract<Query, { op: 'project' }>['of']): number | undefined => {
          const solved = ask(goal, { year, assumptions })
          if (!solved.ok) return undefined
          const paid: Supposition = {
            target: { concept: 'contributions' },
            change: { set: solved.value.result.value / 100 },
            from: year,
            to: year,
          }
          return got(
            evaluate(stated, {
              op: 'project',
              association: 'alfa',
              base: calendarYear(2024),
              through: year,
              of,
              assumptions: [...assumptions, paid],
            }),
          ).result.value
        }
        // The base year's result of the plan itself is income less costs, its equity is as printed.
        const result = reached({ result: aim }, { measure: 'year-result' })
        if (result !== undefined) expect(result).toBe(aim * 100)
        const equity = reached({ equity: aim }, { concept: 'closing-equity' })
        if (equity !== undefined) expect(equity).toBe(aim * 100)
        const share = reached({ equityPercent: percent }, { measure: 'equity-to-contributions' })
        if (share !== undefined) expect(share).toBeCloseTo(percent, 4)
      },
    ),
    { seed: 17, numRuns: 60 },
  )
})
