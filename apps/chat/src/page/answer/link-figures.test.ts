import type { Figure } from '@finsam/assistant'
import { expect, test } from 'vitest'
import { linkFigures } from './link-figures.ts'

const figure = (id: string, value: number, unit: Figure['unit'], role: Figure['role'] = 'answer'): Figure => ({
  id,
  role,
  label: id,
  value,
  unit,
  low: value,
  high: value,
  kind: 'printed',
  sources: [],
})
const share = figure('share', 66.363, 'percent')
const part = figure('part', 13_925_000, 'kr', 'input')
const whole = figure('whole', 20_983_000, 'kr', 'input')
const change = figure('change', -41_000, 'kr')
const places = figure('places', 55, 'participants')

test.each([
  {
    name: 'a share and its parts',
    text: '66,4 % (13 925 000 av 20 983 000).',
    figures: [share, part, whole],
    linked: ['66,4 %=share', '13 925 000=part', '20 983 000=whole'],
  },
  { name: 'hard spaces', text: '13\u00a0925\u00a0000\u00a0kr', figures: [part], linked: ['13\u00a0925\u00a0000\u00a0kr=part'] },
  { name: 'thousands in words', text: 'Det är 13 925 tkr', figures: [part], linked: ['13 925 tkr=part'] },
  { name: 'rounded millions', text: 'cirka 13,9 mnkr', figures: [part], linked: ['13,9 mnkr=part'] },
  { name: 'a change written without its sign', text: '41 tkr lägre', figures: [change], linked: ['41 tkr=change'] },
  { name: 'a change written with a minus', text: '−41 000 kr', figures: [change], linked: ['−41 000 kr=change'] },
  { name: 'a count', text: 'plats för 55 deltagare', figures: [places], linked: ['55=places'] },
  { name: 'a year is not a count', text: 'under 2024', figures: [figure('f', 2024, 'persons')], linked: [] },
  { name: 'a year is not kronor', text: 'under 2024', figures: [figure('f', 2024, 'kr')], linked: [] },
  { name: 'another value', text: '66,5 %', figures: [share], linked: [] },
  { name: 'the same digits in another unit', text: '66,4 kr', figures: [share], linked: [] },
  { name: 'digits inside a name or date', text: 'SFS55, 2023-11-55 och §55/7', figures: [places], linked: [] },
  {
    name: 'the same amount twice goes to both figures',
    text: '100 kr och 100 kr',
    figures: [figure('a', 100, 'kr'), figure('b', 100, 'kr', 'input')],
    linked: ['100 kr=a', '100 kr=b'],
  },
])('$name', ({ text, figures, linked }) => {
  const segments = linkFigures(text, figures, 'sv')
  expect(segments.map(segment => segment.text).join('')).toBe(text)
  expect(segments.filter(segment => segment.figure).map(segment => `${segment.text}=${segment.figure}`)).toEqual(linked)
})

test('English formats', () => {
  const segments = linkFigures('66.4% is SEK 13,925,000 of SEK 21.0 million.', [share, part, whole], 'en')
  expect(segments.filter(segment => segment.figure).map(segment => [segment.text, segment.figure])).toEqual([
    ['66.4%', 'share'],
    ['SEK 13,925,000', 'part'],
    ['SEK 21.0 million', 'whole'],
  ])
})
