import { expect, test } from 'vitest'
import { withComparedTimes } from './columns-beside.ts'
import type { DraftColumn } from './draft-column.ts'

const year = { from: '2025-01-01', to: '2025-12-31' }
const months = { from: '2025-01-01', to: '2025-04-30' }
const budget: DraftColumn = { label: 'Budget', scenario: 'budget', period: months }
const actual: DraftColumn = { label: 'Utfall', scenario: 'actual', period: months }
const variance: DraftColumn = { label: 'Avvikelse', scenario: 'variance', period: year }
const percent: DraftColumn = { label: 'Avvikelse %', scenario: 'variance', period: year, measure: 'share' }

test.each([
  { name: 'a variance has the time of what it compares', columns: [budget, actual, variance], times: [months, months, months] },
  { name: 'its percent behind it, too', columns: [budget, actual, variance, percent], times: [months, months, months, months] },
  { name: 'and a percent without it', columns: [budget, actual, percent], times: [months, months, months] },
  {
    name: 'one that names its time keeps it',
    columns: [budget, actual, { ...variance, label: 'Avvikelse helår' }],
    times: [months, months, year],
  },
  { name: 'of two times none is taken', columns: [{ ...budget, period: year }, actual, variance], times: [year, months, year] },
])('$name', ({ columns, times }) => expect(withComparedTimes(columns, []).map(({ period }) => period)).toEqual(times))
