import { describe, expect, test } from 'vitest'
import type { Calculation } from '../calculate/calculation.ts'
import { evaluate } from '../calculate/evaluate.ts'
import { findingSentence } from '../explain/finding-sentence.ts'
import { wordings as findingWordings } from '../explain/finding-wordings.ts'
import type { Library } from '../library/library.ts'
import { calendarYear } from '../model/period.ts'
import type { DocumentReading, Fact } from '../model/reading.ts'
import {
  budgetOf,
  cost,
  equityRow,
  income,
  instantColumn,
  libraryOf,
  type Row,
  reading,
  spanColumn,
  statement,
  total,
  yearColumn,
} from '../test-support/build.ts'
import { check, codeOf, findingCodes, statedFact } from '../test-support/check.ts'
import { roundingBounds } from './additions.ts'
import { rules } from './rules.ts'

const holds = (calculation: Calculation): boolean | undefined => calculation.verdict?.holds
const budget = (rows: readonly Row[], unit: 'kr' | 'tkr' = 'kr'): Library => libraryOf(reading({}, [budgetOf(rows, { unit })]))

describe('contribution split', () => {
  test.each([
    { name: '50/25/25 holds', state: 4_000, region: 2_000, towns: [1_200, 800], expected: true },
    { name: 'a region that pays too little breaks it', state: 4_000, region: 1_500, towns: [1_200, 800], expected: false },
    { name: 'whole hundreds are close enough', state: 400_000, region: 200_000, towns: [120_000, 80_100], expected: true },
    { name: 'half a percent off is not', state: 400_000, region: 200_000, towns: [120_000, 84_100], expected: false },
  ])('$name', ({ state, region, towns, expected }) => {
    const library = budget([
      income('Försäkringskassan', state),
      income('Region Alfa', region),
      income('Norrby kommun', towns[0] ?? 0),
      income('Söderby kommun', towns[1] ?? 0),
    ])
    const result = check(library, 'contribution-split')
    expect(holds(result)).toBe(expected)
    expect(findingCodes(result)).toEqual(expected ? [] : ['contribution-split-differs'])
    expect(result.inputs.map(input => input.operation)).toEqual(['share', 'share', 'share'])
  })
  test('without the region there is nothing to check', () => {
    expect(codeOf(budget([income('Försäkringskassan', 4_000)]), 'contribution-split')).toBe('not-printed')
  })
})

