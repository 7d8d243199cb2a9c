import type { Statement } from '@finsam/domain'
import { describe, expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const read = (text: string) => readStatements(parseTextDocument(text, { id: 'x', hash: '' }), {})
const columns = (statement: Statement | undefined): readonly string[] =>
  (statement?.columns ?? []).map(
    column =>
      `${column.scenario} ${column.period === null ? '?' : 'at' in column.period ? column.period.at : `${column.period.from}..${column.period.to}`}`,
  )
const values = (statement: Statement | undefined): readonly (readonly (number | null | undefined)[])[] =>
  (statement?.lines ?? []).map(line => statement?.columns.map(column => line.values[column.id]?.amount) ?? [])

describe('an annual report with notes, tabs and costs with a minus', () => {
  const { statements, findings } = read(
    [
      'Årsredovisning 2023',
      'Resultaträkning',
      'Belopp i tkr\tNot\tUtfall 2023\tBudget 2023\tAvvikelse\tUtfall 2022',
      'Verksamhetens intäkter',
      'Medlemsbidrag\t1\t6 200\t6 200\t0\t6 000',
      'Övriga intäkter\t\t45\t0\t45\t12',
      'Summa intäkter\t\t6 245\t6 200\t45\t6 012',
      'Verksamhetens kostnader',
      'Personalkostnader\t2\t-1 820\t-1 900\t80\t-1 750',
      'Insatser\t3\t-4 410\t-4 500\t90\t-3 980',
      'Summa kostnader\t\t-6 230\t-6 400\t170\t-5 730',
      'Årets resultat\t\t15\t-200\t215\t282',
    ].join('\n'),
  )
  const [statement] = statements
  test('names its columns, the variance with its year', () => {
    expect(columns(statement)).toEqual([
      'actual 2023-01-01..2023-12-31',
      'budget 2023-01-01..2023-12-31',
      'variance 2023-01-01..2023-12-31',
      'actual 2022-01-01..2022-12-31',
    ])
  })
  test('leaves the note numbers out', () => expect(values(statement)[0]).toEqual([6200, 6200, 0, 6000]))
  test('knows unit, sign and kind', () =>
    expect([statement?.unit, statement?.costSign, statement?.kind]).toEqual(['tkr', 'negative', 'income']))
  test('knows what sums what', () => {
    expect(statement?.lines.find(line => line.id === 'arets-resultat')?.sumOf).toEqual([
      { line: 'summa-intakter', weight: 1 },
      { line: 'summa-kostnader', weight: 1 },
    ])
  })
  test('finds no error', () => expect(findings.filter(finding => finding.severity === 'error')).toEqual([]))
})

describe('a dash beside every cost', () => {
  const { statements } = read(
    [
      'Budget 2024',
      '',
      'Styrelse\t-\t606 000 kr',
      'Kansli\t-\t2 244 000 kr',
      'Summa kostnader\t-\t2 850 000 kr',
      'Resultat\t-\t50 000 kr',
      'Medlemsavgifter\t\t2 800 000 kr',
    ].join('\n'),
  )
  test('is no sign on costs but is one on the deficit', () => {
    expect(values(statements[0])).toEqual([[606_000], [2_244_000], [2_850_000], [-50_000], [2_800_000]])
  })
})

describe('columns without a legible header', () => {
  const { statements, findings } = read(
    [
      'Verksamhetsplan och budget 2024',
      'B;ggget 2O23 Pr;gnos Budget 2024 Plan 2025',
      'Intäkter',
      'Bidrag 7 000 7 000 8 000 8 000',
      'Balanserat resultat 1 900 2 300 1 100 900',
      'Summa intäkter 8 900 9 300 9 100 8 900',
      'Kostnader',
      'Kansli 3 000 3 200 3 200 3 200',
      'Insatser 5 000 5 000 5 000 5 000',
      'Summa kostnader 8 000 8 200 8 200 8 200',
      'Prel balanserat resultat 900 1 100 900 700',
    ].join('\n'),
  )
  test('follow from the chain of balances and their neighbours', () => {
    expect(columns(statements[0])).toEqual([
      'budget 2023-01-01..2023-12-31',
      'forecast 2023-01-01..2023-12-31',
      'budget 2024-01-01..2024-12-31',
      'plan 2025-01-01..2025-12-31',
    ])
    expect(findings.map(finding => finding.code)).toContain('column-inferred')
  })
})

describe('years in labels', () => {
  const { statements } = read(
    [
      'Budget 2023',
      'Belopp i tkr',
      'Ingående balans eget kapital 2022 1348',
      'Prognos resultat 2022 -602',
      'Utgående balans eget kapital 2022 746',
      'Ingående balans eget kapital 2023 746',
      'Resultat enligt budget 2023 -447',
      'Utgående balans eget kapital 2023 299',
    ].join('\n'),
  )
  test('are columns, with the scenario that their labels name', () => {
    expect(columns(statements[0])).toEqual(['forecast 2022-01-01..2022-12-31', 'budget 2023-01-01..2023-12-31'])
    expect(values(statements[0]).map(row => row.find(value => value !== undefined))).toEqual([1348, -602, 746, 746, -447, 299])
  })
})

describe('a sum that does not hold', () => {
  const { findings } = read(['Budget 2023', 'Styrelse 549', 'Kansli 54', 'Insatser 6416', 'Summa kostnader 7160'].join('\n'))
  test('stays as printed and is told with its arithmetic', () => {
    const finding = findings.find(found => found.code === 'sum-differs')
    expect(finding?.severity).toBe('error')
    expect(finding?.arithmetic?.replace(/\s/g, ' ')).toBe('549 + 54 + 6 416 = 7 019 ≠ 7 160')
  })
})

describe('what a region pays', () => {
  const { statements } = read(
    ['Budget 2024', 'A kommun 159 400', 'B kommun 1 787 700', 'Region C 1 947 100', 'Staten 3 894 200', 'Summa intäkter 7 788 400'].join(
      '\n',
    ),
  )
  test('is an item, though it is the sum of what municipalities pay', () => {
    expect(statements[0]?.lines.map(line => line.role)).toEqual(['item', 'item', 'item', 'item', 'total'])
  })
})

test('labelled volumes become one statement of targets, named by the headings above', () => {
  const text = [
    'Verksamhetsplan 2025',
    '',
    'Stöd till arbete',
    '',
    'Text om insatsen.',
    '',
    'Budgeterad volym: 55 deltagare',
    '',
    'SIP-stöd',
    '',
    'Budgeterad volym: 50 möten',
    '',
    'Steget',
    '',
    'Norrby kommun driver steget. Arbetet är',
    '',
    'Budgeterad volym: 25 deltagare',
  ].join('\n')
  const volumes = read(text).statements.find(statement => statement.kind === 'volume-targets')
  expect(volumes?.lines.map(line => [line.label, line.unit, Object.values(line.values)[0]?.amount])).toEqual([
    ['Stöd till arbete', 'participants', 55],
    ['SIP-stöd', 'meetings', 50],
    ['Steget', 'participants', 25],
  ])
})

test.each([
  { name: 'a list of contents', text: 'Innehåll\nBakgrund\t3\nMål\t5\nBudget\t9' },
  { name: 'an address', text: 'Norra kommun\n\n731 85 Norrby\n\nFörbundschef\nAnna\n\n070-123 45 67' },
  {
    name: 'prose with numbers',
    text: 'Förbundet har under 2022 arbetat med 137 personer, varav 86 i insatsen.\nAv dessa gick 31 vidare under hösten 2022',
  },
  { name: 'nothing', text: '' },
])('$name is no statement', ({ text }) => expect(read(text).statements).toEqual([]))

describe('a table over two pages', () => {
  const { statements } = read(
    [
      'Budget 2025',
      'Bokslut 2023 Budget 2024 Budget 2025',
      'Kansli 900 950 1000',
      '',
      'Sida 12',
      'Bokslut 2023 Budget 2024 Budget 2025',
      '',
      'Insatser 3000 3300 3500',
      'Summa kostnader 3900 4250 4500',
    ].join('\n'),
  )
  test('goes on where its header is repeated', () =>
    expect(statements.map(statement => statement.lines.map(line => line.label))).toEqual([['Kansli', 'Insatser', 'Summa kostnader']]))
})

describe('a header below its table', () => {
  const { statements } = read(
    [
      'Insatser i tkr',
      '',
      'Rehabteam 2400 2450',
      'Unga in 1150 1150',
      'Summa 3550 3600',
      'Budget 2024 Plan 2025',
      '',
      'Styrelsen följer upp budgeten enligt ovan under året tillsammans med kansliet.',
    ].join('\n'),
  )
  test('names its columns', () => expect(columns(statements[0])).toEqual(['budget 2024-01-01..2024-12-31', 'plan 2025-01-01..2025-12-31']))
})

describe('a note that explains a line in another unit', () => {
  const { statements, findings } = read(
    [
      'Årsredovisning 2022',
      'Resultaträkning, belopp i tkr Not 2022 2021',
      'Verksamhetens intäkter 1 5498 5400',
      'Kostnader insatser 2 6518 6100',
      'Styrelse 40 41',
      '',
      'Not 2. Kostnader insatser 2022 2021',
      'Processtöd 3 048 993 3 000 100',
      'Samordningsteam 3 463 820 3 099 900',
      'Summa kostnader för insatser 6 512 813 6 100 000',
    ].join('\n'),
  )
  test('proves the line', () => {
    const line = statements[0]?.lines.find(found => found.label === 'Kostnader insatser')
    expect(Object.values(line?.values ?? {})[0]?.amount).toBe(6513)
    expect(findings.some(finding => finding.code === 'value-repaired' || finding.code === 'value-ambiguous')).toBe(true)
  })
})

describe('rows set in below a row', () => {
  const { statements, findings } = read(
    [
      'Budget 2025 i tkr',
      'Budget 2024 Budget 2025',
      'Bidrag 9 000 9 200',
      'Administration 1 500 1 550',
      '- Kansli 1 100 1 130',
      '- Styrelse 400 420',
      'Insatser 7 400 7 700',
      '- Vägen in 4 400 4 500',
      '- Unga fram 3 000 3 200',
      'Summa kostnader 8 900 9 250',
      'Resultat 100 -50',
    ].join('\n'),
  )
  test('are its parts, not addends of the total', () => {
    expect(statements[0]?.lines.map(line => line.role)).toEqual([
      'item',
      'total',
      'of-which',
      'of-which',
      'total',
      'of-which',
      'of-which',
      'total',
      'total',
    ])
    expect(statements[0]?.lines.find(line => line.label === 'Summa kostnader')?.sumOf?.map(part => part.line)).toEqual([
      'administration',
      'insatser',
    ])
    expect(findings.filter(finding => finding.severity !== 'info')).toEqual([])
  })
})
