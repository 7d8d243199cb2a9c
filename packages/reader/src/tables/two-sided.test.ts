import { describe, expect, test } from 'vitest'
import { twoSided } from './two-sided.ts'

const stacked = (...texts: readonly string[]): readonly string[] =>
  twoSided(texts.map((text, at) => ({ number: at + 1, text }))).map(
    ({ number, text }) => `${number} ${text.trim().replace(/\t\s*/g, ' | ')}`,
  )
/** A table of marked cells. */
const marked = (...rows: readonly string[]): readonly string[] => stacked(...rows.map(row => row.replaceAll(' | ', '\t')))
const asTheyAre = (lines: readonly string[]): readonly string[] => lines.map((line, at) => `${at + 1} ${line}`)

describe('two lists side by side are set under one another', () => {
  test('marked cells under heads that repeat', () => {
    expect(
      marked(
        'Tillgångar | 2030 | 2029 | Skulder | 2030 | 2029',
        'Kassa | 10 | 8 | Leverantörer | 4 | 5',
        'Fordringar | 2 | 1 | Eget kapital | 8 | 4',
        'Tillsammans | 12 | 9 | Tillsammans | 12 | 9',
      ),
    ).toEqual([
      '1 Tillgångar | 2030 | 2029',
      '2 Kassa | 10 | 8',
      '3 Fordringar | 2 | 1',
      '4 Tillsammans | 12 | 9',
      '1 Skulder',
      '2 Leverantörer | 4 | 5',
      '3 Eget kapital | 8 | 4',
      '4 Tillsammans | 12 | 9',
    ])
  })
  test('marked cells that both end in a total, one list shorter than the other', () => {
    expect(
      marked('Bidrag | 90 | Lokaler | 20', 'Ränta | 10 | Löner | 60', ' |  | Resor | 20', 'Summa intäkter | 100 | Summa kostnader | 100'),
    ).toEqual([
      '1 Bidrag | 90',
      '2 Ränta | 10',
      '4 Summa intäkter | 100',
      '1 Lokaler | 20',
      '2 Löner | 60',
      '3 Resor | 20',
      '4 Summa kostnader | 100',
    ])
  })
  test('lines without marks', () => {
    expect(
      stacked(
        'INTÄKTER KOSTNADER',
        'Bidrag 1 090 000:- Lokaler 20 000:-',
        'Ränta 10 000 Löner 1 060 000',
        'Gåvor 1 000 Resor 21 000',
        'Summa intäkter 1 101 000 Summa kostnader 1 101 000',
      ),
    ).toEqual([
      '1 INTÄKTER',
      '2 Bidrag 1 090 000:-',
      '3 Ränta 10 000',
      '4 Gåvor 1 000',
      '5 Summa intäkter 1 101 000',
      '1 KOSTNADER',
      '2 Lokaler 20 000:-',
      '3 Löner 1 060 000',
      '4 Resor 21 000',
      '5 Summa kostnader 1 101 000',
    ])
  })
  test('every half keeps the place of its characters and the line as it is printed', () => {
    const text = 'Kassa\t10\tSkulder\t4'
    const lines = [text, 'Bank\t2\tLån\t8', 'Summa\t12\tSumma\t12'].map((own, at) => ({ number: at + 1, text: own }))
    const half = twoSided(lines)[3]
    expect(half).toEqual({ number: 1, text: '         Skulder\t4', printed: text })
  })
})

describe('what only looks so passes as it is', () => {
  test.each([
    {
      name: 'an owner between two years',
      lines: ['Team | 10 | Norrby kommun | 12', 'Spår | 4 | Region Alfa | 5', 'Summa | 14 | Båda | 17'],
    },
    { name: 'six columns of one list', lines: ['Team | 1 | 2 | 3 | 4 | 5', 'Spår | 4 | 5 | 6 | 7 | 8', 'Summa | 5 | 7 | 9 | 11 | 13'] },
  ])('$name', ({ lines }) => {
    expect(marked(...lines)).toEqual(asTheyAre(lines))
  })
  test.each([
    { name: 'labels that hold a number', lines: ['Not 4 Löner 20', 'Not 5 Resor 30', 'Not 6 Hyra 40', 'Summa 90'] },
    {
      name: 'sentences with two amounts',
      lines: ['Teamet kostar 40 och spåret 50', 'Resor tar 20 och hyra 30', 'Arvoden tar 5 och rådet 6'],
    },
  ])('$name', ({ lines }) => {
    expect(stacked(...lines)).toEqual(asTheyAre(lines))
  })
})
