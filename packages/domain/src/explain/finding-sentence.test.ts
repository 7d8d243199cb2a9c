import { expect, test } from 'vitest'
import type { Finding } from '../model/finding.ts'
import { findingSentence } from './finding-sentence.ts'
import { wordings } from './finding-wordings.ts'

const finding = (code: string, parameters: Finding['parameters']): Finding => ({
  code,
  severity: 'warning',
  parameters,
  at: { document: 'plan', line: 3, text: '' },
})

test.each([
  {
    name: 'an amount, with its thousands',
    given: finding('debt-printed', { label: 'Lån', amount: 1100 }),
    sv: '”Lån”: 1\u00a0100 kr är lånat. Ett samordningsförbund får inte skuldsätta sig.',
    en: '“Lån”: 1,100 kr is borrowed. An association may not take up loans.',
  },
  {
    name: 'a year, which has no thousands',
    given: finding('plan-too-short', { years: 1, firstYear: 2024 }),
    sv: expect.stringContaining('2024'),
    en: expect.stringContaining('2024'),
  },
  {
    name: 'a missing parameter',
    given: finding('variance-differs', {}),
    sv: '”–”: den tryckta avvikelsen stämmer inte.',
    en: '“–”: the printed variance does not hold.',
  },
  { name: 'a code without wording', given: finding('ny-kod', { label: 'x' }), sv: 'ny-kod, label: x', en: 'ny-kod, label: x' },
])('$name', ({ given, sv, en }) => {
  expect({ sv: findingSentence(given, 'sv'), en: findingSentence(given, 'en') }).toEqual({ sv, en })
})

test('both languages of a wording have the same slots', () => {
  const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort()
  for (const [code, { sv, en }] of Object.entries(wordings)) expect(slots(sv), code).toEqual(slots(en))
})

test('the words of another’s codes may be given, the engine’s own stay', () => {
  const more = { 'ny-kod': { sv: '{label} är ny.', en: '{label} is new.' }, 'variance-differs': { sv: 'x', en: 'x' } }
  expect(findingSentence(finding('ny-kod', { label: 'Raden' }), 'sv', more)).toBe('Raden är ny.')
  expect(findingSentence(finding('variance-differs', { label: 'Kansli' }), 'en', more)).toBe(
    '“Kansli”: the printed variance does not hold.',
  )
})