describe('sums', () => {
  const rows = (...amounts: readonly number[]): readonly Row[] =>
    amounts.map((amount, index) => cost(`Insats ${String.fromCharCode(65 + index)}`, amount))
  const summed = (printed: number, amounts: readonly number[]): Calculation => {
    const items = rows(...amounts)
    return check(
      budget(
        [
          ...items,
          total(
            'cost',
            'Summa insatser',
            items.map(({ label }) => label),
            printed,
          ),
        ],
        'tkr',
      ),
      'sums',
    )
  }
  test.each([
    { name: 'exact', printed: 100, amounts: [40, 60], severity: undefined },
    { name: 'one off by rounding', printed: 101, amounts: [40, 60], severity: undefined },
    { name: 'two off of two addends', printed: 102, amounts: [40, 60], severity: 'error' },
    {
      name: 'six off of sixteen addends is unlikely to be rounding',
      printed: 166,
      amounts: Array.from({ length: 16 }, () => 10),
      severity: 'warning',
    },
    {
      name: 'ten off of sixteen addends cannot be rounding',
      printed: 170,
      amounts: Array.from({ length: 16 }, () => 10),
      severity: 'error',
    },
  ])('$name', ({ printed, amounts, severity }) => {
    const result = summed(printed, amounts)
    expect(result.findings?.[0]?.severity).toBe(severity)
    expect(holds(result)).toBe(severity === undefined)
  })
  test('a finding shows its arithmetic, its place and its addends', () => {
    const [finding] = summed(110, [40, 60]).findings ?? []
    expect(finding).toMatchObject({
      code: 'sum-differs-from-total',
      arithmetic: '40 + 60 = 100 ≠ 110',
      at: { document: 'plan', line: 4 },
      parameters: { difference: -10, kronor: -10_000 },
    })
    expect(finding?.others?.map(({ line }) => line)).toEqual([2, 3])
  })
  test('a difference is subtracted in the arithmetic', () => {
    const library = budget([
      total('income', 'Summa intäkter', undefined, 100),
      total('cost', 'Summa kostnader', undefined, 70),
      total('result', 'Årets resultat', ['Summa intäkter', '-Summa kostnader'], 50),
    ])
    expect(check(library, 'sums').findings?.[0]?.arithmetic).toBe('100 − 70 = 30 ≠ 50')
  })
  test('bounds: half a step each at most, three deviations in likelihood, never less than a step', () => {
    expect(roundingBounds(2, 1)).toEqual({ most: 1, likely: 1 })
    expect(roundingBounds(12, 1)).toEqual({ most: 6, likely: 3 })
    expect(roundingBounds(12, 10)).toEqual({ most: 60, likely: 30 })
    expect(roundingBounds(48, 1)).toEqual({ most: 24, likely: 6 })
  })
  test('a sum with a hole in it is not judged', () => {
    const blank = { amount: null, status: 'printed' as const, printed: '?' }
    const table = (addend: Row['amounts'][number], printed: Row['amounts'][number]): Library =>
      budget([cost('Insats A', 40), cost('Insats B', addend), total('cost', 'Summa insatser', ['Insats A', 'Insats B'], printed)])
    for (const library of [table(null, 90), table(blank, 90), table(50, null), table(50, blank)])
      expect(codeOf(library, 'sums')).toBe('rule-not-applicable')
    expect(findingCodes(check(table(50, 99), 'sums'))).toEqual(['sum-differs-from-total'])
  })
  test('the step of the print is the measure of rounding', () => {
    const tenth = (amount: number) => ({ amount, status: 'printed' as const, printed: String(amount), step: 0.1 })
    const table = (printed: number): Library =>
      budget(
        [
          cost('Insats A', tenth(1.2)),
          cost('Insats B', tenth(1.3)),
          total('cost', 'Summa insatser', ['Insats A', 'Insats B'], tenth(printed)),
        ],
        'tkr',
      )
    expect(holds(check(table(2.6), 'sums'))).toBe(true)
    expect(holds(check(table(2.7), 'sums'))).toBe(false)
  })
  test('how many sums were checked is told', () => {
    expect(summed(100, [40, 60])).toMatchObject({
      label: { sv: 'Fel bland 1 prövade summor' },
      notes: [{ code: 'sums-checked', parameters: { sums: 1 } }],
      result: { value: 0 },
    })
  })
  test('a table without sums is not judged', () => {
    expect(codeOf(budget([cost('Kansli', 4)]), 'sums')).toBe('rule-not-applicable')
  })
})

describe('balanced budget', () => {
  const rows = (costs: number): readonly Row[] => [
    income('Medlemsbidrag', 1_000),
    income('Balanserat resultat', 300),
    total('income', 'Summa intäkter', ['Medlemsbidrag', 'Balanserat resultat'], 1_300),
    total('cost', 'Summa kostnader', undefined, costs),
    total('result', 'Balanserat resultat att föra över', ['Summa intäkter', '-Summa kostnader'], 1_300 - costs),
  ]
  test('income of the year covers the costs', () => {
    expect(holds(check(budget(rows(900)), 'balance'))).toBe(true)
  })
  test('earlier funds do not make a budget balance, but are told', () => {
    const result = check(budget(rows(1_200)), 'balance')
    expect(holds(result)).toBe(false)
    expect(result.result.value).toBe(-20_000)
    expect(result.findings?.[0]?.parameters).toMatchObject({ result: -200, 'closing-equity': 100, 'covered-by-earlier-funds': true })
  })
})

