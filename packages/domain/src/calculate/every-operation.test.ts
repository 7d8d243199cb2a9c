import { describe, expect, test } from 'vitest'
import { createLibrary } from '../library/create-library.ts'
import { calendarYear, yearEnd } from '../model/period.ts'
import type { Fact } from '../model/reading.ts'
import { failureText } from '../model/result.ts'
import type { Query } from '../query/query.ts'
import type { Selector } from '../query/target.ts'
import {
  alfa,
  association,
  cost,
  got,
  income,
  instantColumn,
  type Row,
  reading,
  statement,
  total,
  yearColumn,
} from '../test-support/build.ts'
import type { Calculation } from './calculation.ts'
import { evaluate } from './evaluate.ts'
import { recompute } from './recompute.ts'

const fact = (id: string, value: Fact['value'], unit: string | undefined, more: Partial<Fact> = {}): Fact => ({
  id,
  kind: 'volume',
  subject: 'Team Norr',
  attribute: 'deltagare',
  value,
  ...(unit === undefined ? {} : { unit }),
  printed: String(value),
  context: 'Team Norr tar emot deltagare.',
  source: { document: 'plan', line: 60, text: 'Team Norr' },
  ...more,
})
const asset = (label: string, nature: 'asset' | 'equity' | 'liability' | 'cash', amount: number, role: 'item' | 'total' = 'item'): Row => ({
  label,
  nature,
  amounts: [amount],
  role,
})

const plan = reading(
  {},
  [
    statement(
      [yearColumn('budget', 2024), yearColumn('actual', 2024), yearColumn('actual', 2023)],
      [
        income('Försäkringskassan', 400, 400, 300),
        income('Region Alfa', 200, 200, 150),
        income('Norrby kommun', 120, 120, 90),
        income('Söderby kommun', 80, 80, 60),
        total('income', 'Summa medlemsbidrag', ['Försäkringskassan', 'Region Alfa', 'Norrby kommun', 'Söderby kommun'], 800, 800, 600),
        { ...cost('Individinsatser', 450, 420, 400), role: 'total' },
        { ...cost('Strukturella insatser', 150, 130, 100), role: 'total' },
        { ...cost('Administration', 300, 250, 200), role: 'total' },
        total('cost', 'Summa kostnader', ['Individinsatser', 'Strukturella insatser', 'Administration'], 900, 800, 700),
      ],
    ),
    statement(
      [instantColumn('budget', '2024-12-31')],
      [
        asset('Kassa och bank', 'asset', 500),
        asset('Summa omsättningstillgångar', 'asset', 600, 'total'),
        asset('Summa tillgångar', 'asset', 600, 'total'),
        asset('Eget kapital', 'equity', 400),
        asset('Kortfristiga skulder', 'liability', 200),
      ],
      { id: 'balans', kind: 'balance' },
    ),
    statement([yearColumn('budget', 2024)], [{ label: 'Deltagare', nature: 'count', amounts: [30], unit: 'participants' }], {
      id: 'mal',
      kind: 'volume-targets',
      unit: 'participants',
    }),
    statement(
      [yearColumn('actual', 2023)],
      [
        { label: 'Norrby', nature: 'count', amounts: [300] },
        { label: 'Söderby', nature: 'count', amounts: [100] },
      ],
      { id: 'invanare', title: 'Invånare', kind: 'distribution-key', unit: 'persons' },
    ),
  ],
  [
    fact('antal', 25, 'deltagare'),
    fact('spann', { from: 15, to: 20 }, 'deltagare', { qualifier: 'about' }),
    fact('pengar', 1.3, 'mnkr', { period: calendarYear(2024) }),
    fact('ord', 'många', undefined, { qualifier: 'exact' }),
    fact('rått', 7, 'bilar'),
    fact('lista', [1, 2], 'st'),
  ],
)
const headed = { ...plan, headings: [{ line: 3, title: 'Budget för året', level: 1 }] }
const neighbour = reading({ id: 'granne', association: 'beta', associationName: 'Samordningsförbundet Beta' }, [
  statement([yearColumn('budget', 2024)], [cost('Kansli', 70)]),
])
const library = createLibrary([headed, neighbour], { associations: [alfa, association('beta', 'Beta', [])] })

