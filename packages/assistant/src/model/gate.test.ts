import type { Library } from '@finsam/domain'
import { describe, expect, test } from 'vitest'
import { gateText } from './gate.ts'
import type { GateFigure } from './gate-figure.ts'

const library: Pick<Library, 'associations' | 'linesOf'> = {
  associations: [
    { id: 'alfa', name: 'Samordningsförbundet Alfa', shortName: 'Alfa', aliases: [], predecessors: [], members: [], sources: [] },
    { id: 'beta', name: 'Samordningsförbundet Beta', shortName: 'Beta', aliases: [], predecessors: [], members: [], sources: [] },
  ],
  linesOf: () => [],
}
const base = { low: 0, high: 0, associations: ['alfa'], sources: [{ document: 'alfa-2024', line: 12, text: '' }] }
const money = (
  id: string,
  names: string[],
  value: number,
  year: number,
  scenario: 'budget' | 'actual' = 'budget',
  more: Partial<GateFigure> = {},
): GateFigure => ({ ...base, id, names, value, low: value, high: value, unit: 'kr', years: [year], scenarios: [scenario], ...more })
const figures: GateFigure[] = [
  money('f1', ['Enter'], 3_197_000, 2024),
  money('f2', ['NOVA'], 4_200_000, 2024),
  money('f3', ['NOVA'], 3_253_000, 2023),
  { ...money('f4', ['NOVA'], 947_000, 2024), years: [2023, 2024], direction: 'higher' },
  {
    ...base,
    id: 'f5',
    names: ['individinsatser', 'summa kostnader'],
    value: 66.3632,
    low: 66.36,
    high: 66.37,
    unit: 'percent',
    years: [2024],
    scenarios: ['budget'],
  },
  money('f6', ['Resultat', 'Årets resultat'], -1_945_000, 2024),
  money('f7', ['Enter'], 2_819_000, 2023, 'actual'),
  money('f8', ['Kansli'], 870_000, 2024, 'budget', { associations: ['beta'] }),
  {
    ...base,
    id: 'f9',
    names: ['deltagare i ISA', 'ISA'],
    value: 55,
    low: 55,
    high: 55,
    unit: 'participants',
    years: [2024],
    scenarios: ['plan'],
  },
]
const refusals = (text: string, language: 'sv' | 'en' = 'sv', question = 'Vad kostar NOVA 2024?'): string[] =>
  gateText({ text, slots: [], figures, facts: ['2023-11-16'], question, language, library: library as Library }).flatMap(sentence =>
    sentence.refusals.map(refusal => `${refusal.number}: ${refusal.why}`),
  )

describe('lets honest sentences through', () => {
  test.each([
    'Enter kostar 3 197 000 kr i budgeten för 2024.',
    'NOVA får 4,2 mnkr 2024 och Enter 3,2 mnkr.',
    '4 200 000 kr går till NOVA och 3 197 000 kr till Enter.',
    'NOVA ökar med 947 000 kr, från 3 253 000 kr 2023 till 4 200 000 kr 2024.',
    'Individinsatser utgör 66,4 % av kostnaderna 2024.',
    'Resultatet 2024 är ett underskott på 1 945 000 kr.',
    'Resultat 2024: −1 945 000 kr.',
    'Budgeten beslutades 2023-11-16.',
    'Siffran står på rad 12.',
    'Betas kansli kostar 870 tkr.',
    'ISA räknar med 55 deltagare.',
    'Kostnaden för NOVA är fyra miljoner tvåhundra tusen kronor 2024.',
  ])('%s', text => expect(refusals(text)).toEqual([]))
})

describe('refuses what the engine did not compute in that role', () => {
  test.each([
    ['rows swapped', 'Enter kostar 4 200 000 kr och NOVA 3 197 000 kr.'],
    ['rows swapped, amount first', '4 200 000 kr går till Enter och 3 197 000 kr till NOVA.'],
    ['year swapped', 'NOVA kostar 3 253 000 kr 2024.'],
    ['scenario swapped', 'Utfallet för Enter 2024 blev 3 197 000 kr.'],
    ['association swapped', 'Alfas kansli kostar 870 000 kr.'],
    ['direction turned', 'NOVA minskar med 947 000 kr mellan 2023 och 2024.'],
    ['deficit called surplus', 'Resultatet 2024 är ett överskott på 1 945 000 kr.'],
    ['minus lost', 'Resultatet 2024 är 1 945 000 kr.'],
    ['scale wrong', 'NOVA kostar 4 200 mnkr 2024.'],
    ['thousands taken for kronor', 'NOVA kostar 4 200 kr 2024.'],
    ['points for percent', 'Individinsatser utgör 66,4 procentenheter.'],
    ['percent of something made up', 'Andelen är 70 %.'],
    ['number word', 'NOVA kostar fem miljoner kronor.'],
    ['half', 'NOVA tar hälften av pengarna.'],
    ['double', 'NOVA kostar dubbelt så mycket som Enter.'],
    ['small integer', 'ISA räknar med 56 deltagare.'],
    ['date made up', 'Budgeten beslutades 2023-11-23.'],
    ['line made up', 'Siffran står på rad 99.'],
    ['denied', 'Enter kostar inte 3 197 000 kr.'],
    ['too coarse', 'Individinsatser utgör 67 %.'],
    ['in a table', '| NOVA | 3 197 000 kr |\n| Enter | 4 200 000 kr |'],
  ])('%s: %s', (_, text) => expect(refusals(text)).not.toEqual([]))
})
