import { expect, test } from 'vitest'
import { isMeetingLine } from './meeting-lines.ts'

test.each([
  ['Beredningsgrupp: 14/1, 4/3, 20/5', true],
  ['27 mars kl. 9.00–12.00 Årsredovisning', true],
  ['Eget kapital 1/1 120 30/4 140', false],
  ['Klädbutiken 9.00 12.00', false],
])('%s is about meetings: %s', (text, expected) => {
  expect(isMeetingLine(text)).toBe(expected)
})
