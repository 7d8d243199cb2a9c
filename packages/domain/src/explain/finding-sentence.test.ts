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
    name: 'a repaired value',
    given: finding('value-repaired', { label: 'Revision', printed: '1 1O0', value: 1100 }),
    sv: '”Revision” är tryckt ”1 1O0” och läst som 1\u00a0100. Tabellens summor ger ett enda möjligt värde.',
    en: '“Revision” is printed “1 1O0” and read as 1,100. The table’s sums leave a single possible value.',
  },
  {
    name: 'a year, which has no thousands',
    given: finding('equity-above-own-ceiling', { year: 2021, share: 44.9, ceiling: 20 }),
    sv: expect.stringContaining('2021'),
    en: expect.stringContaining('2021'),
  },
  {
    name: 'a missing parameter',
    given: finding('sum-differs', {}),
    sv: '”–”: raderna går inte ihop med den tryckta summan.',
    en: '“–”: the rows do not add up to the printed total.',
  },
  { name: 'a code without wording', given: finding('ny-kod', { label: 'x' }), sv: 'ny-kod, label: x', en: 'ny-kod, label: x' },
])('$name', ({ given, sv, en }) => {
  expect({ sv: findingSentence(given, 'sv'), en: findingSentence(given, 'en') }).toEqual({ sv, en })
})

test('both languages of a wording have the same slots', () => {
  const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort()
  for (const [code, { sv, en }] of Object.entries(wordings)) expect(slots(sv), code).toEqual(slots(en))
})