const look = (target: Selector['target'], more: Partial<Selector> = {}): Query => ({
  op: 'lookup',
  of: { association: 'alfa', target, ...more },
})
const concept = (name: string, more: Partial<Selector> = {}): Query => look({ concept: name }, more)
const measure = (name: string, more: Partial<Selector> = {}): Query => look({ measure: name }, more)
const kr = (value: number): Query => ({ op: 'constant', value, unit: 'kr', label: `${value} kr` })
const answer = (query: Query): Calculation => got(evaluate(library, query))
const refusal = (query: Query): string => {
  const outcome = evaluate(library, query)
  return outcome.ok ? 'answered' : `${outcome.failure.code}: ${failureText(outcome.failure, 'sv')}`
}
const before = { scenario: 'actual' as const, period: calendarYear(2023) }

describe('every measure', () => {
  test.each<[string, number, string]>([
    ['year-result', -10_000, 'kr'],
    ['contributions-total', 80_000, 'kr'],
    ['administration-share', 100 / 3, 'percent'],
    ['individual-share', 75, 'percent'],
    ['structural-share', 25, 'percent'],
    ['equity-ratio', (100 * 400) / 600, 'percent'],
    ['equity-to-contributions', 50, 'percent'],
    ['current-ratio', 3, 'ratio'],
    ['cost-per-participant', 20, 'kr_per_participant'],
    ['contribution-per-inhabitant', 0.5, 'kr_per_person'],
    ['contribution-per-member', 20_000, 'kr'],
    ['own-funds-used', 10_000, 'kr'],
    ['budget-use', (100 * 800) / 900, 'percent'],
  ])('%s is %d %s', (name, value, unit) => {
    const result = answer(measure(name, { scenario: 'budget', period: calendarYear(2024) }))
    expect(result.result.value).toBeCloseTo(value, 9)
    expect(result.result.unit).toBe(unit)
    if (result.operation !== 'lookup') expect(result.concept).toBe(name)
  })
  test('a measure is called by its name, and a concept may be asked for as one', () => {
    expect(answer(measure('equity-ratio')).label).toEqual({ sv: 'Soliditet', en: 'Equity ratio' })
    expect(answer(concept('equity-ratio')).label.sv).toBe('Soliditet')
  })
  test('what it needs and does not have is told', () => {
    expect(refusal(measure('current-ratio', before))).toBe(
      'not-printed: Summa omsättningstillgångar är inte tryckt som utfall för 2023; fråga efter något av de belopp som är det.',
    )
  })
})

