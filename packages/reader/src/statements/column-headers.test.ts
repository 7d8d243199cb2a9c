import { describe, expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const read = (lines: readonly string[], kind: 'budget' | 'interim-report' = 'budget') =>
  readStatements(parseTextDocument(lines.join('\n'), { id: 'x', hash: '' }), { fiscalYear: 2025, kind })
const columns = (lines: readonly string[], kind?: 'budget' | 'interim-report') =>
  read(lines, kind).statements[0]?.columns.map(({ scenario, period, measure, unit }) => {
    const when = period === null ? '' : 'at' in period ? `@${period.at}` : `${period.from}..${period.to}`
    return [scenario, when, measure ?? unit ?? ''].join(' ').trim()
  })
const year = '2025-01-01..2025-12-31'
const part = '2025-01-01..2025-04-30'

describe('what columns are', () => {
  test('a header of two lines, whose words and days go to the columns that lack them', () => {
    const lines = [
      'Delårsrapport januari–april 2025',
      '',
      'Utfall Budget Avvikelse Helårs- Helårs- Utfall',
      '250430 250430 budget prognos 240430',
    ]
    const rows = ['Bidrag 2 500 2 400 100 7 500 7 500 2 600', 'Ränta 18 10 8 30 50 35', 'Summa intäkter 2 518 2 410 108 7 530 7 550 2 635']
    expect(columns([...lines, ...rows], 'interim-report')).toEqual([
      `actual ${part}`,
      `budget ${part}`,
      `variance ${part}`,
      `budget ${year}`,
      `forecast ${year}`,
      'actual 2024-01-01..2024-04-30',
    ])
  })
  test('a percent sign in the second line makes a column of shares, which is never summed', () => {
    const lines = ['Delårsrapport januari–april 2025', 'Belopp i tkr', 'Budget Utfall Förbrukat Prognos', '2025 jan-apr % 2025']
    const rows = ['Spåret 1 850 1 204 65 1 810', 'Stegen 2 100 1 322 63 2 040', 'Summa insatser 3 950 2 526 64 3 850']
    expect(columns([...lines, ...rows], 'interim-report')).toEqual([
      `budget ${year}`,
      `actual ${part}`,
      `actual ${part} share`,
      `forecast ${year}`,
    ])
    expect(read([...lines, ...rows], 'interim-report').findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
  test('measures that repeat stand under the captions of their groups', () => {
    const lines = ['Budget 2025 Prognos 2025', 'Intäkter Kostnader Netto Intäkter Kostnader Netto']
    const rows = [
      'Kansli 0 -1 140 -1 140 25 -1 122 -1 097',
      'Spåret 150 -2 050 -1 900 142 -1 986 -1 844',
      'Summa 150 -3 190 -3 040 167 -3 108 -2 941',
    ]
    expect(columns([...lines, ...rows])).toEqual(
      ['budget', 'forecast'].flatMap(scenario => ['income', 'cost', 'net'].map(measure => `${scenario} ${year} ${measure}`)),
    )
  })
  test('an amount per head is no money to add up', () => {
    const rows = ['Spåret\t35\t21 143', 'Stegen\t70\t14 286', 'Summa\t105\t']
    const lines = ['Volymer och kostnad per deltagare', '', 'Insats\tMål 2025\tKostnad per deltagare 2025, kr', ...rows]
    expect(columns(lines)).toEqual([`plan ${year} count`, `budget ${year} per deltagare`])
    expect(read(lines).statements[0]?.columns.map(({ unit }) => unit)).toEqual(['count', 'kr_per_participant'])
  })
  test('inhabitants on a day are persons, and no budget', () => {
    expect(columns(['Invånare 16–64 år 2023-12-31', '', 'Askersund 6 172', 'Hallsberg 9 204', 'Summa 15 376'])).toEqual([
      'actual @2023-12-31 population',
    ])
  })
  test('words over counts tell columns of one time apart, the total keeps none', () => {
    expect(
      columns(['Deltagare per insats', '', 'Insats Kvinnor Män Totalt', 'Spåret 22 19 41', 'Stegen 31 24 55', 'Summa 53 43 96']),
    ).toEqual([`budget ${year} kvinnor`, `budget ${year} män`, `budget ${year}`])
  })
  test.each([
    {
      what: 'years over stretches of months',
      head: ['2025 2024', 'jan-apr jan-apr'],
      rows: ['Hyra 572 491', 'Lokal 235 250', 'Resor 134 150', 'Summa 941 891'],
      found: [`actual ${part}`, 'actual 2024-01-01..2024-04-30'],
    },
    {
      what: 'the days that a stretch goes from and to',
      head: ['Budget 1/1-30/4 Utfall 1/1-30/4'],
      rows: ['Spåret 216 205', 'Stegen 307 280', 'Summa 523 485'],
      found: [`budget ${part}`, `actual ${part}`],
    },
  ])('$what', ({ head, rows, found }) =>
    expect(
      columns(['Delårsrapport januari–april 2025', 'Alla belopp är i tkr.', '', '1. Kansli', '', ...head, ...rows], 'interim-report'),
    ).toEqual(found),
  )
  test('what stands under a year beside inhabitants and shares is paid in that year', () =>
    expect(
      columns([
        'Bidrag, kr',
        '',
        'Medlem Invånare 23-12-31 Andel 2024 2025',
        'Staten 50,0 % 2 000 000 1 900 000',
        'Askersund 6 000 10,0 % 400 000 380 000',
        'Hallsberg 9 000 15,0 % 600 000 570 000',
        'Kumla 15 000 25,0 % 1 000 000 950 000',
        'Summa 30 000 100,0 % 4 000 000 3 800 000',
      ]),
    ).toEqual(['actual @2023-12-31 population', `budget ${year} share`, 'budget 2024-01-01..2024-12-31', `budget ${year}`]))
})
