import { describe, expect, test } from 'vitest'
import { evaluate } from '../calculate/evaluate.ts'
import { constantLeaf } from '../calculate/leaf.ts'
import { changeOf, ratioOf, scaleBy, shareOf, sumOf } from '../calculate/operations.ts'
import { aggregate, filterBy, rankOf } from '../calculate/rank.ts'
import { calendarYear } from '../model/period.ts'
import type { Unit } from '../model/unit.ts'
import { cost, got, income, libraryOf, reading, statement, total, yearColumn } from '../test-support/build.ts'
import { formatAmount } from './format-amount.ts'
import { formulaOf } from './formula.ts'
import { noteCodes, noteText } from './notes.ts'
import { rowsOf } from './rows.ts'
import { sentenceOf } from './sentence.ts'
import { parseCalculation, serialiseCalculation } from './serialise.ts'
import { periodWords, scenarioWords } from './words.ts'

/** Spaces as they are: U+00A0 is what keeps a number and its unit on one line. */
const visible = (text: string): string => text.replaceAll('\u00a0', '·')

describe('amounts in words', () => {
  test.each<[number, Unit, string, string]>([
    [1_392_500_000, 'kr', '13·925·000·kr', '13,925,000·kr'],
    [-512_700_050, 'kr', '−5·127·000,50·kr', '−5,127,000.50·kr'],
    [0, 'kr', '0·kr', '0·kr'],
    [66.363, 'percent', '66,4·%', '66.4%'],
    [50, 'percent', '50·%', '50%'],
    [1, 'percentage_points', '1·procentenhet', '1·percentage point'],
    [-2.25, 'percentage_points', '−2,3·procentenheter', '−2.3·percentage points'],
    [1.977_343, 'ratio', '1,98', '1.98'],
    [1, 'persons', '1·person', '1·person'],
    [90_292, 'persons', '90·292·personer', '90,292·persons'],
    [55, 'participants', '55·deltagare', '55·participants'],
    [23.9154, 'kr_per_person', '23,92·kr per person', '23.92·kr per person'],
    [40_000, 'kr_per_participant', '40·000·kr per deltagare', '40,000·kr per participant'],
    [2028, 'year', '2028', '2028'],
    [0.6, 'fte', '0,6·årsarbetare', '0.6·full-time equivalents'],
    [1, 'meetings', '1·möte', '1·meeting'],
  ])('%d %s', (value, unit, swedish, english) => {
    expect(visible(formatAmount(value, unit, 'sv'))).toBe(swedish)
    expect(visible(formatAmount(value, unit, 'en'))).toBe(english)
  })
  test('in thousands, in millions, bare and signed', () => {
    expect(visible(formatAmount(-512_700_000, 'kr', 'en', { moneyUnit: 'tkr' }))).toBe('−5,127·tkr')
    expect(visible(formatAmount(432_200_000, 'kr', 'sv', { moneyUnit: 'mnkr' }))).toBe('4,32·mnkr')
    expect(visible(formatAmount(100_000, 'kr', 'sv', { bare: true }))).toBe('1·000')
    expect(visible(formatAmount(100_000, 'kr', 'sv', { signed: true }))).toBe('+1·000·kr')
    expect(visible(formatAmount(0, 'kr', 'sv', { signed: true }))).toBe('0·kr')
    expect(visible(formatAmount(66.363, 'percent', 'sv', { decimals: 2 }))).toBe('66,36·%')
    expect(visible(formatAmount(50, 'percent', 'sv', { decimals: 1 }))).toBe('50,0·%')
  })
})

test.each([
  [calendarYear(2024), '2024', '2024'],
  [{ from: '2022-01-01', to: '2022-06-30' }, 'jan–juni 2022', 'Jan–Jun 2022'],
  [{ at: '2022-06-30' }, '2022-06-30', '2022-06-30'],
  [{ from: '2022-07-01', to: '2023-06-30' }, '2022-07-01–2023-06-30', '2022-07-01–2023-06-30'],
])('the period %o is %s', (period, sv, en) => {
  expect(periodWords(period)).toEqual({ sv, en })
  expect(scenarioWords('forecast')).toEqual({ sv: 'prognos', en: 'forecast' })
})

