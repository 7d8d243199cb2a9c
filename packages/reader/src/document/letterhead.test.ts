import { expect, test } from 'vitest'
import { findLetterheads } from './letterhead.ts'

const found = (...texts: readonly string[]) => [...findLetterheads(texts.map((text, at) => ({ number: at + 1, text })))]

test.each([
  { name: 'day, registration and page', lines: ['Team 1 2', '2030-02-27', 'Dnr 2030/14', 'Sida 13 av 20', 'Spår 3 4'], numbers: [2, 3, 4] },
  { name: 'registration before the day', lines: ['DELÅRSRAPPORT', 'Diarienr 2030:17', '2030-05-15', ''], numbers: [2, 3] },
  { name: 'a day that heads a column', lines: ['Tillgångar', '2030-12-31', 'Kassa 12'], numbers: [] },
  { name: 'a day under a page number', lines: ['Sida 3 av 9', '2030-12-31', 'Kassa 12'], numbers: [] },
  { name: 'a registration number alone', lines: ['Rapport', 'Dnr 2030/14', 'Inledning'], numbers: [] },
])('$name', ({ lines, numbers }) => {
  expect(found(...lines)).toEqual(numbers)
})
