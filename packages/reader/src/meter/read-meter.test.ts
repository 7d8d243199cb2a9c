import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'
import { whyNoFigure } from './why-no-figure.ts'

describe('says why a number is thought to be no figure', () => {
  test.each([
    ['lagen (2003:1210) om', '2003:1210', 'law'],
    ['731 85 Köping', '731', 'postcode or street'],
    ['073-662 89 63', '073-662', 'telephone number'],
    ['6.1.2 Insatser', '6.1.2', 'heading or list number'],
    ['se bilaga 3', '3', 'reference'],
    ['Verksamhetsplan 2025', '2025', 'year'],
    ['den 5 maj möts vi', '5', 'date'],
    ['14', '14', 'page number'],
    ['Styrelsens uppdrag ..... 3', '3', 'page number'],
    ['6kat behov', '6', 'heading or list number'],
    ['ett 6kat behov', '6', 'misread letter'],
    ['och sedan 37 åter', '37', 'not understood'],
  ])('%s', (line, token, why) => {
    expect(whyNoFigure(line, line.indexOf(token), token)).toBe(why)
  })
})

test('what stands in a fact is accounted for, the rest is listed with its line', () => {
  const text = 'Samordningsförbundet Lagunda\n\n1. Styrelse\n\nStyrelsen består av 8 ledamöter och träffar 35 deltagare.\nSida 4'
  const result = readDocument({ bytes: new TextEncoder().encode(text), fileName: 'x.md', registry: { associations: [] } })
  expect(result.ok && result.value.reading.meter).toEqual({
    numbers: 4,
    accounted: 2,
    rest: [
      { line: 3, text: '1', why: 'heading or list number' },
      { line: 6, text: '4', why: 'page number' },
    ],
  })
})
