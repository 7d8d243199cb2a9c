import type { Citation } from '@finsam/assistant'
import { expect, test } from 'vitest'
import { linkPlaces } from './link-places.ts'

const at = (document: string, line: number, page?: number): Citation => ({ document, line, text: '', ...(page ? { page } : {}) })
const cited = [at('plan-2023', 243, 12), at('plan-2023 (utkast)', 9), at('plan-2024', 7)]

test.each([
  { name: 'with a page', text: '717 tkr (plan-2023, sida 12, rad 243).', linked: ['plan-2023, sida 12, rad 243'] },
  {
    name: 'in English, two of them',
    text: '(plan-2024, line 7; plan-2023, page 12, line 243)',
    linked: ['plan-2024, line 7', 'plan-2023, page 12, line 243'],
  },
  { name: 'a name with brackets', text: 'se plan-2023 (utkast), rad 9', linked: ['plan-2023 (utkast), rad 9'] },
  { name: 'a line that nothing cites', text: '(plan-2024, rad 8)', linked: [] },
  { name: 'a document that nothing cites', text: '(budget-2024, rad 7)', linked: [] },
  { name: 'no place', text: 'plan-2024 kostar 7 tkr', linked: [] },
])('$name', ({ text, linked }) => {
  const stretches = linkPlaces(text, cited)
  expect(stretches.map(stretch => stretch.text).join('')).toBe(text)
  expect(stretches.filter(({ place }) => place).map(stretch => stretch.text)).toEqual(linked)
})
