import { describe, expect, test } from 'vitest'
import type { Calculation } from '../calculate/calculation.ts'
import { evaluate } from '../calculate/evaluate.ts'
import { createLibrary } from '../library/create-library.ts'
import type { Library } from '../library/library.ts'
import { calendarYear } from '../model/period.ts'
import type { DocumentReading, Fact } from '../model/reading.ts'
import { failureText } from '../model/result.ts'
import {
  alfa,
  association,
  budgetOf,
  cost,
  equityRow,
  got,
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
import { type Check, check as checked, statedFact } from '../test-support/check.ts'

/** All that a check says, without the cells below it. */
function told({ label, result, verdict, findings = [], inputs, trust, notes, ...more }: Calculation) {
  const { association: of, scenario, period, operation } = more
  return {
    label,
    result,
    verdict,
    findings: findings.map(({ code, severity, parameters, arithmetic, at, others }) => ({
      code,
      severity,
      parameters,
      ...(arithmetic ? { arithmetic: arithmetic.replaceAll('\u00a0', ' ') } : {}),
      at: `${at.document} ${at.line}`,
      ...(others ? { others: others.map(({ line }) => line) } : {}),
    })),
    inputs: inputs.length,
    of,
    operation,
    ...(scenario ? { scenario } : {}),
    ...(period ? { period } : {}),
    trust: `${trust.status} ${trust.mapping}`,
    notes: notes.map(({ code }) => code),
  }
}
const check = (library: Library, rule: Check['rule'], more: Partial<Check> = {}) => told(checked(library, rule, more))

const plan = (rows: readonly Row[], facts: readonly Fact[] = []): DocumentReading => reading({}, [budgetOf(rows)], facts)
const sheet = (rows: readonly Row[]): DocumentReading =>
  reading({}, [statement([instantColumn('budget', '2024-12-31')], rows, { id: 'balans', kind: 'balance' })])
const costs = (amount: number): Row => total('cost', 'Summa kostnader', undefined, amount)
const equity = (amount: number): Row => equityRow('Utgående eget kapital', amount)

describe('what each rule tells', () => {
  test('balance: a deficit that earlier funds cover', () => {
    expect(check(libraryOf(plan([income('Medlemsbidrag', 100), costs(120), equity(0)])), 'balance')).toMatchInlineSnapshot(`
      {
        "findings": [
          {
            "at": "plan 3",
            "code": "costs-exceed-income",
            "others": [
              4,
            ],
            "parameters": {
              "closing-equity": 0,
              "covered-by-earlier-funds": true,
              "result": -20,
            },
            "severity": "warning",
          },
        ],
        "inputs": 2,
        "label": {
          "en": "Year's result",
          "sv": "Årets resultat",
        },
        "notes": [
          "result-computed",
        ],
        "of": "alfa",
        "operation": "check",
        "period": {
          "from": "2024-01-01",
          "to": "2024-12-31",
        },
        "result": {
          "high": -1900,
          "low": -2100,
          "unit": "kr",
          "value": -2000,
        },
        "scenario": "budget",
        "trust": "printed synonym",
        "verdict": {
          "holds": false,
          "rule": "balance",
        },
      }
    `)
  })
  test('balance: a deficit that nothing covers', () => {
    const { findings } = check(libraryOf(plan([income('Medlemsbidrag', 100), costs(120), equity(-1)])), 'balance')
    expect(findings[0]?.parameters).toEqual({ result: -20, 'closing-equity': -1, 'covered-by-earlier-funds': false })
  })
  test('contribution split: the whole outcome', () => {
    const rows = [income('Försäkringskassan', 50_000), income('Region Alfa', 25_000), income('Norrby kommun', 20_000)]
    expect(check(libraryOf(plan(rows)), 'contribution-split')).toMatchInlineSnapshot(`
      {
        "findings": [
          {
            "at": "plan 2",
            "code": "contribution-split-differs",
            "others": [
              3,
              4,
            ],
            "parameters": {
              "contribution-region": 25000,
              "contribution-region-percent": 26.32,
              "contribution-state": 50000,
              "contribution-state-percent": 52.63,
              "contributions-municipalities": 20000,
              "contributions-municipalities-percent": 21.05,
            },
            "severity": "warning",
          },
        ],
        "inputs": 3,
        "label": {
          "en": "Split between state, region and municipalities",
          "sv": "Fördelning mellan staten, regionen och kommunerna",
        },
        "notes": [
          "sum-of-lines",
        ],
        "of": "alfa",
        "operation": "check",
        "period": {
          "from": "2024-01-01",
          "to": "2024-12-31",
        },
        "result": {
          "high": 52.63293630952073,
          "low": 52.630221628079504,
          "unit": "percent",
          "value": 52.63157894736842,
        },
        "scenario": "budget",
        "trust": "printed exact",
        "verdict": {
          "holds": false,
          "rule": "contribution-split",
        },
      }
    `)
  })
  test.each([
    ['one part too little, the others hardly too much', [500_400, 249_200, 250_400], false],
    ['one part too much, the others hardly too little', [499_600, 250_800, 249_600], false],
    ['the state’s half, the rest uneven', [500_000, 260_000, 240_000], false],
    ['hardly off at all', [500_300, 249_700, 250_000], true],
  ])('contribution split: %s', (_name, [state = 0, region = 0, towns = 0], holds) => {
    const rows = [income('Försäkringskassan', state), income('Region Alfa', region), income('Norrby kommun', towns)]
    const split = got(evaluate(libraryOf(plan(rows)), { op: 'check', rule: 'contribution-split', association: 'alfa' }))
    expect(split.verdict?.holds).toBe(holds)
    expect(split.inputs[0]?.label.sv).toBe('Försäkringskassan, budget 2024 i procent av Medlemsbidrag')
  })
  test('equity ceiling in percent, broken', () => {
    const ceiling = statedFact(20, '%', 'Eget kapital bör vara högst en andel av bidragen')
    expect(check(libraryOf(plan([income('Medlemsbidrag', 1_000), equity(201)], [ceiling])), 'equity-ceiling')).toMatchInlineSnapshot(`
      {
        "findings": [
          {
            "at": "plan 3",
            "code": "equity-above-ceiling",
            "others": [
              70,
            ],
            "parameters": {
              "equity": 201,
              "limit": 20,
              "unit": "percent",
            },
            "severity": "warning",
          },
        ],
        "inputs": 2,
        "label": {
          "en": "Utgående eget kapital, budget 2024 in percent of Medlemsbidrag, budget 2024",
          "sv": "Utgående eget kapital, budget 2024 i procent av Medlemsbidrag, budget 2024",
        },
        "notes": [],
        "of": "alfa",
        "operation": "check",
        "period": {
          "from": "2024-01-01",
          "to": "2024-12-31",
        },
        "result": {
          "high": 20.160080040020027,
          "low": 20.039980009994984,
          "unit": "percent",
          "value": 20.1,
        },
        "scenario": "budget",
        "trust": "printed synonym",
        "verdict": {
          "holds": false,
          "rule": "equity-ceiling",
        },
      }
    `)
  })
  test('equity ceiling in money, broken; the percent goes before it', () => {
    const money = statedFact(2, 'tkr', 'Eget kapital får inte överstiga ett belopp')
    const rows = [income('Medlemsbidrag', 10_000), equity(2_001)]
    const broken = check(libraryOf(plan(rows, [money])), 'equity-ceiling')
    expect(broken).toMatchInlineSnapshot(`
      {
        "findings": [
          {
            "at": "plan 3",
            "code": "equity-above-ceiling",
            "others": [
              70,
            ],
            "parameters": {
              "equity": 2001,
              "limit": 2000,
              "unit": "kr",
            },
            "severity": "warning",
          },
        ],
        "inputs": 2,
        "label": {
          "en": "Utgående eget kapital, budget 2024",
          "sv": "Utgående eget kapital, budget 2024",
        },
        "notes": [],
        "of": "alfa",
        "operation": "check",
        "period": {
          "from": "2024-01-01",
          "to": "2024-12-31",
        },
        "result": {
          "high": 200150,
          "low": 200050,
          "unit": "kr",
          "value": 200100,
        },
        "scenario": "budget",
        "trust": "printed synonym",
        "verdict": {
          "holds": false,
          "rule": "equity-ceiling",
        },
      }
    `)
    const percent = statedFact(30, 'procent', 'Eget kapital bör ligga under en andel', { qualifier: 'max' })
    expect(check(libraryOf(plan(rows, [money, percent])), 'equity-ceiling').result.unit).toBe('percent')
  })
  test.each(['kr', 'tkr', 'mnkr'])('a ceiling may be stated in %s', unit => {
    const library = libraryOf(plan([income('Medlemsbidrag', 10_000), equity(0)], [statedFact(1, unit, 'Eget kapital högst')]))
    expect(check(library, 'equity-ceiling').verdict?.holds).toBe(true)
  })
  test('equity just at the ceiling is within it', () => {
    const ceiling = statedFact(20, '%', 'Tak för eget kapital')
    const exact = statement([yearColumn('budget', 2024)], [income('Medlemsbidrag', 1_000), equity(200)])
    const { verdict } = check(libraryOf(reading({}, [exact], [ceiling])), 'equity-ceiling')
    expect(verdict?.holds).toBe(true)
  })
  test('ability to pay: short debts beyond what is there', () => {
    const rows: readonly Row[] = [
      { label: 'Kassa och bank', nature: 'asset', amounts: [400] },
      { label: 'Kortfristiga skulder', nature: 'liability', amounts: [500] },
    ]
    expect(check(libraryOf(sheet(rows)), 'liquidity')).toMatchInlineSnapshot(`
      {
        "findings": [
          {
            "at": "plan 2",
            "code": "liabilities-exceed-current-assets",
            "others": [
              3,
            ],
            "parameters": {
              "margin": -100,
            },
            "severity": "warning",
          },
        ],
        "inputs": 2,
        "label": {
          "en": "Current assets compared with Kortfristiga skulder, budget 2024-12-31",
          "sv": "Omsättningstillgångar jämfört med Kortfristiga skulder, budget 2024-12-31",
        },
        "notes": [
          "sum-of-lines",
        ],
        "of": "alfa",
        "operation": "check",
        "period": {
          "from": "2024-01-01",
          "to": "2024-12-31",
        },
        "result": {
          "high": -9900,
          "low": -10100,
          "unit": "kr",
          "value": -10000,
        },
        "scenario": "budget",
        "trust": "printed exact",
        "verdict": {
          "holds": false,
          "rule": "liquidity",
        },
      }
    `)
  })
  test('ability to pay: all assets, where the current ones are not printed; just enough is enough', () => {
    const rows = (assets: number): readonly Row[] => [
      { label: 'Summa tillgångar', nature: 'asset', amounts: [assets], role: 'total' },
      { label: 'Kortfristiga skulder', nature: 'liability', amounts: [500] },
    ]
    expect(check(libraryOf(sheet(rows(500))), 'liquidity').verdict?.holds).toBe(true)
    expect(check(libraryOf(sheet(rows(499))), 'liquidity').verdict?.holds).toBe(true)
    expect(check(libraryOf(sheet(rows(498))), 'liquidity').verdict?.holds).toBe(false)
  })
  test.each<[string, string, number, readonly string[]]>([
    ['long-term debt', 'Långfristiga skulder', 300, ['debt-printed']],
    ['a loan', 'Lån från kommunen', 300, ['debt-printed']],
    ['a credit', 'Utnyttjad checkkredit', 300, ['debt-printed']],
    ['no long-term debt, as printed', 'Långfristiga skulder', 0, []],
    ['suppliers, who are no lenders', 'Leverantörsskulder', 300, []],
  ])('ability to pay: %s', (_name, label, amount, codes) => {
    const rows: readonly Row[] = [
      { label: 'Kassa och bank', nature: 'asset', amounts: [900] },
      { label: 'Kortfristiga skulder', nature: 'liability', amounts: [500] },
      { label, nature: 'liability', amounts: [amount] },
    ]
    const { verdict, findings } = check(libraryOf(sheet(rows)), 'liquidity')
    expect(findings.map(({ code }) => code)).toEqual(codes)
    expect(verdict?.holds).toBe(codes.length === 0)
    if (codes.length > 0)
      expect(findings[0]).toMatchObject({ severity: 'warning', parameters: { amount, label: `${label}, budget 2024-12-31` }, at: 'plan 4' })
  })
  test('ten-percent limit: the whole outcome', () => {
    const limit = statedFact(10, '%', 'Tioprocentsspärren: tilldelningen kan som mest minska så mycket')
    const years = statement([yearColumn('budget', 2023), yearColumn('budget', 2024)], [income('Försäkringskassan', 1_000, 880)])
    expect(check(libraryOf(reading({}, [years], [limit])), 'ten-percent-limit')).toMatchInlineSnapshot(`
      {
        "findings": [
          {
            "at": "plan 2",
            "code": "decrease-above-limit",
            "others": [
              70,
            ],
            "parameters": {
              "decrease": 12,
              "limit": 10,
            },
            "severity": "warning",
          },
        ],
        "inputs": 2,
        "label": {
          "en": "Decrease of the state's contribution",
          "sv": "Minskning av statens bidrag",
        },
        "notes": [
          "default-scenario",
        ],
        "of": "alfa",
        "operation": "check",
        "period": {
          "from": "2024-01-01",
          "to": "2024-12-31",
        },
        "result": {
          "high": 12.09395302348834,
          "low": 11.905952976488152,
          "unit": "percent",
          "value": 12,
        },
        "scenario": "budget",
        "trust": "printed exact",
        "verdict": {
          "holds": false,
          "rule": "ten-percent-limit",
        },
      }
    `)
  })
  test('plan years: the whole outcome', () => {
    expect(check(libraryOf(plan([costs(1)])), 'plan-years')).toMatchInlineSnapshot(`
      {
        "findings": [
          {
            "at": "plan 1",
            "code": "plan-too-short",
            "parameters": {
              "firstYear": 2024,
              "years": 1,
            },
            "severity": "info",
          },
        ],
        "inputs": 0,
        "label": {
          "en": "Years that the plan covers, from the budget year",
          "sv": "År som planen omfattar, från budgetåret",
        },
        "notes": [],
        "of": "alfa",
        "operation": "check",
        "result": {
          "high": 1,
          "low": 1,
          "unit": "count",
          "value": 1,
        },
        "trust": "confirmed confirmed",
        "verdict": {
          "holds": false,
          "rule": "plan-years",
          "state": "information",
        },
      }
    `)
  })
  test('printed variances: the whole outcome', () => {
    const half = { from: '2024-01-01', to: '2024-06-30' }
    const columns = [spanColumn('actual', half), spanColumn('budget', half), spanColumn('variance', half)]
    const table = statement(columns, [cost('Kansli', 90, 100, 10), cost('Team', 90, 100, 15)])
    expect(check(libraryOf(reading({ kind: 'interim-report' }, [table])), 'variance')).toMatchInlineSnapshot(`
      {
        "findings": [
          {
            "arithmetic": "100 − 90 = 10 ≠ 15",
            "at": "plan 3",
            "code": "variance-differs",
            "parameters": {
              "computed": 10,
              "difference": 5,
              "kronor": 5,
              "label": "Team",
              "printed": 15,
              "unit": "kr",
            },
            "severity": "error",
          },
        ],
        "inputs": 0,
        "label": {
          "en": "Errors among 2 checked variances",
          "sv": "Fel bland 2 prövade avvikelser",
        },
        "notes": [],
        "of": "alfa",
        "operation": "check",
        "result": {
          "high": 1,
          "low": 1,
          "unit": "count",
          "value": 1,
        },
        "trust": "confirmed confirmed",
        "verdict": {
          "holds": false,
          "rule": "variance",
        },
      }
    `)
  })
  test('printed shares: the whole outcome', () => {
    const shares = statement([yearColumn('budget', 2024)], [{ label: 'Administration', nature: 'share', amounts: [40], unit: 'percent' }], {
      id: 'andelar',
      kind: 'shares',
      unit: 'percent',
    })
    const rows = [{ ...cost('Administration', 20), role: 'total' as const }, costs(100)]
    expect(check(libraryOf(reading({}, [budgetOf(rows), shares])), 'shares')).toMatchInlineSnapshot(`
      {
        "findings": [
          {
            "at": "plan 2",
            "code": "share-differs",
            "others": [
              2,
            ],
            "parameters": {
              "computed": 25,
              "label": "Administration, budget 2024",
              "printed": 40,
            },
            "severity": "warning",
          },
        ],
        "inputs": 2,
        "label": {
          "en": "Administration, budget 2024 in percent of Initiatives",
          "sv": "Administration, budget 2024 i procent av Kostnader insatser",
        },
        "notes": [],
        "of": "alfa",
        "operation": "check",
        "period": {
          "from": "2024-01-01",
          "to": "2024-12-31",
        },
        "result": {
          "high": 25.949367088607616,
          "low": 24.07407407407405,
          "unit": "percent",
          "value": 25,
        },
        "scenario": "budget",
        "trust": "printed exact",
        "verdict": {
          "holds": false,
          "rule": "shares",
        },
      }
    `)
  })
  test('sums: the whole outcome', () => {
    expect(check(libraryOf(plan([cost('A', 40), cost('B', 60), total('cost', 'Summa', ['A', 'B'], 110)])), 'sums')).toMatchInlineSnapshot(`
      {
        "findings": [
          {
            "arithmetic": "40 + 60 = 100 ≠ 110",
            "at": "plan 4",
            "code": "sum-differs-from-total",
            "others": [
              2,
              3,
            ],
            "parameters": {
              "column": "budget 2024",
              "difference": -10,
              "kronor": -10,
              "label": "Summa",
              "sum": 100,
              "total": 110,
              "unit": "kr",
            },
            "severity": "error",
          },
        ],
        "inputs": 0,
        "label": {
          "en": "Errors among 1 checked sums",
          "sv": "Fel bland 1 prövade summor",
        },
        "notes": [
          "sums-checked",
        ],
        "of": "alfa",
        "operation": "check",
        "result": {
          "high": 1,
          "low": 1,
          "unit": "count",
          "value": 1,
        },
        "trust": "printed confirmed",
        "verdict": {
          "holds": false,
          "rule": "sums",
        },
      }
    `)
  })
  test('the balance sheet: the whole outcome', () => {
    const rows: readonly Row[] = [
      { label: 'Summa tillgångar', nature: 'asset', amounts: [103], role: 'total' },
      equityRow('Eget kapital', 60),
      { label: 'Summa skulder', nature: 'liability', amounts: [40], role: 'total' },
    ]
    expect(check(libraryOf(sheet(rows)), 'balance-identity')).toMatchInlineSnapshot(`
      {
        "findings": [
          {
            "arithmetic": "60 + 40 = 100 ≠ 103",
            "at": "plan 2",
            "code": "balance-differs",
            "others": [
              3,
              4,
            ],
            "parameters": {
              "difference": -3,
              "label": "Summa tillgångar, budget 2024-12-31",
              "when": "budget 2024-12-31",
              "whole": 103,
            },
            "severity": "error",
          },
        ],
        "inputs": 1,
        "label": {
          "en": "Equity and liabilities against assets",
          "sv": "Eget kapital och skulder mot tillgångar",
        },
        "notes": [],
        "of": "alfa",
        "operation": "check",
        "period": {
          "at": "2024-12-31",
        },
        "result": {
          "high": -150,
          "low": -450,
          "unit": "kr",
          "value": -300,
        },
        "scenario": "budget",
        "trust": "printed exact",
        "verdict": {
          "holds": false,
          "rule": "balance-identity",
        },
      }
    `)
  })
  test('all rules: the whole outcome', () => {
    const library = libraryOf(plan([income('Medlemsbidrag', 120), costs(120)]))
    const { findings, ...rest } = check(library, 'all')
    expect(findings.map(({ code }) => code)).toEqual(['plan-too-short'])
    expect(rest).toMatchInlineSnapshot(`
      {
        "inputs": 2,
        "label": {
          "en": "Broken rules of 2 checked",
          "sv": "Brutna regler av 2 prövade",
        },
        "notes": [
          "result-computed",
        ],
        "of": "alfa",
        "operation": "check",
        "result": {
          "high": 0,
          "low": 0,
          "unit": "count",
          "value": 0,
        },
        "trust": "printed exact",
        "verdict": {
          "holds": true,
          "rule": "all",
        },
      }
    `)
  })
})

describe('the same amount everywhere', () => {
  const column = [yearColumn('budget', 2023)]
  const said = (id: string, fiscalYear: number, amount: number, of = 'alfa') =>
    reading({ id, fiscalYear, association: of, associationName: `Samordningsförbundet ${of}` }, [
      statement(column, [cost('Kansli', amount)]),
    ])
  test('agreeing printings', () => {
    expect(check(libraryOf(said('a', 2023, 700), said('b', 2024, 700)), 'printings')).toMatchInlineSnapshot(`
      {
        "findings": [],
        "inputs": 0,
        "label": {
          "en": "Contradictions among 1 amounts printed more than once",
          "sv": "Motsägelser bland 1 belopp som står flera gånger",
        },
        "notes": [],
        "of": "alfa",
        "operation": "check",
        "result": {
          "high": 0,
          "low": 0,
          "unit": "count",
          "value": 0,
        },
        "trust": "confirmed confirmed",
        "verdict": {
          "holds": true,
          "rule": "printings",
        },
      }
    `)
  })
  test('another association’s and another document’s contradictions are not its own', () => {
    const library = libraryOf(said('a', 2023, 700), said('b', 2024, 700), said('c', 2023, 700, 'beta'), said('d', 2024, 720, 'beta'))
    expect(check(library, 'printings').verdict).toEqual({ holds: true, rule: 'printings' })
    expect(check(library, 'printings', { association: 'beta' }).findings.map(({ code, at }) => [code, at])).toEqual([
      ['printings-differ', 'c 2'],
    ])
    expect(check(library, 'printings', { association: 'beta', document: 'c' }).verdict?.holds).toBe(false)
    expect(check(library, 'printings', { association: 'beta', document: 'd' }).verdict?.holds).toBe(true)
  })
  test('other findings of its documents are not contradictions', () => {
    const flagged = {
      ...said('a', 2023, 700),
      findings: [{ code: 'unit-inferred', severity: 'info' as const, parameters: {}, at: { document: 'a', line: 1, text: '' } }],
    }
    expect(check(libraryOf(flagged, said('b', 2024, 700)), 'printings').findings).toEqual([])
  })
})

describe('hand-over to the successor', () => {
  const norr = (closing: number | null, name = 'norr') =>
    reading({ id: `plan-${name}`, association: name, associationName: `Samordningsförbundet ${name}`, fiscalYear: 2023 }, [
      statement([yearColumn('budget', 2023)], [equityRow('Utgående eget kapital', closing)], {
        kind: 'equity-rollforward',
      }),
    ])
  const successor = (rows: readonly Row[]) => reading({}, [budgetOf(rows)])
  const known = (...readings: readonly DocumentReading[]) =>
    createLibrary(readings, {
      associations: [{ ...alfa, predecessors: ['norr', 'syd', 'okand'] }, association('norr', 'Norr', []), association('syd', 'Syd', [])],
    })
  const from = (name: string, amount: number): Row => income(`Medel som förs över från ${name}`, amount)

  test('what is expected and what is left differ', () => {
    expect(check(known(successor([from('Norr', 650)]), norr(300)), 'hand-over')).toMatchInlineSnapshot(`
      {
        "findings": [
          {
            "arithmetic": "650 ≠ 300",
            "at": "plan-norr 2",
            "code": "hand-over-differs",
            "others": [
              2,
            ],
            "parameters": {
              "difference": 350,
              "expected": 650,
              "left": 300,
            },
            "severity": "warning",
          },
        ],
        "inputs": 1,
        "label": {
          "en": "Transfers that differ from the predecessor's equity",
          "sv": "Överföringar som inte är företrädarens eget kapital",
        },
        "notes": [],
        "of": "alfa",
        "operation": "check",
        "result": {
          "high": 1,
          "low": 1,
          "unit": "count",
          "value": 1,
        },
        "trust": "confirmed confirmed",
        "verdict": {
          "holds": false,
          "rule": "hand-over",
        },
      }
    `)
  })
  test('the same amount within rounding hands over', () => {
    const { verdict, findings, result } = check(known(successor([from('Norr', 300)]), norr(301)), 'hand-over')
    expect({ verdict, findings, result }).toEqual({
      verdict: { holds: true, rule: 'hand-over' },
      findings: [],
      result: { value: 0, low: 0, high: 0, unit: 'count' },
    })
  })
  test('less than expected differs as well', () => {
    expect(check(known(successor([from('Norr', 300)]), norr(650)), 'hand-over').findings[0]).toMatchObject({
      parameters: { expected: 300, left: 650, difference: -350 },
      arithmetic: '300 ≠ 650',
    })
  })
  test('each predecessor is compared with the line that names it', () => {
    const { verdict, inputs, findings } = check(
      known(successor([from('Norr', 300), from('Syd', 50)]), norr(300), norr(80, 'syd')),
      'hand-over',
    )
    expect({ holds: verdict?.holds, inputs, left: findings.map(({ parameters }) => parameters.left) }).toEqual({
      holds: false,
      inputs: 2,
      left: [80],
    })
  })
  test.each<[string, readonly DocumentReading[]]>([
    ['no predecessor’s document', [successor([from('Norr', 300)])]],
    ['no line that names one', [successor([income('Medlemsbidrag', 300)]), norr(300)]],
    ['a line that names another', [successor([from('Öst', 300)]), norr(300)]],
  ])('%s: nothing to compare', (_name, readings) => {
    const outcome = evaluate(known(...readings), { op: 'check', rule: 'hand-over', association: 'alfa' })
    expect(outcome.ok ? '' : failureText(outcome.failure, 'en')).toBe(
      'No document prints what Alfa takes over and what a predecessor leaves.',
    )
  })
})

const ceiling = statedFact(20, '%', 'Tak för eget kapital')
test.each<[Check['rule'], Library, string, string]>([
  [
    'sums',
    libraryOf(plan([costs(1)])),
    'Ingen tabell för förbundet har en summa av sina egna rader.',
    'No table of the association prints a sum of its own rows.',
  ],
  [
    'balance',
    libraryOf(plan([costs(1)])),
    'Dokumenten för Alfa har ingen rad för ”Årets resultat”.',
    `The documents of Alfa print no line for "Year's result".`,
  ],
  [
    'balance-identity',
    libraryOf(plan([costs(1)])),
    'Dokumenten för Alfa har inte alla delar av ”Eget kapital och skulder mot tillgångar”.',
    'The documents of Alfa do not print all parts of "Equity and liabilities against assets".',
  ],
  [
    'equity-ceiling',
    libraryOf(plan([costs(1)])),
    'Inget dokument för Alfa anger ett tak för eget kapital.',
    'No document of Alfa states a ceiling for equity.',
  ],
  [
    'equity-ceiling',
    libraryOf(plan([costs(1)], [ceiling])),
    'Inget eget kapital är tryckt för 2024-12-31, och inget ingående kapital med ett resultat att räkna det av.',
    'No equity is printed for 2024-12-31, and no opening equity with a result to compute it from.',
  ],
  [
    'equity-ceiling',
    libraryOf(plan([costs(1), equity(5)], [ceiling])),
    'Dokumenten för Alfa har ingen rad för ”Medlemsbidrag”.',
    'The documents of Alfa print no line for "Member contributions".',
  ],
  [
    'ten-percent-limit',
    libraryOf(plan([costs(1)])),
    'Inget dokument för Alfa anger en gräns för den årliga minskningen.',
    'No document of Alfa states a limit for the yearly decrease.',
  ],
  [
    'ten-percent-limit',
    libraryOf(plan([costs(1)], [statedFact(10, '%', 'Tioprocentsspärren')])),
    'Varken statens bidrag förra året eller minskningen är tryckt för Alfa.',
    `Neither last year's contribution of the state nor its decrease is printed for Alfa.`,
  ],
  [
    'liquidity',
    libraryOf(plan([costs(1)])),
    'Dokumenten för Alfa har ingen rad för ”Summa tillgångar”.',
    'The documents of Alfa print no line for "Total assets".',
  ],
  [
    'liquidity',
    libraryOf(sheet([{ label: 'Kassa och bank', nature: 'asset', amounts: [1] }])),
    'Dokumenten för Alfa har ingen rad för ”Kortfristiga skulder”.',
    'The documents of Alfa print no line for "Current liabilities".',
  ],
  [
    'plan-years',
    libraryOf(reading({ kind: 'annual-report' }, [])),
    'Ingen plan eller budget med årtal är känd för Alfa.',
    'No plan or budget of Alfa with a year is known.',
  ],
  [
    'plan-years',
    libraryOf(reading({}, [])),
    'Planen för Alfa har ingen tabell med belopp för sitt eget år.',
    'The plan of Alfa has no table of money for its own year.',
  ],
  [
    'variance',
    libraryOf(plan([costs(1)])),
    'Ingen tabell för Alfa har budget, utfall och avvikelse sida vid sida.',
    'No table of Alfa prints budget, outcome and variance side by side.',
  ],
  [
    'shares',
    libraryOf(plan([costs(1)])),
    'Ingen tabell för Alfa har en andel vars belopp också är tryckta.',
    'No table of Alfa prints a share whose amounts are printed too.',
  ],
  ['printings', libraryOf(plan([costs(1)])), 'Inget belopp för Alfa är tryckt mer än en gång.', 'No amount of Alfa is printed twice.'],
  [
    'hand-over',
    libraryOf(plan([costs(1)])),
    'Inget dokument anger både vad Alfa tar över och vad en företrädare lämnar.',
    'No document prints what Alfa takes over and what a predecessor leaves.',
  ],
  [
    'all',
    libraryOf(reading({ kind: 'annual-report' }, [])),
    'Ingen regel går att pröva på dokumenten för Alfa.',
    'No rule can be checked on the documents of Alfa.',
  ],
])('%s says why it cannot be checked', (rule, library, swedish, english) => {
  const outcome = evaluate(library, { op: 'check', rule, association: 'alfa' })
  if (outcome.ok) throw new Error('it was checked')
  expect(failureText(outcome.failure, 'sv')).toBe(swedish)
  expect(failureText(outcome.failure, 'en')).toBe(english)
})

test('a check of a document is one of its own year and kind', () => {
  const year = (amount: number) =>
    statement(
      [yearColumn('actual', 2023), yearColumn('budget', 2024)],
      [income('Medlemsbidrag', 100, 100), total('cost', 'Summa kostnader', undefined, amount, amount)],
    )
  const report = reading({ id: 'redovisning', kind: 'annual-report', fiscalYear: 2023 }, [year(110)])
  const budget = reading({ id: 'plan', fiscalYear: 2024 }, [year(110)])
  const both = libraryOf(report, budget)
  for (const [document, scenario, of] of [
    ['redovisning', 'actual', 2023],
    ['plan', 'budget', 2024],
  ] as const)
    expect(check(both, 'balance', { document })).toMatchObject({ scenario, period: calendarYear(of) })
})
