import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { shareAnswer } from '../../test/small-context.ts'
import { answerSheets } from './answer-sheets.ts'
import { csvOf } from './csv.ts'
import { xlsxOf } from './xlsx.ts'

const sheets = answerSheets(shareAnswer('Hur stor andel?'))

test('figures stand with exact values, formula and the numbers of their sources', () => {
  expect(sheets[1]?.rows[1]).toEqual([
    'ingår',
    'Samordningsteam, budget 2024',
    3_050_000,
    'kr',
    3_049_500,
    3_050_500,
    'härledd',
    'budget',
    '2024',
    undefined,
    '1',
  ])
  expect(sheets[1]?.rows[0]?.slice(-2)).toEqual(['3 050 000 / 4 150 000 = 73,5 %', '1, 2'])
  expect(sheets.at(-1)?.rows).toEqual([
    [1, 'testbygden-2024', 2, 9, 'Samordningsteam                       2 900             Y'],
    [2, 'testbygden-2024', 2, 10, 'Summa kostnader                       3 900         4 150'],
  ])
})

test.each([
  { name: 'a formula', cell: '=1+1', written: "'=1+1" },
  { name: 'a plus', cell: '+46', written: "'+46" },
  { name: 'an at sign', cell: '@SUM(A1)', written: "'@SUM(A1)" },
  { name: 'a tab', cell: '\t=1', written: "'\t=1" },
  { name: 'a hyphen before text', cell: '-cmd', written: "'-cmd" },
  { name: 'a formula in quotes', cell: '=HYPERLINK("x";"y")', written: '"\'=HYPERLINK(""x"";""y"")"' },
  { name: 'a negative number', cell: -5.5, written: '-5,5' },
  { name: 'semicolon and line break', cell: 'a;b\nc', written: '"a;b\nc"' },
  { name: 'plain words', cell: 'Årets resultat', written: 'Årets resultat' },
])('CSV: $name', ({ cell, written }) => {
  expect(csvOf([{ name: 'x', columns: [], rows: [[cell]] }])).toBe(`\uFEFF${written}\r\n`)
})

test('the Excel file opens, keeps numbers as numbers and holds no formula', async () => {
  const book = read(await xlsxOf(sheets), { cellFormula: true })
  expect(book.SheetNames).toEqual(['Svar', 'Siffror', 'Tabell', 'Källor'])
  const cells = book.SheetNames.flatMap(name =>
    Object.values(book.Sheets[name] ?? {}).filter(cell => typeof cell === 'object' && 't' in cell),
  )
  expect(cells.filter(cell => 'f' in cell)).toEqual([])
  expect(book.Sheets.Siffror?.C3).toMatchObject({ t: 'n', v: 3_050_000 })
  expect(book.Sheets.Tabell?.A4).toMatchObject({ t: 's', v: '=HYPERLINK("http://ont.example")' })
  expect(utils.sheet_to_json(book.Sheets.Källor ?? {})).toHaveLength(2)
})
