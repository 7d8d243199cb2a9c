import { calendarYear, createLibrary, type DocumentReading, type Line, type Statement, yearEnd } from '@finsam/domain'
import type { AssistantContext } from '../context.ts'

type Row = readonly [label: string, nature: Line['nature'], amounts: readonly (number | null)[], more?: Partial<Line>]

const lineOf =
  (firstLine: number, columns: readonly string[]) =>
  (row: Row, at: number): Line => {
    const [label, nature, amounts, more] = row
    return {
      id: `l${firstLine + at}`,
      label,
      printedLabel: label,
      sourceLine: firstLine + at,
      text: `${label} ${amounts.join(' ')}`,
      nature,
      role: /^(Summa|Resultat)/.test(label) ? 'total' : 'item',
      values: Object.fromEntries(
        columns.flatMap((column, index) => {
          const amount = amounts[index]
          return amount === undefined || amount === null ? [] : [[column, { amount, status: 'printed' as const, printed: String(amount) }]]
        }),
      ),
      ...more,
    }
  }

const income: readonly Row[] = [
  ['Staten genom Försäkringskassan', 'income', [2_000_000, 2_000_000, 2_000_000], { section: 'Intäkter' }],
  ['Region Norrvik', 'income', [1_000_000, 1_000_000, 1_000_000], { section: 'Intäkter' }],
  ['Ekby kommun', 'income', [600_000, 600_000, 600_000], { section: 'Intäkter' }],
  ['Almby kommun', 'income', [400_000, 400_000, 400_000], { section: 'Intäkter' }],
  [
    'Summa intäkter',
    'income',
    [4_000_000, 4_000_000, 4_000_000],
    { sumOf: [30, 31, 32, 33].map(line => ({ line: `l${line}`, weight: 1 })) },
  ],
  ['Kansli', 'cost', [500_000, 520_000, 540_000], { section: 'Administration' }],
  ['Styrelse', 'cost', [100_000, 80_000, 110_000], { section: 'Administration' }],
  ['Summa administration', 'cost', [600_000, 600_000, 650_000], { sumOf: [35, 36].map(line => ({ line: `l${line}`, weight: 1 })) }],
  ['Bryggan', 'cost', [1_500_000, 1_400_000, 1_650_000], { section: 'Insatser' }],
  ['Vägval unga', 'cost', [900_000, 950_000, 1_000_000], { section: 'Insatser' }],
  ['Team Ekby', 'cost', [700_000, 700_000, 700_000], { section: 'Insatser' }],
  ['Team Almby', 'cost', [500_000, 500_000, 500_000], { section: 'Insatser' }],
  ['Summa insatser', 'cost', [3_600_000, 3_550_000, 3_850_000], { sumOf: [38, 39, 40, 41].map(line => ({ line: `l${line}`, weight: 1 })) }],
  ['Summa kostnader', 'cost', [4_200_000, 4_150_000, 4_500_000], { sumOf: [37, 42].map(line => ({ line: `l${line}`, weight: 1 })) }],
  ['Resultat', 'result', [-200_000, -150_000, -500_000]],
]

const columns: Statement['columns'] = [
  { id: 'b23', label: 'Budget 2023', scenario: 'budget', period: calendarYear(2023) },
  { id: 'f23', label: 'Prognos 2023', scenario: 'forecast', period: calendarYear(2023) },
  { id: 'b24', label: 'Budget 2024', scenario: 'budget', period: calendarYear(2024) },
]

/** Columns of counts that are told apart by their names alone. */
const heads: Statement['columns'] = ['kvinnor', 'man', undefined, 'avslutade'].map(measure => ({
  id: `a23 ${measure}`,
  label: measure ?? 'Totalt',
  scenario: 'actual',
  period: calendarYear(2023),
  ...(measure ? { measure } : {}),
}))

const statement = (
  id: string,
  kind: Statement['kind'],
  unit: Statement['unit'],
  firstLine: number,
  own: Statement['columns'],
  rows: readonly Row[],
): Statement => ({
  id,
  title: id,
  kind,
  unit,
  costSign: 'positive',
  headerLines: [],
  columns: [...own],
  lines: rows.map(
    lineOf(
      firstLine,
      own.map(column => column.id),
    ),
  ),
})

const fact = (
  id: string,
  subject: string,
  attribute: string,
  value: DocumentReading['facts'][number]['value'],
  unit: string | undefined,
  line: number,
  context: string,
  kind = 'organisation',
): DocumentReading['facts'][number] => ({
  id,
  kind,
  subject,
  attribute,
  value,
  ...(unit ? { unit } : {}),
  printed: String(typeof value === 'object' ? '' : value),
  context,
  source: { document: 'norrvik-2024', line, text: context },
})

