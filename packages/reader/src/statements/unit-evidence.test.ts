import { describe, expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const read = (lines: readonly string[]) => readStatements(parseTextDocument(lines.join('\n'), { id: 'x', hash: '' }), {})
const unitsOf = (lines: readonly string[]) => read(lines).statements.map(statement => statement.unit)

const incomeInThousands = [
  'Årsredovisning 2023',
  '',
  'Resultaträkning (tkr)',
  '                              Not   2023   2022',
  'Medlemsbidrag                        4 120  4 050',
  'Personalkostnader              2      -912   -871',
  'Övriga kostnader               3       -86    -91',
  'Insatser                             -3 044 -2 990',
  'Årets resultat                          78     98',
]

describe('the unit of a table that prints none', () => {
  test('follows from a total that another table prints in a known unit, however small the amounts', () => {
    const lines = [
      ...incomeInThousands,
      '',
      'Not 3 Övriga kostnader 2023 2022',
      'Revision 31 250 30 400',
      'Lokalhyra 42 110 48 300',
      'Telefon 12 640 12 300',
      'Summa 86 000 91 000',
    ]
    const { statements } = read(lines)
    expect(statements.map(statement => statement.unit)).toEqual(['tkr', 'kr'])
    expect(statements[1]?.unitFrom).toMatch(/^line \d+ prints the same amount/)
  })

  test('follows from a sentence on all amounts of the document', () => {
    const lines = [
      'Verksamhetsplan 2025',
      'Alla belopp i denna plan anges i tusental kronor om inget annat sägs.',
      '',
      'Budget 2025',
      'Insats A 850',
      'Insats B 410',
      'Kansli 95',
      'Summa kostnader 1 355',
    ]
    expect(unitsOf(lines)).toEqual(['tkr'])
    expect(unitsOf(lines.map(line => line.replace('tusental kronor', 'kronor')))).toEqual(['kr'])
  })

  test('follows from that sentence rather than from a table of the same head that prints another unit', () => {
    const table = (title: string, ...amounts: readonly string[]) => [
      '',
      title,
      'Utfall 2024 Budget 2024 Utfall 2023',
      ...['Kansli', 'Team Norr', 'Summa'].map((label, at) => `${label} ${amounts[at]}`),
    ]
    const lines = [
      'Årsredovisning 2024',
      'Beloppen anges i tusental kronor (tkr) om inget annat framgår. Förbundets medlemmar är två kommuner, regionen och staten.',
      'Styrelsen har haft sex möten under året, och revisorerna har deltagit i två av dem.',
      ...table('1. Kontoslag, kr', '2 331 000 2 310 000 2 317 000', '4 669 000 4 641 000 4 648 000', '7 000 000 6 951 000 6 965 000'),
      ...table('2. Samlade kostnader', '3 562 3 309 3 938', '6 617 6 410 6 977', '10 179 9 719 10 915'),
    ]
    expect(unitsOf(lines)).toEqual(['kr', 'tkr'])
  })

  test('that its own title names comes before what stands over that title', () => {
    const lines = [
      'Alla belopp i tkr',
      '',
      '4. Kontoslag, kr',
      'Utfall 2024 Budget 2024',
      'Löner 314 200 320 000',
      'Hyra 122 400 118 000',
      'Summa 436 600 438 000',
    ]
    expect(unitsOf(lines)).toEqual(['kr'])
  })

  test('follows from an amount of the prose', () => {
    const lines = [
      'Budget 2025',
      'Kansliet kostar 318,4 tkr under året.',
      '',
      'Kostnader',
      'Kansli 318 400',
      'Styrelse 41 300',
      'Summa kostnader 359 700',
    ]
    const { statements } = read(lines)
    expect([statements[0]?.unit, statements[0]?.unitFrom]).toEqual(['kr', 'line 2: 318,4 tkr'])
  })

  test('is a guess, and said to be one, where only the size of the amounts tells', () => {
    const { statements, findings } = read(['Budget 2025', 'Insatser 4 200', 'Kansli 1 310', 'Summa kostnader 5 510'])
    expect([statements[0]?.unit, statements[0]?.unitFrom]).toEqual(['tkr', 'a guess from the size of the amounts: the largest is 5510'])
    expect(findings.find(finding => finding.code === 'unit-guessed')?.severity).toBe('warning')
  })

  test('is not thrown off by a misprint in another table', () => {
    const lines = [
      ...incomeInThousands.slice(0, 5),
      'Personalkostnader              2      -9120  -871',
      ...incomeInThousands.slice(6),
      '',
      'Utbildningar Antal Deltagare Kostnad',
      'Grundkurs 1 18 36 000',
      'Fördjupning 2 31 24 000',
      'Digital kurs 1 14 12 000',
    ]
    expect(read(lines).statements.at(-1)?.unit).toBe('kr')
  })
})

describe('accruals in a balance sheet', () => {
  const { statements } = read([
    'Balansräkning (kr)',
    '2023-12-31',
    'Omsättningstillgångar',
    'Förutbetalda kostnader och upplupna intäkter 120 000',
    'Kassa och bank 880 000',
    'Summa tillgångar 1 000 000',
    'Eget kapital 600 000',
    'Upplupna kostnader och förutbetalda intäkter 400 000',
    'Summa eget kapital och skulder 1 000 000',
  ])
  test('are claims and debts, not costs and income', () => {
    expect(statements[0]?.lines.filter(line => /pplup/.test(line.label)).map(line => line.nature)).toEqual(['asset', 'liability'])
  })
})