const kr = (kronor: number, name: string) => constantLeaf(kronor * 100, 'kr', name)
const [a, b] = [kr(600, 'A'), kr(400, 'B')]
const sum = got(sumOf([a, b]))

describe('formulas', () => {
  test.each([
    ['a sum', sum, '600 + 400 = 1 000 kr'],
    ['a share of a sum', got(shareOf(a, sum)), '600 / (600 + 400) = 60 %'],
    ['a difference', got(changeOf(a, b, 'amount')), '400 − 600 = −200 kr'],
    ['a change in percent', got(changeOf(a, b, 'percent')), '(400 − 600) / 600 = −33,3 %'],
    ['a negative operand', got(sumOf([a, kr(-50, 'C')])), '600 + (−50) = 550 kr'],
    ['a ratio', got(ratioOf(a, constantLeaf(8, 'participants', 'd'))), '600 / 8 = 75 kr per deltagare'],
    ['an average', got(aggregate('average', [a, b])), '(600 + 400) / 2 = 500 kr'],
    ['a factor', got(scaleBy(a, 1.05)), '600 × 1,05 = 630 kr'],
    ['a number alone', a, '600 kr'],
    ['the highest', got(aggregate('max', [a, b])), '600 kr'],
  ])('%s', (_name, calculation, formula) => {
    expect(formulaOf(calculation, 'sv').replaceAll('\u00a0', ' ')).toBe(formula)
  })
  test('in English', () => {
    expect(formulaOf(got(shareOf(a, sum)), 'en')).toBe('600 / (600 + 400) = 60%')
  })
})

describe('sentences', () => {
  test.each([
    ['an amount', a, 'A: 600 kr.', 'A: 600 kr.'],
    [
      'a fall',
      got(changeOf(a, b, 'amount')),
      'B är 200 kr lägre än A (400 − 600 = −200 kr).',
      'B is 200 kr lower than A (400 − 600 = −200 kr).',
    ],
    [
      'a rise in percent',
      got(changeOf(b, a, 'percent')),
      'A är 50 % högre än B ((600 − 400) / 400 = 50 %).',
      'A is 50% higher than B ((600 − 400) / 400 = 50%).',
    ],
    ['no change', got(changeOf(a, a, 'amount')), 'A är lika med A (600 − 600 = 0 kr).', 'A equals A (600 − 600 = 0 kr).'],
    ['a ranking', got(rankOf([b, a], 'highest')), 'A: 600 kr; B: 400 kr.', 'A: 600 kr; B: 400 kr.'],
    ['a choice', got(filterBy([a, b], { above: 50_000 })), 'Antal av 2: 1. A: 600 kr.', 'Number out of 2: 1. A: 600 kr.'],
    ['a sum', sum, 'A + B: 1 000 kr (600 + 400 = 1 000 kr).', 'A + B: 1,000 kr (600 + 400 = 1,000 kr).'],
  ])('%s', (_name, calculation, swedish, english) => {
    expect(sentenceOf(calculation, 'sv').replaceAll('\u00a0', ' ')).toBe(swedish)
    expect(sentenceOf(calculation, 'en').replaceAll('\u00a0', ' ')).toBe(english)
  })
})

const library = libraryOf(
  reading({}, [
    statement(
      [yearColumn('budget', 2024)],
      [income('Medlemsbidrag', 100), cost('Kansli', 120), total('cost', 'Summa kostnader', undefined, 120)],
    ),
  ]),
)