describe('identities', () => {
  const balance = (assets: number, equity: number, liabilities: number): DocumentReading =>
    reading({}, [
      statement(
        [instantColumn('budget', '2024-12-31')],
        [
          { label: 'Summa tillgångar', nature: 'asset', amounts: [assets], role: 'total' },
          equityRow('Eget kapital', equity),
          { label: 'Summa skulder', nature: 'liability', amounts: [liabilities], role: 'total' },
        ],
        { id: 'balans', kind: 'balance', unit: 'tkr' },
      ),
    ])
  test.each([
    { assets: 100, equity: 60, liabilities: 40, expected: true },
    { assets: 101, equity: 60, liabilities: 40, expected: true },
    { assets: 103, equity: 60, liabilities: 40, expected: false },
    { assets: 97, equity: 60, liabilities: 40, expected: false },
  ])('assets $assets against $equity and $liabilities', ({ assets, equity, liabilities, expected }) => {
    const result = check(libraryOf(balance(assets, equity, liabilities)), 'balance-identity')
    expect(holds(result)).toBe(expected)
    expect(findingCodes(result)).toEqual(expected ? [] : ['balance-differs'])
    if (!expected) expect(result.findings?.[0]?.parameters.when).toBe('budget 2024-12-31')
  })

  const roll = (opening: number, result: number, closing: number): Library =>
    libraryOf(
      reading({}, [
        statement(
          [yearColumn('budget', 2024)],
          [
            equityRow('Ingående eget kapital', opening),
            { label: 'Årets resultat', nature: 'result', amounts: [result] },
            equityRow('Utgående eget kapital', closing),
          ],
          { kind: 'equity-rollforward' },
        ),
      ]),
    )
  test('equity rolls forward', () => {
    expect(holds(check(roll(700, -200, 500), 'equity-rollforward'))).toBe(true)
    expect(findingCodes(check(roll(700, -200, 600), 'equity-rollforward'))).toEqual(['equity-does-not-roll'])
  })

  const flow = (opening: number, change: number, closing: number): Library =>
    libraryOf(
      reading({}, [
        statement(
          [yearColumn('actual', 2024)],
          [
            { label: 'Årets kassaflöde', nature: 'cash', amounts: [change] },
            { label: 'Likvida medel vid årets början', nature: 'cash', amounts: [opening] },
            { label: 'Likvida medel vid årets slut', nature: 'cash', amounts: [closing] },
          ],
          { kind: 'cash-flow' },
        ),
      ]),
    )
  test('cash flows from opening to closing', () => {
    expect(holds(check(flow(700, 50, 750), 'cash-flow'))).toBe(true)
    expect(findingCodes(check(flow(700, 50, 650), 'cash-flow'))).toEqual(['cash-flow-differs'])
    expect(codeOf(budget([cost('Kansli', 1)]), 'cash-flow')).toBe('rule-not-applicable')
  })
})

describe('limits that facts state', () => {
  const withFacts = (equity: number, ...facts: readonly Fact[]): Library =>
    libraryOf(
      reading(
        {},
        [
          statement(
            [yearColumn('budget', 2023), yearColumn('budget', 2024)],
            [income('Försäkringskassan', 5_000, 4_400), income('Medlemsbidrag', 10_000, 8_800)],
          ),
          statement([instantColumn('budget', '2024-12-31')], [equityRow('Eget kapital', equity)], {
            id: 'balans',
            kind: 'balance',
          }),
        ],
        facts,
      ),
    )
  const percent = statedFact(20, '%', 'Det egna kapitalet ska ha ett tak på högst en andel av bidragen', { qualifier: 'max' })
  test.each([
    { equity: 1_760, expected: true },
    { equity: 1_761, expected: false },
  ])('equity of $equity against 20 percent of 8 800', ({ equity, expected }) => {
    const result = check(withFacts(equity, percent), 'equity-ceiling')
    expect(holds(result)).toBe(expected)
    expect(findingCodes(result)).toEqual(expected ? [] : ['equity-above-ceiling'])
    expect(result.inputs[1]?.fact?.value).toBe(20)
  })
  test('a ceiling in money', () => {
    const money = statedFact(2, 'tkr', 'Eget kapital får inte överstiga detta')
    expect(holds(check(withFacts(2_000, money), 'equity-ceiling'))).toBe(true)
    expect(holds(check(withFacts(2_500, money), 'equity-ceiling'))).toBe(false)
  })
  test('no ceiling is assumed where none is stated', () => {
    expect(codeOf(withFacts(9_000), 'equity-ceiling')).toBe('rule-not-applicable')
    expect(codeOf(withFacts(9_000, statedFact(20, '%', 'Eget kapital var en andel av bidragen')), 'equity-ceiling')).toBe(
      'rule-not-applicable',
    )
  })

  const limit = statedFact(10, '%', 'Tioprocentsspärren innebär att tilldelningen som mest kan minska')
  test('the decrease is computed where both years are printed', () => {
    const result = check(withFacts(1, limit), 'ten-percent-limit')
    expect(holds(result)).toBe(false)
    expect(result.result.value).toBeCloseTo(12, 9)
    expect(findingCodes(result)).toEqual(['decrease-above-limit'])
  })
  test('else it is the largest that the text states', () => {
    const library = libraryOf(
      reading(
        {},
        [],
        [limit, statedFact(8, '%', 'Förbundet sökte en minskning'), statedFact(9, '%', 'Beslutet blev en minskning av tilldelningen')],
      ),
    )
    expect(check(library, 'ten-percent-limit')).toMatchObject({ result: { value: 9 }, verdict: { holds: true } })
  })
  test('without a stated limit there is none', () => {
    expect(codeOf(withFacts(1), 'ten-percent-limit')).toBe('rule-not-applicable')
  })
})

