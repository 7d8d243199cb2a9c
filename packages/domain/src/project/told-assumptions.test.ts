import { describe, expect, test } from 'vitest'
import { evaluate } from '../calculate/evaluate.ts'
import { noteText } from '../explain/notes.ts'
import { calendarYear } from '../model/period.ts'
import type { Scenario } from '../model/reading.ts'
import { failureText } from '../model/result.ts'
import type { Assumption, Supposition } from '../query/assumption.ts'
import type { Target } from '../query/target.ts'
import { alfaLibrary } from '../test-support/alfa-plan.ts'
import { cost, got, income, libraryOf, reading, statement, total, yearColumn } from '../test-support/build.ts'

const asked = (of: Target, through: number, assumptions: readonly Supposition[] = [], library = alfaLibrary, scenario?: Scenario) =>
  evaluate(library, {
    op: 'project',
    association: 'alfa',
    base: calendarYear(2024),
    through,
    of,
    assumptions: [...assumptions],
    ...(scenario ? { scenario } : {}),
  })
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const costs: Target = { concept: 'total-costs' }
const office: Target = { line: 'alfa/kansli' }
const state: Target = { concept: 'contribution-state' }

describe('every assumption is told', () => {
  const told = (assumption: Supposition, language: 'sv' | 'en'): string => {
    const note = got(asked(costs, 2026, [assumption])).notes.find(({ code }) => code.startsWith('assumption'))
    return note ? plain(noteText(note, language)) : ''
  }
  const of = (change: Assumption['change'], more: Partial<Assumption> = {}): Assumption => ({ target: office, change, from: 2025, ...more })
  test.each<[Supposition, string, string]>([
    [of({ percent: 5 }), 'Antagande: Kansli ökar med 5 % från 2025.', 'Assumption: Kansli rises by 5% from 2025.'],
    [of({ percent: 5 }, { to: 2025 }), 'Antagande: Kansli ökar med 5 % bara 2025.', 'Assumption: Kansli rises by 5% in 2025 only.'],
    [
      of({ percent: -5, yearly: true, floor: 1_000_000 }, { to: 2026 }),
      'Antagande: Kansli minskar med 5 % per år 2025–2026, som lägst till 1 000 000 kr.',
      'Assumption: Kansli falls by 5% a year 2025–2026, down to 1,000,000 kr.',
    ],
    [
      of({ amount: -200_000 }),
      'Antagande: Kansli ändras med −200 000 kr från 2025.',
      'Assumption: Kansli changes by −200,000 kr from 2025.',
    ],
    [of({ set: 1_000_000 }), 'Antagande: Kansli är 1 000 000 kr från 2025.', 'Assumption: Kansli is 1,000,000 kr from 2025.'],
    [
      of({ repeat: 2024 }),
      'Antagande: Kansli hålls på 2024 års nivå från 2025.',
      'Assumption: Kansli stays at the level of 2024 from 2025.',
    ],
    [of({ freeze: true }), 'Antagande: Kansli är oförändrat från 2025.', 'Assumption: Kansli stays unchanged from 2025.'],
    [of({ drop: true }), 'Antagande: Kansli utgår från 2025.', 'Assumption: Kansli is dropped from 2025.'],
    [
      of({ percent: 5 }, { target: { member: 'norrby' } }),
      'Antagande: Norrby kommun ökar med 5 % från 2025.',
      'Assumption: Norrby kommun rises by 5% from 2025.',
    ],
    [
      of({ percent: 5 }, { target: { concept: 'initiatives' } }),
      'Antagande: Kostnader insatser ökar med 5 % från 2025.',
      'Assumption: Initiatives rises by 5% from 2025.',
    ],
    [
      { add: { label: 'Team Syd', concept: 'initiative' }, amount: 600_000, from: 2025, to: 2026 },
      'Antagande: en ny rad, Team Syd (Insats), med 600 000 kr per år 2025–2026.',
      'Assumption: a new line, Team Syd (Initiative), with 600,000 kr a year 2025–2026.',
    ],
  ])('row %#', (assumption, swedish, english) => {
    expect([told(assumption, 'sv'), told(assumption, 'en')]).toEqual([swedish, english])
  })
})

