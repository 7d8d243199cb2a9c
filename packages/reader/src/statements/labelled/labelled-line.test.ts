import { expect, test } from 'vitest'
import { labelledAmounts } from './labelled-line.ts'

const read = (text: string) =>
  labelledAmounts({ number: 1, text }).map(({ caption, name, amount, unit, scenario, year, start, printed }) => {
    expect(text.slice(start, start + printed.length)).toBe(printed)
    return [caption, name, amount, unit, scenario, year]
  })

test.each([
  { text: 'Budget: 850 000 kr', amounts: [['Budget', undefined, 850_000, 'kr', 'budget', undefined]] },
  { text: '**Budget 2025:** 1,9 mnkr per år', amounts: [['Budget', undefined, 1.9, 'mnkr', 'budget', 2025]] },
  { text: 'Beviljade medel 2025: 640 tkr', amounts: [['Beviljade medel', undefined, 640, 'tkr', 'budget', 2025]] },
  { text: '| Utfall 2023 | 912 300 kr |', amounts: [['Utfall', undefined, 912_300, 'kr', 'actual', 2023]] },
  {
    text: 'Kostnad 2025: 1,85 mnkr (2024: 1,80 mnkr)',
    amounts: [
      ['Kostnad', undefined, 1.85, 'mnkr', undefined, 2025],
      ['Kostnad', undefined, 1.8, 'mnkr', undefined, 2024],
    ],
  },
  {
    text: 'Budget 2026: 720 000:- (2025: 705 000:-)',
    amounts: [
      ['Budget', undefined, 720_000, 'kr', 'budget', 2026],
      ['Budget', undefined, 705_000, 'kr', 'budget', 2025],
    ],
  },
  { text: 'Budgeterad volym: 55 deltagare', amounts: [['Budgeterad volym', undefined, 55, 'participants', undefined, undefined]] },
  { text: 'Deltagare: 65 per år', amounts: [['Deltagare', undefined, 65, 'participants', undefined, undefined]] },
  { text: 'Antal deltagare i Vägen in: 60', amounts: [['Antal deltagare', 'Vägen in', 60, 'participants', undefined, undefined]] },
  { text: 'Summa kostnader: 850 000 kr', amounts: [] },
  { text: 'Projektägare: Granviks kommun', amounts: [] },
  { text: 'Budgeten för 2025 är 850 000 kr lägre än i fjol', amounts: [] },
  { text: '| Budget | 850 000 kr | 900 000 kr |', amounts: [] },
])('$text', ({ text, amounts }) => {
  expect(read(text)).toEqual(amounts)
})