describe('printed variances', () => {
  const half = { from: '2024-01-01', to: '2024-06-30' }
  const columns = [
    spanColumn('actual', half, { measure: 'net' }),
    spanColumn('budget', half, { measure: 'net' }),
    spanColumn('variance', half),
  ]
  const table = (...rows: readonly (readonly [number, number, number])[]): Library =>
    libraryOf(
      reading({}, [
        statement(
          columns,
          rows.map((amounts, index) => cost(`Insats ${String.fromCharCode(65 + index)}`, ...amounts)),
          { unit: 'tkr' },
        ),
      ]),
    )
  test('budget less outcome, whole thousands may be one off', () => {
    const result = check(table([80, 100, 20], [30, 25, -5], [182, 293, 110]), 'variance')
    expect(holds(result)).toBe(true)
    expect(findingCodes(result)).toEqual(['variance-off-by-rounding'])
    expect(result.findings?.[0]?.arithmetic).toBe('293 − 182 = 111 ≠ 110')
  })
  test('outcome less budget is as good when all rows do so', () => {
    expect(holds(check(table([80, 100, -20], [30, 25, 5]), 'variance'))).toBe(true)
  })
  test('a row that fits neither is an error', () => {
    const result = check(table([80, 100, 20], [30, 25, -5], [50, 60, 30]), 'variance')
    expect(findingCodes(result)).toEqual(['variance-differs'])
    expect(holds(result)).toBe(false)
  })
})

describe('printed shares', () => {
  const table = (percent: number): Library =>
    budget([
      { ...cost('Team Norr', 770), section: 'Individinsatser' },
      total('cost', 'Summa individinsatser', ['Team Norr'], 770),
      { ...cost('Kurser', 230), section: 'Strukturella insatser' },
      total('cost', 'Summa strukturella insatser', ['Kurser'], 230),
      total('cost', 'Summa insatser', ['Summa individinsatser', 'Summa strukturella insatser'], 1_000),
      { label: 'Individinsatser', nature: 'share', amounts: [percent], unit: 'percent' },
    ])
  test('a printed percent agrees with its amounts', () => {
    expect(holds(check(table(77), 'shares'))).toBe(true)
  })
  test('or does not', () => {
    expect(check(table(75), 'shares').findings?.[0]).toMatchObject({ code: 'share-differs', parameters: { printed: 75, computed: 77 } })
  })
})

describe('ability to pay', () => {
  const library = (assets: number): Library =>
    libraryOf(
      reading({}, [
        statement(
          [instantColumn('budget', '2024-12-31')],
          [
            { label: 'Kassa och bank', nature: 'asset', amounts: [assets] },
            { label: 'Kortfristiga skulder', nature: 'liability', amounts: [500] },
          ],
          { kind: 'balance' },
        ),
      ]),
    )
  test('cash covers short debts', () => {
    expect(holds(check(library(600), 'liquidity'))).toBe(true)
    expect(findingCodes(check(library(400), 'liquidity'))).toEqual(['liabilities-exceed-current-assets'])
  })
})

