import { describe, expect, test } from 'vitest'
import { findDates } from './dates.ts'

describe('finds dates that name their year', () => {
  test.each([
    ['Beslutad 2022-11-24', ['2022-11-24']],
    ['den 16 november 2023', ['2023-11-16']],
    ['avslutas sista december 2023', ['2023-12-31']],
    ['sista februari 2024', ['2024-02-29']],
    ['bildades i maj 2010', ['2010-05']],
    ['perioden 20180901-20220630', ['2018-09-01', '2022-06-30']],
    ['perioden 220101-220630', ['2022-01-01', '2022-06-30']],
    ['22-06-30 | 21-08-31', ['2022-06-30', '2021-08-31']],
    ['1 januari 2015 och 3 mars 2016', ['2015-01-01', '2016-03-03']],
    ['den 31 februari 2024 är ingen dag', ['2024-02']],
    ['2024-13-01 och 222000-1974', []],
    ['i åldern 16-64 år', []],
  ])('%s', (text, values) => {
    expect(findDates(text).map(date => date.value)).toEqual(values)
  })
})