const norrvik: DocumentReading = {
  document: {
    id: 'norrvik-2024',
    hash: 'a'.repeat(64),
    title: 'Verksamhetsplan och budget 2024',
    kind: 'plan-and-budget',
    association: 'norrvik',
    associationName: 'Samordningsförbundet Norrvik',
    fiscalYear: 2024,
    status: 'decided',
    language: 'sv',
    lines: 90,
  },
  statements: [
    statement('Resultatbudget', 'income', 'kr', 30, columns, income),
    statement(
      'Eget kapital',
      'balance',
      'kr',
      60,
      [{ id: 'e', label: 'Budget 2024', scenario: 'budget', period: yearEnd(2024) }],
      [['Eget kapital', 'equity', [900_000]]],
    ),
    statement(
      'Volymer',
      'volume-targets',
      'participants',
      70,
      [{ id: 'p', label: '2024', scenario: 'plan', period: calendarYear(2024) }],
      [
        ['Bryggan', 'count', [55]],
        ['Vägval unga', 'count', [40]],
      ],
    ),
    statement('Deltagare per kön', 'other', 'count', 80, heads, [
      ['Bryggan', 'count', [31, 19, 50, 12]],
      ['Vägval unga', 'count', [8, 22, 30, 9]],
      ['Summa', 'count', [39, 41, 80, 21]],
    ]),
  ],
  facts: [
    fact('f1', 'Styrelse', 'ledamöter', 5, 'persons', 5, 'Styrelsen har 5 ledamöter.'),
    fact('f2', 'Målgrupp', 'ålder', { from: 16, to: 64 }, 'years', 6, 'Målgruppen är personer mellan 16 och 64 år.', 'target-group'),
    fact('f3', 'Förbundschef', 'namn', 'Karin Ek', undefined, 7, 'Karin Ek är förbundschef.'),
    fact(
      'f4',
      'Bryggan',
      'av deltagarna ska nå arbete eller studier',
      60,
      'percent',
      8,
      'Minst 60 % av deltagarna ska nå arbete eller studier.',
      'target',
    ),
    fact('f8', 'Team Ekby', 'Deltagare', 20, 'participants', 11, 'Deltagare: 20 (13 kvinnor, 7 män).'),
    fact('f9', 'Team Ekby', 'Deltagare: 20 (13 kvinnor )', 7, 'persons', 11, 'Deltagare: 20 (13 kvinnor, 7 män).'),
    fact('f5', 'Förbundschef', 'arbetsgivare', 'Ekby kommun', undefined, 9, 'Förbundschefen är anställd av Ekby kommun.'),
  ],
  findings: [],
  headings: [{ line: 1, title: 'Organisation', level: 1 }],
  meter: { numbers: 0, accounted: 0, rest: [] },
}

const registry = {
  associations: [
    {
      id: 'norrvik',
      name: 'Samordningsförbundet Norrvik',
      shortName: 'Norrvik',
      aliases: [],
      formed: '2019-01-01',
      predecessors: [],
      members: [
        { id: 'forsakringskassan', name: 'Försäkringskassan', kind: 'state' as const, aliases: ['FK'] },
        { id: 'arbetsformedlingen', name: 'Arbetsförmedlingen', kind: 'state' as const, aliases: ['AF'] },
        { id: 'region-norrvik', name: 'Region Norrvik', kind: 'region' as const, aliases: [] },
        { id: 'ekby', name: 'Ekby kommun', kind: 'municipality' as const, aliases: ['Ekby'] },
        { id: 'almby', name: 'Almby kommun', kind: 'municipality' as const, aliases: ['Almby'] },
      ],
      sources: [],
    },
    {
      id: 'sydvik',
      name: 'Samordningsförbundet Sydvik',
      shortName: 'Sydvik',
      aliases: [],
      predecessors: [],
      members: [],
      sources: [],
    },
  ],
}

const prose = [
  'Organisation',
  '',
  '',
  '',
  'Styrelsen har 5 ledamöter.',
  '',
  'Karin Ek är förbundschef.',
  '',
  '',
  'Kansliet blir dyrare. Det beror på högre pensionskostnader.',
]

/** A made-up association with a budget, a balance, volumes and some facts: small enough to know by heart. */
export const exampleContext = (): AssistantContext => ({
  library: createLibrary([norrvik], registry),
  sourceLines: (_, from, to) => prose.slice(from - 1, to),
  search: async () => [],
})
