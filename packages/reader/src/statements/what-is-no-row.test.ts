import { expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const read = (lines: readonly string[]) => readStatements(parseTextDocument(lines.join('\n'), { id: 'x', hash: '' }), {}).statements
const budget = [
  'Verksamhetsplan 2025',
  '',
  'Budget 2025, tkr',
  'Tkr 2024 2025',
  'Försäkringskassan 2 400 2 448',
  'Region Norr 2 400 2 448',
  'Summa intäkter 4 800 4 896',
  'Kansli 1 290 1 325',
  'Team Norr 3 510 3 571',
  'Summa kostnader 4 800 4 896',
]
const labels = (lines: readonly string[]) => read(lines).flatMap(statement => statement.lines.map(({ label }) => label))

test('how to reach somebody, below a table, adds no row to it', () => {
  const reach = [
    '',
    '13',
    'Kontakt',
    'Förbundet',
    'Box 84',
    '455 22 Norrby',
    'Telefon 0524-181 43',
    'Plusgiro 48 12 90-6',
    'Utvecklare Kim Ek 070-655 81 34',
  ]
  expect(labels([...budget, ...reach])).toEqual(labels(budget))
})

test('days on which one meets are no amounts', () => {
  const meetings = ['', 'Möten 2025', '13 november kl. 13.00-16.00 Budget 2026', 'Beredningsgrupp: 14/1, 4/3, 20/5, 2/9, 21/10']
  expect(labels([...budget, ...meetings])).toEqual(labels(budget))
})

test('a letterhead between the rows of a table names no column and ends no table', () => {
  const torn = [...budget.slice(0, 8), '2025-02-27', 'Dnr 2025/14', 'Sida 13 av 20', ...budget.slice(8)]
  expect(read(torn).map(({ columns, lines }) => [columns.map(({ id }) => id), lines.length])).toEqual(
    read(budget).map(({ columns, lines }) => [columns.map(({ id }) => id), lines.length]),
  )
})

test('means of answers on a scale are read, in rows that are numbered, and are no money', () => {
  const survey = [
    'Resultat i enkäten, medelvärde på en femgradig skala:',
    '',
    'Fråga 2023 2024',
    '1. Stödet var anpassat efter mina behov 3,8 4,1',
    '2. Jag hade inflytande över planeringen 4,0 4,2',
    '3. Myndigheterna samarbetade 3,5 3,4',
  ]
  const [found] = read(['Verksamhetsplan 2025', '', ...survey])
  expect(found?.unit).toBe('count')
  expect(found?.lines.map(({ values }) => Object.values(values).map(({ amount }) => amount))).toEqual([
    [3.8, 4.1],
    [4, 4.2],
    [3.5, 3.4],
  ])
})
