import { describe, expect, test } from 'vitest'
import { plain } from '../labels/plain.ts'
import { findQuantities } from './quantity-mention.ts'

const read = (text: string): string[] =>
  findQuantities(plain(text)).map(({ value, unit, qualifier }) =>
    [typeof value === 'number' ? value : `${value.from}..${value.to}`, unit, qualifier ?? ''].join(' ').trim(),
  )

describe('finds quantities with unit and meaning', () => {
  test.each([
    ['Minst 85 % av deltagarna', ['85 percent min']],
    ['ca 50-55 deltagare samtidigt', ['50..55 participants about']],
    ['i åldern 16—64 år', ['16..64 years']],
    ['mellan 18 och 65 år', ['18..65 years']],
    ['13 ledamöter och 13 ersättare', ['13 persons', '13 persons']],
    ['sex ledamöter', ['6 persons']],
    ['drygt 1,3 miljoner', ['1.3 mnkr above']],
    ['ca 3 097 000 000 kr', ['3097000000 kr about']],
    ['299 tkr ska 200 tkr överföras', ['299 tkr', '200 tkr']],
    ['högst 3 veckor', ['3 weeks max']],
    ['ett resultat på -5 127 tkr', ['-5127 tkr']],
    ['2,5 miljarder kronor', ['2500 mnkr']],
  ])('%s', (text, quantities) => {
    expect(read(text)).toEqual(quantities)
  })
})

describe('leaves out numbers that name something', () => {
  test.each([
    'lag (2003:1210)',
    'den 4 april 2024',
    '4-5 april',
    'Org nr 222000-1974',
    'tel 021-12 34 56',
    '731 85 Köping',
    'se bilaga 3',
    'fråga 6 i enkäten',
    'Jobbfokus2.0',
    'under 2024',
    '6.1.2 Insatser',
    'enligt 5 §',
    '6kat användande',
  ])('%s', text => {
    expect(read(text)).toEqual([])
  })
})