describe('every operation, asked as data', () => {
  const costs = concept('total-costs')
  const last = concept('total-costs', before)
  test.each<[string, Query, number, string]>([
    ['a constant in thousands', { op: 'constant', value: 2, unit: 'tkr', label: 'två' }, 200_000, 'kr'],
    ['a sum', { op: 'sum', of: [costs, kr(1)] }, 90_100, 'kr'],
    ['a change', { op: 'change', from: last, to: costs, as: 'amount' }, 20_000, 'kr'],
    [
      'a variance: outcome less budget',
      { op: 'variance', outcome: concept('total-costs', { scenario: 'actual', period: calendarYear(2024) }), budget: costs },
      -10_000,
      'kr',
    ],
    ['a ratio', { op: 'ratio', numerator: costs, denominator: kr(450) }, 2, 'ratio'],
    ['a scale', { op: 'scale', of: costs, factor: 0.5 }, 45_000, 'kr'],
    ['an average', { op: 'average', of: [costs, kr(100)] }, 50_000, 'kr'],
    ['the least', { op: 'min', of: [costs, kr(100)] }, 10_000, 'kr'],
    ['the most', { op: 'max', of: [costs, kr(100)] }, 90_000, 'kr'],
    ['a ranking from the lowest', { op: 'rank', of: [costs, kr(100)], order: 'lowest' }, 10_000, 'kr'],
    ['how many are above, in kronor', { op: 'filter', of: [costs, kr(100), kr(901)], above: 900 }, 1, 'count'],
    ['how many are below, in kronor', { op: 'filter', of: [costs, kr(100), kr(901)], below: 900 }, 1, 'count'],
    ['how many are between', { op: 'filter', of: [costs, kr(100), kr(901)], above: 100, below: 901 }, 1, 'count'],
    ['how many are at all', { op: 'filter', of: [costs, kr(100)] }, 2, 'count'],
    [
      'how many of heads are above',
      { op: 'filter', of: [{ op: 'constant', value: 5, unit: 'persons', label: 'fem' }], above: 4 },
      1,
      'count',
    ],
    ['a series ends with the last year', { op: 'series', of: [costs, last] }, 90_000, 'kr'],
    ['a distribution is the amount', { op: 'distribute', amount: kr(10), by: [kr(1), kr(3)] }, 1_000, 'kr'],
    [
      'a merge is the costs of both',
      { op: 'merge', associations: ['alfa', 'beta'], period: calendarYear(2024), scenario: 'budget' },
      0,
      'none',
    ],
  ])('%s', (_name, query, value, unit) => {
    const outcome = evaluate(library, query)
    if (unit === 'none') return expect(outcome.ok ? 'answered' : outcome.failure.code).toBe('not-printed')
    expect(got(outcome).result).toMatchObject({ value, unit })
  })
  test('what is missing in a ranking is left out and told; all missing is a refusal', () => {
    const gone = look({ line: 'alfa/lokal' })
    const ranked = answer({ op: 'rank', of: [gone, kr(1)], order: 'highest' })
    expect(ranked.notes).toEqual([
      { code: 'left-out', parameters: { association: 'alfa', reason: 'unknown-line', message: expect.stringContaining('alfa/lokal') } },
    ])
    expect(refusal({ op: 'rank', of: [gone], order: 'highest' })).toMatch(/^unknown-line/)
    expect(answer({ op: 'max', of: [{ op: 'scale', of: gone, factor: 2 }, kr(1)] }).notes[0]?.parameters.association).toBe('')
    for (const op of ['sum', 'average'] as const) expect(refusal({ op, of: [gone, kr(1)] })).toMatch(/^unknown-line/)
    expect(refusal({ op: 'share', part: kr(1), whole: gone })).toMatch(/^unknown-line/)
    expect(refusal({ op: 'share', part: gone, whole: kr(1) })).toMatch(/^unknown-line/)
  })
})

test.each<[string, Query, string]>([
  [
    'nobody shares',
    { op: 'distribute', amount: kr(1), by: [kr(0), kr(0)] },
    'division-by-zero: En fördelning behöver vikter som inte är negativa och inte alla noll.',
  ],
  [
    'a negative weight',
    { op: 'distribute', amount: kr(1), by: [kr(2), kr(-1)] },
    'division-by-zero: En fördelning behöver vikter som inte är negativa och inte alla noll.',
  ],
  [
    'a share of nothing',
    { op: 'share', part: kr(1), whole: kr(0) },
    'division-by-zero: 0 kr är noll, så det går inte att räkna andel, kvot eller procent av det.',
  ],
  [
    'kronor by heads, the other way round',
    { op: 'ratio', numerator: { op: 'fact', id: 'antal' }, denominator: kr(1) },
    'units-differ: Belopp i participants och kr går inte att lägga ihop eller jämföra; fråga efter belopp av ett slag.',
  ],
  ['a concept that nothing leads to', concept('accounting'), 'not-printed: Dokumenten för Alfa har ingen rad för ”Ekonomihantering”.'],
])('%s is refused', (_name, query, text) => {
  expect(refusal(query)).toBe(text)
})

test('a weight of nothing gets nothing', () => {
  expect(answer({ op: 'distribute', amount: kr(10), by: [kr(0), kr(1)] }).ordered?.map(({ result }) => result.value)).toEqual([0, 1_000])
})

