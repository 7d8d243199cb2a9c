import { expect, test } from 'vitest'
import { buildAWhatIf } from '../../examples/build-a-what-if.ts'
import { checkABudget } from '../../examples/check-a-budget.ts'
import { correctAnAmount } from '../../examples/correct-an-amount.ts'
import { explainAShare } from '../../examples/explain-a-share.ts'
import { firstProgram } from '../../examples/first-program.ts'
import { layWhatIfsSideBySide } from '../../examples/lay-what-ifs-side-by-side.ts'
import { mapYourOwnLines } from '../../examples/map-your-own-lines.ts'
import { rankAssociations } from '../../examples/rank-associations.ts'

const plain = (lines: readonly string[]): readonly string[] => lines.map(line => line.replaceAll('\u00a0', ' '))

test('a first program explains a share, and is told the nearest of what it misspelled', () => {
  expect(plain(firstProgram())).toEqual([
    'Kansli, budget 2026 i procent av Summa kostnader, budget 2026: 16,9 % (1 050 000 / 6 200 000 = 16,9 %).',
    'Kansli, budget 2026 i procent av Summa kostnader, budget 2026: 16,9 %',
    '  Kansli, budget 2026: 1 050 000 kr',
    '  Summa kostnader, budget 2026: 6 200 000 kr',
    'Ingen rad ”exempel/kansliet” är känd; använd nyckeln för en av förbundets rader. Närmast: Kansli',
  ])
})

test('a budget of your own is checked', () => {
  expect(plain(checkABudget())).toEqual([
    'Ja. Fördelning mellan staten, regionen och kommunerna: 50 %.',
    'Nej. Fel bland 4 prövade summor: 1.',
    'Nej. Årets resultat: −210 000 kr.',
    'För kännedom. År som planen omfattar, från budgetåret: 2.',
    'rad 10: sum-differs-from-total 900 + 150 + 4 200 + 950 = 6 200 ≠ 6 210',
    'rad 10: costs-exceed-income',
    'rad 1: plan-too-short',
  ])
})

test('a what-if tells its years and its assumptions', () => {
  const lines = plain(buildAWhatIf())
  expect(lines.slice(0, 4)).toEqual([
    'Utgående eget kapital 2026, antaget: 900 000 kr',
    'Utgående eget kapital 2027, antaget: 300 000 kr',
    'Utgående eget kapital 2028, antaget: −840 000 kr',
    'Utgående eget kapital 2029, antaget: −2 040 000 kr',
  ])
  expect(lines).toContain('Antagande: Statens bidrag minskar med 10 % per år från 2027, som lägst till 2 400 000 kr.')
  expect(lines).toContain('Det egna kapitalet tar slut 2028.')
})

test('a share explains itself and survives JSON', () => {
  expect(plain(explainAShare())).toEqual([
    '(900 000 + 150 000) / 6 210 000 = 16,9 %',
    'Administration share: 16.9% ((900,000 + 150,000) / 6,210,000 = 16.9%).',
    'Administrationens andel: 16,9 %',
    '  Administration: 1 050 000 kr',
    '    Kansli, budget 2026: 900 000 kr (rad 6)',
    '    Styrelse, budget 2026: 150 000 kr (rad 7)',
    '  Summa kostnader, budget 2026: 6 210 000 kr (rad 10)',
    'JSON: samma igen',
  ])
})

test('your own lines find their concepts', () => {
  expect(mapYourOwnLines()).toEqual([
    'Medlemsavgifter: Medlemsbidrag (synonym)',
    'Verksamhetens intikter: Summa intäkter (inferred)',
    'Arvoden till styrelse: Styrelse (synonym)',
    'Revisorer: Revision (synonym)',
    'Kaffe och bullar: inget begrepp',
  ])
})

test('associations rank', () => {
  expect(plain(rankAssociations()).slice(0, 2)).toEqual(['1. Granne: 25 %', '2. Exempel: 16,9 %'])
})

test('what-ifs stand side by side, and a contribution is solved for', () => {
  expect(plain(layWhatIfsSideBySide())).toEqual([
    'Som planerat: 900 tkr, 300 tkr, −300 tkr',
    'Utan utbildningar: 900 tkr, 1 050 tkr, 1 200 tkr',
    'Nytt team: 900 tkr, 0 tkr, −900 tkr',
    'Antagande: Utbildningar utgår från 2027.',
    'Antagande: en ny rad, Team Lillby (Individinsatser), med 300 000 kr per år från 2027.',
    'Medlemsbidrag 2027 som ger årets resultat 0 kr: 6 000 000 kr (5 400 000 + (0 − (5 400 000 − 6 000 000)) = 6 000 000 kr).',
  ])
})

test('a corrected total makes its sum come out', () => {
  expect(plain(correctAnAmount())).toEqual([
    'exempel/summa-kostnader|budget 2026-01-01..2026-12-31 kr',
    'Nej. Fel bland 4 prövade summor: 1.',
    'Ja. Fel bland 4 prövade summor: 0.',
    'Utan verkan: 0',
  ])
})
