import { describe, expect, test } from 'vitest'
import { exampleCatalogue, frameOfLast, framesOf } from '../test-support/frames-of.ts'
import { associate } from './associate.ts'

describe('points: scenario and time belong together', () => {
  test.each([
    [
      'prognos 2023 mot budget 2024',
      [
        ['forecast', 2023],
        ['budget', 2024],
      ],
    ],
    [
      'avvikelse prognos mot budget 2023',
      [
        ['forecast', 2023],
        ['budget', 2023],
      ],
    ],
    [
      'budget 2023 och 2024',
      [
        ['budget', 2023],
        ['budget', 2024],
      ],
    ],
    ['the 2023 forecast', [['forecast', 2023]]],
    [
      'kostnader 2023–2025',
      [
        [undefined, 2023],
        [undefined, 2024],
        [undefined, 2025],
      ],
    ],
  ] as const)('%s', (text, points) => {
    expect(frameOfLast(text).points.map(({ scenario, time }) => [scenario, time?.year])).toEqual(points)
  })

  test.each([
    ['vid utgången av 2024', { year: 2024, edge: 'closing' }],
    ['vid ingången av 2024', { year: 2024, edge: 'opening' }],
    ['första halvåret 2024', { year: 2024, half: true, day: '2024-06-30' }],
    ['t o m augusti 2024', { year: 2024, half: true, day: '2024-08-31' }],
    ['tertial 1 2024', { year: 2024, half: true, day: '2024-04-30' }],
    ['de första nio månaderna 2024', { year: 2024, half: true, day: '2024-09-30' }],
    ['per 2024-06-30', { year: 2024, day: '2024-06-30', half: true }],
    ['i slutet av juni 2024', { year: 2024, day: '2024-06-30', half: true, edge: 'closing' }],
    ['at the end of June 2024', { year: 2024, day: '2024-06-30', half: true, edge: 'closing' }],
    ['31 december 2024', { year: 2024, day: '2024-12-31', edge: 'closing' }],
    ['januari–augusti 2024', { year: 2024, day: '2024-08-31', half: true }],
  ] as const)('%s', (text, time) => expect(frameOfLast(text).points[0]?.time).toEqual(time))
})

describe('clauses', () => {
  test.each([
    ['Vem är chef och vem är hon anställd av?', [true, true]],
    ['Bryggan är stor. Vad kostar den?', [false, true]],
    ['Vad kostar Bryggan och Team Ekby?', [true]],
    ['Vad kostar Bryggan o vad blir det per deltagare?', [true, true]],
    ['Hur många deltog, hur många avslutades och hur många gick till arbete?', [true, true, true]],
    ['Vad blev resultatet och räcker det till målet?', [true, true]],
    ['Vad var resultatet och var det bättre än budget?', [true, true]],
    ['Vilken insats avviker mest och med hur mycket?', [true]],
  ] as const)('%s', (text, asks) => expect(framesOf(text).map(({ clause }) => clause.asks)).toEqual(asks))
})

describe('what is left out', () => {
  test('a bracket with not excludes what it names', () => {
    expect(frameOfLast('Vad kostar teamen (inte Bryggan) 2024?').excluded).toHaveLength(1)
  })
  test('a dangling exclusion has no place', () => {
    expect(frameOfLast('Vad kostar Bryggan utan lokaler?').unplaced.map(({ why }) => why)).toContain('exclusion')
  })
})

describe('words without a place', () => {
  test.each([
    ['Vad kostar Bryggan i Göteborg?', 'Göteborg', 'name'],
    ['Hur stora är kostnaderna för julfesten?', 'julfesten', 'word'],
  ] as const)('%s', (text, word, why) => {
    expect(frameOfLast(text).unplaced.find(one => one.text === word)?.why).toBe(why)
  })
  test('politeness has one', () => {
    expect(frameOfLast('Hej, kan du snälla säga vad Bryggan kostar?').unplaced).toEqual([])
  })
})

test('a line that only one association owns tells the association', () => {
  expect(associate(exampleCatalogue, frameOfLast('Vad kostar Bryggan?'))).toEqual({ kind: 'named', ids: ['norrvik'] })
})