describe('what nobody knows is refused', () => {
  test.each<[string, Supposition, string]>([
    ['a line', { target: { line: 'alfa/kansliet' }, change: { percent: 5 }, from: 2025 }, 'unknown-line'],
    ['a line of another association', { target: { line: 'beta/kansli' }, change: { percent: 5 }, from: 2025 }, 'unknown-line'],
    ['a member', { target: { member: 'vasterby' }, change: { percent: 5 }, from: 2025 }, 'unknown-member'],
    ['a concept', { target: { concept: 'kansliet' }, change: { percent: 5 }, from: 2025 }, 'unknown-concept'],
    ['a measure', { target: { measure: 'kansliet' }, change: { percent: 5 }, from: 2025 }, 'unknown-concept'],
    ['a new line that is no cost or income', { add: { label: 'x', concept: 'equity' }, amount: 1, from: 2025 }, 'rule-not-applicable'],
    ['a new line of no known kind', { add: { label: 'x', concept: 'kansliet' }, amount: 1, from: 2025 }, 'unknown-concept'],
  ])('%s', (_name, assumption, code) => {
    const outcome = asked(costs, 2026, [assumption])
    expect(outcome.ok ? 'computed' : outcome.failure.code).toBe(code)
  })
  test('a new line of equity says what it may be', () => {
    const outcome = asked(costs, 2026, [{ add: { label: 'x', concept: 'equity' }, amount: 1, from: 2025 }])
    expect(outcome.ok ? '' : failureText(outcome.failure, 'sv')).toBe(
      'En ny rad är en kostnad eller en intäkt; ange ett begrepp av något av dessa slag.',
    )
  })
})

describe('years that no plan prints', () => {
  const repeated = (of: Target, through: number) =>
    (got(asked(of, through)).ordered ?? []).map(({ notes }) => notes.find(({ code }) => code === 'repeated-year')?.parameters)
  test('repeat the last one that does, and say which', () => {
    expect(repeated(costs, 2027)).toEqual([undefined, undefined, { year: 2026, from: 2025 }, { year: 2027, from: 2025 }])
  })
  test('the year before the base is never asked for', () => {
    const outcome = asked(costs, 2023)
    expect(outcome.ok ? '' : failureText(outcome.failure, 'en')).toBe(
      'A projection runs from its base year (2024) to at most 60 years later; 2023 is outside.',
    )
    expect([asked(costs, 2084).ok, asked(costs, 2085).ok]).toEqual([true, false])
  })
  test('nothing is projected that not even the base year prints', () => {
    const outcome = asked({ line: 'alfa/okand' }, 2026)
    expect(outcome.ok ? '' : outcome.failure.code).toBe('unknown-line')
  })

  const both = libraryOf(
    reading({ kind: 'annual-report' }, [
      statement(
        [yearColumn('actual', 2024), yearColumn('budget', 2024), yearColumn('budget', 2025)],
        [cost('Kansli', 90, 100, 110), cost('Team Norr', 800, 900, 910)],
      ),
    ]),
  )
  const kronor = (scenario?: Scenario) =>
    (got(asked(office, 2025, [], both, scenario)).ordered ?? []).map(({ result }) => result.value / 100)
  test('an outcome goes on with the budget of the years to come, or is repeated', () => {
    expect([kronor('actual'), kronor('budget'), kronor()]).toEqual([
      [90, 110],
      [100, 110],
      [90, 110],
    ])
  })
})

describe('what a target is called', () => {
  test.each<[Target, string]>([
    [office, 'Kansli 2025, antaget'],
    [{ member: 'norrby' }, 'Norrby kommun 2025, antaget'],
    [{ concept: 'initiatives' }, 'Kostnader insatser 2025, antaget'],
    [{ measure: 'administration-share' }, 'Administrationens andel 2025, antaget'],
    [{ concept: 'result' }, 'Årets resultat 2025, antaget'],
    [{ concept: 'net-cost' }, 'Årets resultat 2025, antaget'],
    [{ concept: 'equity' }, 'Utgående eget kapital 2025, antaget'],
  ])('%o', (target, label) => {
    const projected = got(asked(target, 2025))
    expect([projected.label.sv, projected.association, projected.operation]).toEqual([label, 'alfa', 'project'])
  })
  test('a change that is assumed is an operand of its own', () => {
    const [printed, change] = got(asked(office, 2025, [{ target: office, change: { percent: 10 }, from: 2025 }])).inputs
    expect([printed?.label.sv, change?.label, change?.result.value]).toEqual([
      'Kansli, plan 2025',
      { sv: 'Antagen ändring', en: 'Assumed change' },
      16_000_000,
    ])
  })
})

