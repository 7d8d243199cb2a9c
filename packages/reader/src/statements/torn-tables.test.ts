import { describe, expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const read = (...lines: readonly string[]) =>
  readStatements(parseTextDocument(lines.join('\n'), { id: 'x', hash: '' }), { kind: 'plan', fiscalYear: 2026 })

const amounts = ({ statements }: ReturnType<typeof read>): readonly string[] =>
  statements.flatMap(statement =>
    statement.lines.map(line => `${line.label}: ${statement.columns.map(column => line.values[column.id]?.amount).join(' ')}`),
  )

const head = ['Resultatbudget, tkr', '        Utfall   Budget   Plan', '          2024     2026   2027']
const costs = ['Insatser -6 838 -7 680 -7 300', 'Kansli -1 688 -1 798 -1 840']

describe('a table over a page', () => {
  const page = (number: number): string => `Samordningsförbundet Dalen | Budget 2026 | ${number}`
  const far = Array<string>(9).fill('')
  test('goes on below the head of the page and its own head', () => {
    const reading = read(
      page(1),
      ...far,
      ...head,
      ...costs,
      '',
      page(2),
      ...head.slice(1),
      'Lokaler -171 -182 -186',
      'Summa kostnader -8 697 -9 660 -9 326',
      ...far,
      page(3),
    )
    expect(reading.statements).toHaveLength(1)
    expect(amounts(reading)).toEqual([
      'Insatser: -6838 -7680 -7300',
      'Kansli: -1688 -1798 -1840',
      'Lokaler: -171 -182 -186',
      'Summa kostnader: -8697 -9660 -9326',
    ])
    expect(reading.statements[0]?.lines.at(-1)?.sumOf).toHaveLength(3)
  })
})

describe('a row that goes on on the next line', () => {
  test('is one row', () => {
    const reading = read(...head, ...costs, 'Summa kostnader -8 526 -9 478', '-9 140', 'Årets resultat 119 -1 419 -1 600')
    expect(amounts(reading)).toContain('Summa kostnader: -8526 -9478 -9140')
    expect(reading.accounted.filter(({ line }) => line === 7)).toEqual([{ line: 7, start: 0, end: 6 }])
  })
  test('takes no total without a label for its rest', () => {
    const reading = read(...head, ...costs, '-8 526 -9 478 -9 140')
    expect(amounts(reading).slice(0, 2)).toEqual(['Insatser: -6838 -7680 -7300', 'Kansli: -1688 -1798 -1840'])
    expect(amounts(reading)[2]).toContain(': -8526 -9478 -9140')
  })
})

test('a decision between a label and its amounts is no amount and no prose', () =>
  expect(
    amounts(
      read(
        'Insatser, tkr',
        'Insats Huvudman Beslut Gäller t.o.m. 2025 2026 2027',
        'Teamet Timrå § 15/24 2026-12-31 1 180 1 200 1 000',
        'Vägen Ånge § 41/25 2027-06-30 640 660 330',
        'Stegen Regionen § 9/23 2026-06-30 620 310 –',
        'Summa insatser 2 440 2 170 1 330',
      ),
    ),
  ).toEqual(['Teamet Timrå: 1180 1200 1000', 'Vägen Ånge: 640 660 330', 'Stegen Regionen: 620 310 0', 'Summa insatser: 2440 2170 1330']))

test('kronor written with a colon and a dash', () =>
  expect(
    read('Utgifter 2026', 'Kansli 1 180 000:-', 'Styrelse 145 000:-', 'Insatser 2 830 000:-', 'Summa 4 155 000:-').statements.map(
      ({ unit, lines }) => [unit, lines.length],
    ),
  ).toEqual([['kr', 4]]))