test('a check begins with yes or no', () => {
  const check = got(evaluate(library, { op: 'check', rule: 'balance', association: 'alfa' }))
  expect(sentenceOf(check, 'sv')).toMatch(/^Nej\. Årets resultat: /)
  expect(sentenceOf(check, 'en')).toMatch(/^No\. Year's result: /)
})

test('rows show each step below its result, with where it stands', () => {
  const share = got(
    evaluate(library, {
      op: 'share',
      part: { op: 'lookup', of: { association: 'alfa', target: { line: 'alfa/kansli' } } },
      whole: { op: 'lookup', of: { association: 'alfa', target: { concept: 'contributions' } } },
    }),
  )
  expect(
    rowsOf(share, 'sv').map(({ depth, label, scenario, period, sources }) => [
      depth,
      label,
      scenario,
      period,
      sources.map(({ line }) => line),
    ]),
  ).toEqual([
    [0, 'Kansli, budget 2024 i procent av Medlemsbidrag, budget 2024', 'budget', '2024', []],
    [1, 'Kansli, budget 2024', 'budget', '2024', [3]],
    [1, 'Medlemsbidrag, budget 2024', 'budget', '2024', [2]],
  ])
})

describe('JSON', () => {
  test('a calculation is the same when read again, endless bounds too', () => {
    const calculation = { ...got(evaluate(library, { op: 'lookup', of: { association: 'alfa', target: { line: 'alfa/kansli' } } })) }
    const open = { ...calculation, result: { ...calculation.result, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY } }
    expect(got(parseCalculation(serialiseCalculation(open)))).toEqual(open)
  })
  test.each(['', '{}', '[1]', '{"operation":"steal"}'])('%j is refused with what is wrong', text => {
    const parsed = parseCalculation(text)
    expect(parsed.ok ? '' : parsed.failure.code).toBe('not-a-calculation')
    expect(parsed.ok ? '' : parsed.failure.message).not.toBe('')
  })
})

test('every note has words in both languages, without holes', () => {
  const parameters = new Proxy<Record<string, string | number>>(
    {},
    { get: (_target, key) => (key === 'percent' ? 5 : key === 'scenario' || key === 'asked' || key === 'printed' ? 'budget' : 7) },
  )
  for (const code of noteCodes)
    for (const language of ['sv', 'en'] as const) {
      const text = noteText({ code, parameters }, language)
      expect(text, code).toMatch(/\.$/)
      expect(text, code).not.toMatch(/undefined|NaN/)
    }
  expect(noteText({ code: 'own-code', parameters: {} }, 'sv')).toBe('own-code')
})

test.each([
  [
    { percent: -10, yearly: 'true', floor: 3_200_000, from: 2026 },
    'Antagande: Statens bidrag minskar med 10 % per år från 2026, som lägst till 3 200 000 kr.',
  ],
  [{ percent: 5, from: 2024 }, 'Antagande: Statens bidrag ökar med 5 % från 2024.'],
  [{ amount: -50_000, from: 2025 }, 'Antagande: Statens bidrag ändras med −50 000 kr från 2025.'],
  [{ set: 0, from: 2025 }, 'Antagande: Statens bidrag är 0 kr från 2025.'],
  [{ repeat: 2024, from: 2025 }, 'Antagande: Statens bidrag hålls på 2024 års nivå från 2025.'],
  [{ freeze: 'true', from: 2025 }, 'Antagande: Statens bidrag är oförändrat från 2025.'],
  [{ drop: 'true', from: 2025, to: 2027 }, 'Antagande: Statens bidrag utgår 2025–2027.'],
  [{ percent: 5, from: 2025, to: 2025 }, 'Antagande: Statens bidrag ökar med 5 % bara 2025.'],
])('the assumption %o reads aloud', (change, text) => {
  expect(
    noteText({ code: 'assumption', parameters: { sv: 'Statens bidrag', en: 'State contribution', ...change } }, 'sv').replaceAll(
      '\u00a0',
      ' ',
    ),
  ).toBe(text)
})