describe('facts', () => {
  test.each<[string, 'low' | 'high' | undefined, number, string]>([
    ['antal', undefined, 25, 'participants'],
    ['spann', 'low', 15, 'participants'],
    ['spann', 'high', 20, 'participants'],
    ['pengar', undefined, 130_000_000, 'kr'],
    ['rått', undefined, 7, 'count'],
    ['plan/antal', undefined, 25, 'participants'],
  ])('%s (%s) is %d %s', (id, bound, value, unit) => {
    const result = answer({ op: 'fact', id, ...(bound ? { bound } : {}) })
    expect(result).toMatchObject({ operation: 'fact', result: { value, low: value, high: value, unit }, association: 'alfa', inputs: [] })
    expect(result.fact?.source.line).toBe(60)
    expect(result.trust).toEqual({ status: 'printed', mapping: 'exact' })
  })
  test('its label, period and qualifier', () => {
    expect(answer({ op: 'fact', id: 'antal' })).toMatchObject({
      label: { sv: 'Team Norr: deltagare', en: 'Team Norr: deltagare' },
      notes: [],
    })
    expect(answer({ op: 'fact', id: 'antal' })).not.toHaveProperty('period')
    expect(answer({ op: 'fact', id: 'pengar' }).period).toEqual(calendarYear(2024))
    expect(answer({ op: 'fact', id: 'spann', bound: 'low' }).notes).toEqual([{ code: 'qualified', parameters: { qualifier: 'about' } }])
  })
  test.each(['ord', 'spann', 'lista'])('%s is no single number', id => {
    expect(refusal({ op: 'fact', id })).toBe(
      'value-unknown: ”Team Norr: deltagare” är inte ett enda tal; fråga efter den lägsta eller högsta gränsen om det är ett intervall.',
    )
  })
  test('one that nobody knows', () => {
    expect(refusal({ op: 'fact', id: 'gissning' })).toBe(
      'unknown-fact: Ingen uppgift heter ”gissning”; uppgifterna står vid sitt dokument.',
    )
  })
})

describe('where words stand', () => {
  const places = (query: Omit<Extract<Query, { op: 'locate' }>, 'op'>) =>
    (answer({ op: 'locate', ...query }).findings ?? []).map(({ parameters, at }) => `${parameters.kind} ${at.document} ${at.line}`)
  test.each<[string, Omit<Extract<Query, { op: 'locate' }>, 'op'>, readonly string[]]>([
    ['a heading', { words: ['Budget för året'] }, ['heading plan 3']],
    ['a line, by the beginning of its word, without diacritics', { words: ['Sodr'], association: 'alfa' }, []],
    ['a line', { words: ['kansli'] }, ['line granne 2']],
    ['all words together', { words: ['strukturella', 'insatser'] }, ['line plan 8']],
    [
      'a fact, by its sentence',
      { words: ['tar', 'emot'] },
      ['fact plan 60', 'fact plan 60', 'fact plan 60', 'fact plan 60', 'fact plan 60', 'fact plan 60'],
    ],
    ['within an association', { words: ['kassa'], association: 'alfa' }, ['line plan 2']],
    ['within a document', { words: ['kansli'], document: 'granne' }, ['line granne 2']],
  ])('%s', (_name, query, found) => {
    if (found.length === 0) return expect(refusal({ op: 'locate', ...query })).toMatch(/^not-printed/)
    expect(places(query)).toEqual(found)
  })
  test('how many, for whom', () => {
    const found = answer({ op: 'locate', words: ['insatser'], association: 'alfa' })
    expect(found).toMatchObject({
      operation: 'locate',
      label: { sv: 'insatser', en: 'insatser' },
      association: 'alfa',
      notes: [],
      inputs: [],
    })
    expect(found.result).toEqual({ value: 1, low: 1, high: 1, unit: 'count' })
    expect(found.findings?.[0]).toMatchObject({ code: 'found', severity: 'info' })
    expect(answer({ op: 'locate', words: ['kansli'] })).not.toHaveProperty('association')
  })
  test.each<[string, Omit<Extract<Query, { op: 'locate' }>, 'op'>, RegExp]>([
    ['words that stand nowhere', { words: ['månlandning'] }, /^not-printed: ”månlandning” står inte/],
    ['words that stand apart', { words: ['kansli', 'individinsatser'] }, /^not-printed/],
    ['words of another document', { words: ['kansli'], document: 'plan' }, /^not-printed/],
    ['words of another association', { words: ['kansli'], association: 'alfa' }, /^not-printed/],
    ['no words', { words: [] }, /^not-printed/],
    ['nothing but signs', { words: ['–', '!'] }, /^not-printed/],
    ['an association that nobody knows', { words: ['kansli'], association: 'gamma' }, /^unknown-association/],
  ])('%s', (_name, query, text) => {
    expect(refusal({ op: 'locate', ...query })).toMatch(text)
  })
  test('a near miss names what does stand there, lines before facts', () => {
    const outcome = evaluate(library, { op: 'locate', words: ['Administraton'] })
    expect(outcome.ok ? '' : outcome.failure.nearest?.[0]).toBe('Administration')
    expect(outcome.ok ? [] : outcome.failure.nearest).not.toContain('Team Norr deltagare Team Norr tar emot deltagare.')
  })
})

