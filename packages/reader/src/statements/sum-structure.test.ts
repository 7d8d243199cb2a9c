import { describe, expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const linesOf = (text: string) =>
  readStatements(parseTextDocument(text, { id: 'x', hash: '' }), {}).statements.flatMap(statement => statement.lines)
const lineOf = (text: string, label: string) => linesOf(text).find(line => line.label.startsWith(label))
const amountsOf = (text: string, label: string) => Object.values(lineOf(text, label)?.values ?? {}).map(cell => cell?.amount)

const balance = (equity: string): string => `Balansbudget (tkr)

	Bokslut 2021	Budget 2022	Prognos 2022	Budget 2023
Fordringar	33	12	14	15
Kassa och bank	1798	474	746	299
Summa tillgångar	1831	486	760	314
Eget kapital	1348	${equity}	746	299
Kortfristiga skulder	483	12	14	15
Summa skulder	483	12	14	15
Summa eget kapital och skulder	1831	486	760	314
`

describe('a total that repeats another and sums the rows above it', () => {
  test('is their sum, also where one of them is damaged', () => expect(lineOf(balance('174'), 'Summa eget kapital')?.sumOf).toHaveLength(2))
  test('proves the damaged one', () =>
    expect(Object.values(lineOf(balance('174'), 'Eget kapital')?.values ?? {})[1]).not.toMatchObject({ amount: 174, status: 'printed' }))
})

test('a result without its minus is no repetition of the costs', () => {
  const text = `Budget 2023 (tkr)

	Budget 2023
Statsbidrag	0
Summa intäkter	0
Team Nord	1811
Team Syd	4893
Summa kostnader	6704
Årets resultat	6704
Ingående eget kapital	8730
Utgående eget kapital	2026
`
  expect(amountsOf(text, 'Årets resultat')).toEqual([-6704])
  expect(amountsOf(text, 'Ingående')).toEqual([8730])
})

test('a sum of totals takes them all, also where it does not hold', () => {
  const text = `Budget 2023 (kronor)

	Plan 2024	Plan 2025
Statsbidrag	3 000	5 300
Summa intäkter	3 000	5 300
Administration
Kansli	-1 090 700	-974 400
Summa administration	-11 090 709	97A 400
Individinriktade insatser
Utbildning	-4 472	-2 920
Mobilt team	0	-6 992 931
Summa individinriktade insatser	-4 472	-6 995 851
Strukturella insatser
Processledning	-44 300	-29 799
Revision	-3 700	-5 700
Summa strukturella insatser	-48 000	-35 499
Summa kostnader	-1 143 172	-8 003 750
`
  expect(lineOf(text, 'Summa kostnader')?.sumOf).toHaveLength(3)
})

test('rows with all their numbers are not read another way to suit a row with a blank', () => {
  const text = `Balansbudget (tkr)

Bokslut 2021 Budget 2022 Prognos 2022 Budget 2023
Fordringar 33 0 0 0
Kassa och bank 1798 474 746 299
Summa tillgångar 1831 474 746 299
Eget kapital 1348 474 746 299
Kortfristiga skulder 483 0 0
Summa skulder 483 0 0
Summa eget kapital och skulder 1831 474 746
`
  expect(amountsOf(text, 'Kassa')).toEqual([1798, 474, 746, 299])
  expect(amountsOf(text, 'Summa tillgångar')).toEqual([1831, 474, 746, 299])
})
