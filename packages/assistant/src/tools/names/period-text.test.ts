import { describe, expect, test } from 'vitest'
import { formatPeriodKey, parseWantedPeriod } from './period-text.ts'

describe('a period as callers write it', () => {
  test.each([
    ['2024', ['2024', '2024-12-31']],
    ['2022 H1', ['2022-01-01..2022-06-30', '2022-06-30']],
    ['2022-h2', ['2022-07-01..2022-12-31', '2022-12-31']],
    ['2022-01..2022-08', ['2022-01-01..2022-08-31']],
    ['2024-01..2024-02', ['2024-01-01..2024-02-29']],
    ['2023-12-31', ['2023-12-31']],
    ['2022-01-01..2022-06-30', ['2022-01-01..2022-06-30']],
  ])('%s', (text, periods) => {
    expect(parseWantedPeriod(text).map(formatPeriodKey)).toEqual(periods)
  })

  test.each(['', 'next year', '24', '2024-02-30', '2024-13..2024-14', '2024-06-30..2024-01-01', '2024 H3'])('refuses %j', text => {
    expect(() => parseWantedPeriod(text)).toThrow(/is not a period\. Write a year/)
  })
})
