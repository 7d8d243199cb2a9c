import type { Words } from '../model/language.ts'

/**
 * What each finding of the engine says to a reader; `{label}`, `{column}` and the like are the finding's parameters. The sum that was tried stands beside it and is not repeated.
 * @example findingWordings['equity-runs-out']?.sv // 'Det egna kapitalet tar slut under perioden.'
 */
export const wordings: Readonly<Record<string, Words>> = {
  'sum-differs-from-total': {
    sv: '”{label}” ({column}): raderna går inte ihop med den tryckta summan, och avrundning förklarar inte skillnaden.',
    en: '“{label}” ({column}): the rows do not add up to the printed total, and rounding does not explain the difference.',
  },
  'sum-undecided': {
    sv: '”{label}” ({column}): summan går inte att pröva, för ett av beloppen kan läsas på flera sätt.',
    en: '“{label}” ({column}): the sum cannot be tried, for one of its amounts can be read in several ways.',
  },
  'printings-differ': {
    sv: '”{label}” är tryckt med olika belopp på olika ställen, mer än avrundning förklarar.',
    en: '“{label}” is printed with different amounts in different places, beyond rounding.',
  },
  'balance-differs': {
    sv: '”{label}”: tillgångar och skulder med eget kapital är inte lika stora.',
    en: '“{label}”: assets do not equal liabilities and equity.',
  },
  'equity-does-not-roll': {
    sv: 'Ingående eget kapital och årets resultat ger inte det utgående egna kapitalet.',
    en: 'Opening equity and the year’s result do not give closing equity.',
  },
  'cash-flow-differs': {
    sv: 'Kassaflödet förklarar inte skillnaden mellan ingående och utgående likvida medel.',
    en: 'The cash flow does not explain the difference between opening and closing cash.',
  },
  'debt-printed': {
    sv: '”{label}”: {amount} kr är lånat. Ett samordningsförbund får inte skuldsätta sig.',
    en: '“{label}”: {amount} kr is borrowed. An association may not take up loans.',
  },
  'plan-too-short': {
    sv: 'Antal år som planen omfattar från {firstYear}: {years}. Tre år med budgetåret först är det vanliga.',
    en: 'Years that the plan covers from {firstYear}: {years}. Three with the budget year first are usual.',
  },
  'budget-decided-late': {
    sv: 'Budgeten är beslutad {decided}, efter {deadline}.',
    en: 'The budget was decided on {decided}, after {deadline}.',
  },
  'variance-differs': { sv: '”{label}”: den tryckta avvikelsen stämmer inte.', en: '“{label}”: the printed variance does not hold.' },
  'variance-off-by-rounding': {
    sv: '”{label}”: den tryckta avvikelsen är {printed}; skillnaden mellan kolumnerna är {computed}. Avrundning förklarar det.',
    en: '“{label}”: the printed variance is {printed}; the difference between the columns is {computed}. Rounding explains it.',
  },
  found: { sv: 'Orden står här.', en: 'The words stand here.' },
  'share-differs': {
    sv: 'En andel i texten stämmer inte med tabellens belopp.',
    en: 'A share in the text does not match the amounts of the table.',
  },
  'contribution-split-differs': {
    sv: 'Bidragen är inte fördelade med hälften från staten, en fjärdedel från regionen och en fjärdedel från kommunerna (5 §).',
    en: 'Contributions are not split into one half from the state, one quarter from the region and one quarter from the municipalities (section 5).',
  },
  'costs-exceed-income': {
    sv: 'Kostnaderna är större än intäkterna (11 kap. 5 § kommunallagen).',
    en: 'Costs exceed income (Local Government Act, chapter 11, section 5).',
  },
  'equity-above-ceiling': {
    sv: 'Det egna kapitalet ligger över det tak som dokumentet anger.',
    en: 'Equity is above the ceiling that the document states.',
  },
  'decrease-above-limit': {
    sv: 'Statens bidrag minskar mer än tioprocentsspärren.',
    en: 'The state’s contribution falls by more than the ten per cent limit.',
  },
  'liabilities-exceed-current-assets': {
    sv: 'De kortfristiga skulderna är större än omsättningstillgångarna.',
    en: 'Current liabilities exceed current assets.',
  },
  'hand-over-differs': {
    sv: 'Det som ett tidigare förbund lämnar över är inte det som det nya räknar med att få.',
    en: 'What a former association hands over is not what its successor expects.',
  },
  'equity-runs-out': { sv: 'Det egna kapitalet tar slut under perioden.', en: 'Equity runs out during the period.' },
}
