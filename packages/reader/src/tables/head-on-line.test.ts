import { describe, expect, test } from 'vitest'
import { headOnLine } from './head-on-line.ts'

const lay = (text: string, printed: string, under: readonly string[] = []): readonly string[] | undefined =>
  headOnLine(
    [text, ...under].map((line, index) => ({ number: index + 1, text: line })),
    printed.length,
    [...printed].map(mark => mark === '%'),
    [],
  )?.cells.map(({ text: words, measure, year, days, months }) =>
    [words, measure, year, days.join('..'), months?.join('-')].filter(part => part).join(' | '),
  )

describe('a head on one line', () => {
  test.each([
    {
      what: 'inhabitants of a day, shares and years',
      line: 'Part Folkmängd 24-11-01 Andel 2025 2026 Förändring',
      printed: '-%---',
      cells: ['Folkmängd 24-11-01 | population | 2024-11-01', 'Andel | share', '2025 | 2025', '2026 | 2026', 'Förändring | change'],
    },
    {
      what: 'a day in six figures',
      line: 'Kommun Invånare 221231 Andel Bidrag 2024',
      printed: '-%-',
      cells: ['Invånare 2022-12-31 | population | 2022-12-31', 'Andel | share', 'Bidrag 2024 | 2024'],
    },
    {
      what: 'shares of the year before them',
      line: 'Belopp i tkr 2023 % av total 2024 % av total',
      printed: '-%-%',
      cells: ['2023 | 2023', '% av total | share | 2023', '2024 | 2024', '% av total | share | 2024'],
    },
  ])('parts $what by the columns that print percents', ({ line, printed, cells }) => expect(lay(line, printed)).toEqual(cells))

  test('names quarters, each three months, over the headings of rows', () =>
    expect(lay('Insats Kv 1 Kv 2 Kv 3 Kv 4 Summa', '-----', ['Utgifter'])).toEqual([
      'Kv 1 | 1-3',
      'Kv 2 | 4-6',
      'Kv 3 | 7-9',
      'Kv 4 | 10-12',
      'Summa | amount',
    ]))

  test.each([
    { what: 'words that name no share where percents stand', line: 'Kommun Invånare Bidrag 2024', printed: '-%' },
    { what: 'plain years', line: 'Kostnader 2023 2024', printed: '--' },
    { what: 'more words than columns', line: 'Norra Södra Östra Andel 2024', printed: '-%' },
  ])('$what are none', ({ line, printed }) => expect(lay(line, printed)).toBeUndefined())
})
