import type { PlainBudget } from '@finsam/domain'

/** A made-up association's budget, as it might come from a spreadsheet: thousands of kronor, two years. */
export const myBudget: PlainBudget = {
  id: 'exempel-2026',
  title: 'Budget 2026 med plan 2027',
  association: { id: 'exempel', name: 'Samordningsförbundet Exempel' },
  fiscalYear: 2026,
  unit: 'tkr',
  columns: [
    { scenario: 'budget', year: 2026 },
    { scenario: 'plan', year: 2027 },
  ],
  lines: [
    { label: 'Försäkringskassan', nature: 'income', amounts: [3_000, 2_700], section: 'Intäkter' },
    { label: 'Region Exempel', nature: 'income', amounts: [1_500, 1_350], section: 'Intäkter' },
    { label: 'Storby kommun', nature: 'income', amounts: [1_000, 900], section: 'Intäkter' },
    { label: 'Lillby kommun', nature: 'income', amounts: [500, 450], section: 'Intäkter' },
    {
      label: 'Summa medlemsbidrag',
      nature: 'income',
      amounts: [6_000, 5_400],
      adds: ['Försäkringskassan', 'Region Exempel', 'Storby kommun', 'Lillby kommun'],
    },
    { label: 'Kansli', nature: 'cost', amounts: [900, 900], section: 'Administration' },
    { label: 'Styrelse', nature: 'cost', amounts: [150, 150], section: 'Administration' },
    { label: 'Samordningsteam', nature: 'cost', amounts: [4_200, 4_200], section: 'Individinsatser' },
    { label: 'Utbildningar', nature: 'cost', amounts: [950, 750], section: 'Strukturella insatser' },
    { label: 'Summa kostnader', nature: 'cost', amounts: [6_210, 6_000], adds: ['Kansli', 'Styrelse', 'Samordningsteam', 'Utbildningar'] },
    { label: 'Utgående eget kapital', nature: 'equity', amounts: [900, null] },
  ],
}
