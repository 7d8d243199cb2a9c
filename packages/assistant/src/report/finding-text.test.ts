import type { Finding } from '@finsam/domain'
import { expect, test } from 'vitest'
import { findingText } from './finding-text.ts'
import { readingFindings } from './reading-findings.ts'

const finding = (code: string, parameters: Finding['parameters']): Finding => ({
  code,
  severity: 'warning',
  parameters,
  at: { document: 'plan', line: 3, text: '' },
})

test.each([
  {
    name: 'of the reading',
    given: finding('value-repaired', { label: 'Revision', printed: '1 1O0', value: 1100 }),
    sv: '”Revision” är tryckt ”1 1O0” och läst som 1\u00a0100. Tabellens övriga tal ger ett enda möjligt värde.',
    en: '“Revision” is printed “1 1O0” and read as 1,100. The table’s other figures leave a single possible value.',
  },
  {
    name: 'of the engine',
    given: finding('variance-differs', { label: 'Kansli' }),
    sv: '”Kansli”: den tryckta avvikelsen stämmer inte.',
    en: '“Kansli”: the printed variance does not hold.',
  },
])('a finding $name is told in both languages', ({ given, sv, en }) => {
  expect({ sv: findingText(given, 'sv'), en: findingText(given, 'en') }).toEqual({ sv, en })
})

const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort()
test.each(Object.entries(readingFindings))('both languages of %s have the same slots', (_code, { sv, en }) => {
  expect(slots(sv)).toEqual(slots(en))
})