describe('computed again from its leaves', () => {
  const costs = concept('total-costs')
  test.each<[string, Query]>([
    ['a sum', { op: 'sum', of: [costs, kr(1)] }],
    ['a share', measure('administration-share')],
    ['a ratio', measure('current-ratio')],
    ['a change', { op: 'change', from: kr(1), to: costs, as: 'amount' }],
    ['a change in percent', { op: 'change', from: kr(1), to: costs, as: 'percent' }],
    [
      'a change of percent',
      { op: 'change', from: measure('administration-share'), to: measure('administration-share', before), as: 'amount' },
    ],
    ['a variance', { op: 'variance', outcome: kr(5), budget: costs }],
    ['a scale', { op: 'scale', of: costs, factor: -3 }],
    ['an average', { op: 'average', of: [costs, kr(1)] }],
    ['the least', { op: 'min', of: [costs, kr(1)] }],
    ['the most', { op: 'max', of: [kr(1), costs] }],
    ['a ranking from the highest', { op: 'rank', of: [kr(1), costs], order: 'highest' }],
    ['a ranking from the lowest', { op: 'rank', of: [kr(1), costs], order: 'lowest' }],
    ['a series', { op: 'series', of: [costs, concept('total-costs', before)] }],
    ['a filter without bounds', { op: 'filter', of: [costs, kr(1)] }],
    ['a printed amount', costs],
    ['a fact', { op: 'fact', id: 'antal' }],
  ])('%s', (_name, query) => {
    const once = answer(query)
    expect(got(recompute(once)).result).toEqual(once.result)
  })
  test.each<Query>([
    { op: 'project', association: 'alfa', base: calendarYear(2024), through: 2025, of: { concept: 'closing-equity' }, assumptions: [] },
    { op: 'solve', association: 'alfa', base: calendarYear(2024), year: 2024, goal: { result: 0 }, assumptions: [] },
  ])('$op needs its documents', query => {
    const outcome = recompute(answer(query))
    expect(outcome.ok ? 'computed' : failureText(outcome.failure, 'sv')).toMatch(/räknas ut av dokumenten/)
  })
})

describe('equity', () => {
  test.each<[string, Query, number | string]>([
    ['of the day that is printed', concept('equity', { period: yearEnd(2024) }), 40_000],
    ['of the year that ends on it', concept('closing-equity', { period: calendarYear(2024) }), 40_000],
    ['of the start: opening is nowhere printed', concept('opening-equity', { period: calendarYear(2024) }), 'not-printed'],
    ['of the next year’s start is this year’s end', concept('opening-equity', { period: calendarYear(2025), scenario: 'budget' }), 40_000],
    ['of a day that nothing prints', concept('equity', { period: yearEnd(2020) }), 'not-printed'],
    ['of another kind of amount', concept('equity', { period: yearEnd(2024), scenario: 'forecast' }), 'not-printed'],
  ])('%s', (_name, query, expected) => {
    const outcome = evaluate(library, query)
    expect(outcome.ok ? outcome.value.result.value : outcome.failure.code).toBe(expected)
  })
})