describe('when equity runs out', () => {
  const ends = (amount: number) =>
    (got(asked({ concept: 'closing-equity' }, 2026, [{ target: costs, change: { amount }, from: 2025 }])).ordered ?? []).map(
      ({ result, notes }) => [
        result.value / 100,
        notes.flatMap(({ code, parameters }) => (code === 'equity-runs-out' ? [parameters.year] : [])),
      ],
    )
  test('is the year in which it falls below nothing, told once', () => {
    expect(ends(600_000)).toEqual([
      [500_000, []],
      [-300_000, [2025]],
      [-1_100_000, [2025]],
    ])
  })
  test('nothing left is not yet below nothing', () => {
    expect(ends(300_000)).toEqual([
      [500_000, []],
      [0, []],
      [-500_000, [2026]],
    ])
  })
})

describe('who follows the state', () => {
  const lower: Supposition = { target: state, change: { percent: -10 }, from: 2025 }
  const kronor = (of: Target, ...assumptions: readonly Supposition[]): number => got(asked(of, 2025, assumptions)).result.value / 100
  const follows = (of: Target, ...assumptions: readonly Supposition[]): boolean =>
    got(asked(of, 2025, assumptions)).notes.some(({ code }) => code === 'split-kept')
  test.each<[string, Target, number, boolean]>([
    ['the state itself does not', state, 3_600_000, false],
    ['the region does', { concept: 'contribution-region' }, 1_800_000, true],
    ['a municipality does, by its own key', { member: 'norrby' }, 1_080_000, true],
    ['a municipality by its line does', { line: 'alfa/soderby-kommun' }, 720_000, true],
    ['all together do', { concept: 'contributions' }, 7_200_000, true],
    ['all together by their line do', { line: 'alfa/summa-medlemsbidrag' }, 7_200_000, true],
  ])('%s', (_name, target, amount, told) => {
    expect([kronor(target, lower), follows(target, lower)]).toEqual([amount, told])
  })
  test('nobody does where another’s contribution is assumed too', () => {
    const region: Supposition = { target: { concept: 'contribution-region' }, change: { percent: 5 }, from: 2025 }
    expect([kronor({ concept: 'contributions' }, lower, region), follows({ concept: 'contributions' }, lower, region)]).toEqual([
      7_700_000,
      false,
    ])
  })
  test('nobody does where the state’s change is an amount, or none of the state', () => {
    expect(kronor({ concept: 'contributions' }, { target: state, change: { amount: -400_000 }, from: 2025 })).toBe(7_600_000)
    expect(follows({ concept: 'contributions' }, { target: office, change: { percent: 5 }, from: 2025 })).toBe(false)
  })
  test('a level of the state’s is one of theirs in the same proportion', () => {
    const toLevel: Supposition = { target: state, change: { percent: -50, yearly: true, floor: 3_000_000 }, from: 2025 }
    expect(kronor({ member: 'norrby' }, toLevel)).toBe(900_000)
    expect(kronor({ concept: 'contributions' }, toLevel)).toBe(6_000_000)
  })
  test('the reader is told whose split is kept', () => {
    const { notes } = got(asked({ concept: 'contributions' }, 2025, [lower]))
    expect(notes.filter(({ code }) => code === 'split-kept')).toEqual([{ code: 'split-kept', parameters: { association: 'alfa' } }])
  })
  test('a level is half of the state’s where the state pays nothing yet', () => {
    const nothing = libraryOf(
      reading({}, [
        statement(
          [yearColumn('budget', 2024), yearColumn('plan', 2025)],
          [income('Försäkringskassan', 0, 4_000_000), income('Region Alfa', 1_000_000, 2_000_000), cost('Team', 1, 1)],
        ),
      ]),
    )
    const toLevel: Supposition = { target: state, change: { percent: -50, floor: 3_000_000 }, from: 2025 }
    expect(got(asked({ concept: 'contribution-region' }, 2025, [toLevel], nothing)).result.value).toBe(150_000_000)
  })
  test('where nobody else is printed, the state alone is computed', () => {
    const alone = libraryOf(
      reading({}, [
        statement(
          [yearColumn('budget', 2024)],
          [income('Försäkringskassan', 4_000_000), income('Övriga intäkter', 10_000), total('cost', 'Summa kostnader', undefined, 5)],
        ),
      ]),
    )
    const assumed: Supposition = { target: state, change: { percent: -10 }, from: 2025 }
    expect(got(asked(state, 2025, [assumed], alone)).result.value).toBe(360_000_000)
  })
})