test('an amount that two documents print differently is a finding of both rules and library', () => {
  const column = [yearColumn('budget', 2023)]
  const library = libraryOf(
    reading({ id: 'plan-2023', fiscalYear: 2023 }, [statement(column, [cost('Kansli', 700)])]),
    reading({ id: 'plan-2024', fiscalYear: 2024 }, [statement(column, [cost('Kansli', 720)])]),
  )
  expect(findingCodes(check(library, 'printings'))).toEqual(['printings-differ'])
  expect(check(library, 'printings').findings?.[0]?.parameters).toMatchObject({ value: 700, other: 720, difference: 20 })
})

describe('what a broken rule shows', () => {
  const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ')
  const place = { association: 'alfa', scenario: 'budget', period: calendarYear(2024) }

  test('the split: amounts and shares of all three, the state’s share as the result', () => {
    const library = budget([income('Försäkringskassan', 4_000), income('Region Alfa', 1_500), income('Norrby kommun', 2_000)])
    const result = check(library, 'contribution-split')
    expect(result).toMatchObject({ ...place, verdict: { holds: false, rule: 'contribution-split' } })
    expect(result.result.value).toBeCloseTo(100 * (4_000 / 7_500), 9)
    expect(result.findings?.[0]).toMatchObject({
      severity: 'warning',
      parameters: {
        'contribution-state': 4_000,
        'contribution-region': 1_500,
        'contributions-municipalities': 2_000,
        'contribution-state-percent': 53.33,
        'contribution-region-percent': 20,
        'contributions-municipalities-percent': 26.67,
      },
    })
    expect(result.findings?.[0]?.others?.map(({ line }) => line)).toEqual([3, 4])
  })
  test('only the municipalities pay too little', () => {
    const library = budget([income('Försäkringskassan', 200_000), income('Region Alfa', 100_000), income('Norrby kommun', 99_000)])
    expect(holds(check(library, 'contribution-split'))).toBe(false)
  })
  test('an identity: its sum, the difference and the column', () => {
    const column = [instantColumn('budget', '2024-12-31'), instantColumn('actual', '2023-12-31')]
    const rows: readonly Row[] = [
      { label: 'Summa tillgångar', nature: 'asset', amounts: [103, 50], role: 'total' },
      equityRow('Eget kapital', 60, 20),
      { label: 'Summa skulder', nature: 'liability', amounts: [40, 30], role: 'total' },
    ]
    const result = check(libraryOf(reading({}, [statement(column, rows, { id: 'balans', kind: 'balance' })])), 'balance-identity')
    expect(result).toMatchObject({
      scenario: 'budget',
      period: { at: '2024-12-31' },
      result: { value: -300, unit: 'kr' },
      inputs: { length: 2 },
    })
    const [finding, ...rest] = result.findings ?? []
    expect(rest).toEqual([])
    expect(finding).toMatchObject({ severity: 'error', parameters: { difference: -3, whole: 103 }, at: { line: 2 } })
    expect(plain(finding?.arithmetic)).toBe('60 + 40 = 100 ≠ 103')
    expect(finding?.others?.map(({ line }) => line)).toEqual([3, 4])
  })
  test('an identity is checked in the column that is asked for', () => {
    const rows: readonly Row[] = [
      { label: 'Summa tillgångar', nature: 'asset', amounts: [103, 50], role: 'total' },
      equityRow('Eget kapital', 60, 20),
      { label: 'Summa skulder', nature: 'liability', amounts: [40, 30], role: 'total' },
    ]
    const library = libraryOf(
      reading({}, [statement([instantColumn('budget', '2024-12-31'), instantColumn('actual', '2023-12-31')], rows, { kind: 'balance' })]),
    )
    expect(holds(check(library, 'balance-identity', { period: calendarYear(2023) }))).toBe(true)
    expect(holds(check(library, 'balance-identity', { scenario: 'actual' }))).toBe(true)
    expect(holds(check(library, 'balance-identity', { document: 'plan' }))).toBe(false)
    const none = evaluate(library, { op: 'check', rule: 'balance-identity', association: 'alfa', document: 'annan' })
    expect(none.ok).toBe(false)
  })
  test('a balanced budget: what is short, and what it is short of', () => {
    const result = check(budget([income('Medlemsbidrag', 100), total('cost', 'Summa kostnader', undefined, 120)]), 'balance')
    expect(result).toMatchObject({ ...place, result: { value: -2_000 }, inputs: { length: 1 } })
    expect(result.findings?.[0]?.parameters).toEqual({ result: -20 })
    const even = check(budget([income('Medlemsbidrag', 100), total('cost', 'Summa kostnader', undefined, 100)]), 'balance')
    expect(even).toMatchObject({ verdict: { holds: true }, findings: [] })
  })
})

