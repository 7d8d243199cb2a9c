import { formatAmount, type Unit } from '@finsam/domain'
import { expect, test } from 'vitest'
import { formatPeriod, formatValue, parseShown } from './format.ts'

const amounts: readonly { readonly value: number; readonly unit: Unit }[] = [
  { value: 13_925_000, unit: 'kr' },
  { value: -1_945_000, unit: 'kr' },
  { value: 1_374_500.5, unit: 'kr' },
  { value: 66.363, unit: 'percent' },
  { value: -2.04, unit: 'percentage_points' },
  { value: 0.5, unit: 'ratio' },
  { value: 55, unit: 'participants' },
  { value: 2024, unit: 'year' },
]

test.each(amounts.flatMap(amount => (['sv', 'en'] as const).map(language => ({ ...amount, language }))))(
  '$value $unit in $language is written as the engine writes it',
  ({ value, unit, language }) => {
    expect(formatValue(value, unit, language)).toBe(formatAmount(unit === 'kr' ? value * 100 : value, unit, language))
  },
)

test.each([
  { text: '13 925 000 kr', language: 'sv', value: 13_925_000 },
  { text: '13\u00a0925\u00a0000\u00a0kr', language: 'sv', value: 13_925_000 },
  { text: '−5,5 %', language: 'sv', value: -5.5 },
  { text: '- 40', language: 'sv', value: -40 },
  { text: '5,127', language: 'en', value: 5_127 },
  { text: '−5,127.5 tkr', language: 'en', value: -5_127.5 },
  { text: 'elva', language: 'sv', value: undefined },
  { text: '', language: 'sv', value: undefined },
] as const)('”$text” in $language is $value', ({ text, language, value }) => {
  expect(parseShown(text, language)).toBe(value)
})

test.each([
  { period: { from: '2024-01-01', to: '2024-12-31' }, shown: '2024' },
  { period: { at: '2024-12-31' }, shown: '31 dec. 2024' },
  { period: { from: '2022-01-01', to: '2022-06-30' }, shown: '1 jan. 2022 – 30 juni 2022' },
])('$shown', ({ period, shown }) => {
  expect(formatPeriod(period, 'sv')).toBe(shown)
})
