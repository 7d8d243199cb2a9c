import type { Finding } from '@finsam/domain'
import { expect, test } from 'vitest'
import { percentSection } from './percent-section.ts'
import { reportWords } from './report-words.ts'

const at = (line: number) => ({ document: 'plan-2024', hash: '', line, text: '' })
const laid: Finding = {
  code: 'percents-laid-beside-amounts',
  severity: 'info',
  parameters: { statement: 's', label: 'Andel', ties: 1, percents: 2 },
  arithmetic: '2 850 / 10 700 = 26,64 % ≈ 26,6 %; 960 / 10 700 = 8,97 % ≠ 90 %',
  at: at(12),
  others: [{ ...at(14), page: 3 }],
}
const other: Finding = { code: 'sum-differs', severity: 'error', parameters: {}, at: at(1) }

test('each percent stands with its formula and place, those that do not fit first', () =>
  expect(percentSection([other, laid], reportWords.sv)).toEqual({
    percents: [
      '',
      'Procenttal: 1 av 2 stämmer med beloppen',
      '  ✗ Andel: 960 / 10 700 = 8,97 % ≠ 90 % [sida 3, rad 14]',
      '  ✓ Andel: 2 850 / 10 700 = 26,64 % ≈ 26,6 % [rad 12]',
    ],
    remarks: [other],
  }))
test('a document without percents has no such section', () =>
  expect(percentSection([other], reportWords.en)).toEqual({ percents: [], remarks: [other] }))