test('all rules that can be checked are, and a broken one breaks the whole', () => {
  const result = check(budget([income('Medlemsbidrag', 100), total('cost', 'Summa kostnader', undefined, 120)]), 'all')
  expect(result.inputs.map(({ verdict }) => verdict?.rule)).toEqual(['balance', 'plan-years'])
  expect(result).toMatchObject({ verdict: { holds: false, rule: 'all' }, result: { value: 1 } })
})

test('a check can be of another year and scenario', () => {
  const library = libraryOf(
    reading({}, [
      statement(
        [yearColumn('forecast', 2023), yearColumn('budget', 2024)],
        [income('Medlemsbidrag', 100, 100), total('cost', 'Summa kostnader', undefined, 90, 120)],
      ),
    ]),
  )
  expect(holds(check(library, 'balance', { scenario: 'forecast', period: calendarYear(2023) }))).toBe(true)
  expect(holds(check(library, 'balance'))).toBe(false)
})

test('a finding of every rule has words, with nothing left blank', () => {
  const half = { from: '2024-01-01', to: '2024-06-30' }
  const library = libraryOf(
    reading(
      {},
      [
        statement(
          [yearColumn('budget', 2024)],
          [
            income('Försäkringskassan', 4_000),
            income('Region Alfa', 1_000),
            income('Norrby kommun', 1_000),
            total('income', 'Summa medlemsbidrag', ['Försäkringskassan', 'Region Alfa', 'Norrby kommun'], 7_000),
            total('cost', 'Summa kostnader', undefined, 9_000),
          ],
        ),
        statement(
          [instantColumn('budget', '2024-12-31')],
          [
            { label: 'Summa tillgångar', nature: 'asset', amounts: [900], role: 'total' },
            equityRow('Eget kapital', 5_000),
            { label: 'Kortfristiga skulder', nature: 'liability', amounts: [2_000] },
            { label: 'Summa skulder', nature: 'liability', amounts: [2_000], role: 'total' },
          ],
          { id: 'balans', kind: 'balance' },
        ),
        statement(
          [spanColumn('actual', half), spanColumn('budget', half), spanColumn('variance', half)],
          [cost('Insats A', 50, 60, 30), cost('Insats B', 182, 293, 110)],
          { id: 'drift', unit: 'tkr' },
        ),
      ],
      [
        statedFact(20, '%', 'Eget kapital har ett tak på högst'),
        statedFact(10, '%', 'Tioprocentsspärren: som mest kan minska'),
        statedFact(12, '%', 'Beslutet blev en minskning'),
      ],
    ),
  )
  const { findings = [] } = check(library, 'all')
  expect(new Set(findings.map(one => one.code)).size).toBeGreaterThanOrEqual(7)
  for (const one of findings)
    for (const language of ['sv', 'en'] as const) {
      expect(findingWordings[one.code], one.code).toBeDefined()
      expect(findingSentence(one, language)).not.toContain('–')
    }
})

test('every rule names itself, what it states and where it comes from in both languages', () => {
  for (const { name, states, source } of rules)
    expect([name, states, source].every(({ sv, en }) => sv.length > 3 && en.length > 3)).toBe(true)
})
