import type { Answer, AssistantContext } from '@finsam/assistant'
import { type Association, type Cell, calendarYear, createLibrary, type DocumentReading, type Line } from '@finsam/domain'

/** The text of an invented plan: a page break before the table, one lost digit group and one illegible cell. */
export const planLines = [
  'Samordningsförbundet Testbygden',
  'Verksamhetsplan och budget 2024',
  '',
  'Förbundet stöder personer i behov av samordnad rehabilitering. <script>alert(1)</script>',
  '',
  ' Resultatbudget, tkr            Budget 2023   Budget 2024',
  'Medlemsbidrag                         4 000         4 200',
  'Förbundsgemensamt                     1 000         1 1O0',
  'Samordningsteam                       2 900             Y',
  'Summa kostnader                       3 900         4 150',
  'Årets resultat                          100            50',
]

const tkr = (amount: number, printed: string): Cell => ({ amount, status: 'printed', printed, step: 1 })

function line(
  id: string,
  label: string,
  sourceLine: number,
  nature: Line['nature'],
  values: Line['values'],
  role: Line['role'] = 'item',
): Line {
  return { id, label, printedLabel: label, sourceLine, page: 2, text: planLines[sourceLine - 1] ?? '', nature, role, values }
}

const at = (line: number) => ({ document: 'testbygden-2024', page: 2, line, text: planLines[line - 1] ?? '' })

export const planReading: DocumentReading = {
  document: {
    id: 'testbygden-2024',
    hash: 'a'.repeat(64),
    title: 'Verksamhetsplan och budget 2024',
    kind: 'plan-and-budget',
    association: 'testbygden',
    associationName: 'Samordningsförbundet Testbygden',
    fiscalYear: 2024,
    status: 'decided',
    language: 'sv',
    pages: 2,
    lines: planLines.length,
  },
  statements: [
    {
      id: 'resultatbudget',
      title: 'Resultatbudget',
      kind: 'income',
      unit: 'tkr',
      costSign: 'positive',
      page: 2,
      headerLines: [6],
      columns: [
        { id: 'b23', label: 'Budget 2023', scenario: 'budget', period: calendarYear(2023) },
        { id: 'b24', label: 'Budget 2024', scenario: 'budget', period: calendarYear(2024) },
      ],
      lines: [
        line('medlemsbidrag', 'Medlemsbidrag', 7, 'income', { b23: tkr(4000, '4 000'), b24: tkr(4200, '4 200') }),
        line('forbundsgemensamt', 'Förbundsgemensamt', 8, 'cost', {
          b23: tkr(1000, '1 000'),
          b24: { amount: 1100, status: 'repaired', printed: '1 1O0', proof: '4 150 − 3 050 = 1 100', step: 1 },
        }),
        line('samordningsteam', 'Samordningsteam', 9, 'cost', {
          b23: tkr(2900, '2 900'),
          b24: { amount: 3050, status: 'ambiguous', printed: 'Y', alternatives: [3050, 3060], step: 1 },
        }),
        {
          ...line('summa-kostnader', 'Summa kostnader', 10, 'cost', { b23: tkr(3900, '3 900'), b24: tkr(4150, '4 150') }, 'total'),
          sumOf: [
            { line: 'forbundsgemensamt', weight: 1 },
            { line: 'samordningsteam', weight: 1 },
          ],
        },
        line('arets-resultat', 'Årets resultat', 11, 'result', { b23: tkr(100, '100'), b24: tkr(50, '50') }, 'total'),
      ],
    },
  ],
  facts: [],
  findings: [
    {
      code: 'sum-differs-from-total',
      severity: 'warning',
      parameters: { label: 'Summa kostnader', column: 'Budget 2024', difference: 10 },
      arithmetic: '1 100 + 3 060 = 4 160 ≠ 4 150',
      at: at(10),
    },
  ],
  headings: [{ line: 6, title: 'Resultatbudget', level: 2 }],
  meter: { numbers: 12, accounted: 11, rest: [{ line: 2, text: '2024', why: 'year in a title' }] },
}

const association: Association = {
  id: 'testbygden',
  name: 'Samordningsförbundet Testbygden',
  shortName: 'Testbygden',
  aliases: [],
  predecessors: [],
  members: [],
  sources: [],
}

export const smallContext: AssistantContext = {
  library: createLibrary([planReading], { associations: [association] }),
  sourceLines: (document, from, to) => (document === 'testbygden-2024' ? planLines.slice(from - 1, to) : undefined),
  pages: document =>
    document === 'testbygden-2024'
      ? [
          { page: 1, from: 1, to: 5 },
          { page: 2, from: 6, to: planLines.length },
        ]
      : [],
  search: async () => [],
}

const citation = (line: number) => at(line)

/** An answer with everything that the page can show: three figures, a trace, a table, a chart and notes. */
export function shareAnswer(question: string): Answer {
  const budget = { association: 'testbygden', period: calendarYear(2024), scenario: 'budget' } as const
  return {
    question,
    language: 'sv',
    status: 'answered',
    text: 'Samordningsteam tar 73,5 % av kostnaderna 2024. Det är 3 050 000 kr av 4 150 000 kr i budgeten.',
    figures: [
      {
        id: 'f1',
        role: 'answer',
        label: 'Samordningsteam, andel av kostnaderna 2024',
        value: (3_050_000 / 4_150_000) * 100,
        unit: 'percent',
        low: 73.47,
        high: 73.52,
        kind: 'computed',
        ...budget,
        sources: [citation(9), citation(10)],
        calculation: { operation: 'share', formula: '3 050 000 / 4 150 000 = 73,5 %', inputs: ['f2', 'f3'] },
      },
      {
        id: 'f2',
        role: 'input',
        label: 'Samordningsteam, budget 2024',
        value: 3_050_000,
        unit: 'kr',
        low: 3_049_500,
        high: 3_050_500,
        kind: 'derived',
        ...budget,
        sources: [citation(9)],
      },
      {
        id: 'f3',
        role: 'input',
        label: 'Summa kostnader, budget 2024',
        value: 4_150_000,
        unit: 'kr',
        low: 4_149_500,
        high: 4_150_500,
        kind: 'printed',
        ...budget,
        sources: [citation(10)],
      },
    ],
    facts: [],
    notes: ['Beloppen är tryckta i tusental kronor.'],
    passages: [],
    table: {
      columns: ['Rad', '2023', '2024'],
      rows: [
        ['Samordningsteam', '2 900 tkr', '3 050 tkr'],
        ['Förbundsgemensamt', '1 000 tkr', '1 100 tkr'],
        ['=HYPERLINK("http://ont.example")', '−5 tkr', '900 tkr'],
      ],
    },
    chart: {
      kind: 'bar',
      title: 'Kostnader 2024',
      unit: 'kr',
      points: [
        { label: 'Samordningsteam', value: 3_050_000, figure: 'f2' },
        { label: 'Förbundsgemensamt', value: 1_100_000 },
      ],
    },
  }
}

export function refusal(question: string): Answer {
  return {
    question,
    language: 'sv',
    status: 'unanswerable',
    text: 'Det finns ingen insats som heter så i de inlästa dokumenten.',
    figures: [],
    facts: [],
    reason: { code: 'unknown-line', nearest: ['Samordningsteam', 'Förbundsgemensamt'] },
    notes: [],
    passages: [],
  }
}

export function questionBack(question: string): Answer {
  return {
    question,
    language: 'sv',
    status: 'ambiguous',
    text: 'Menar du budgeten för 2023 eller 2024?',
    figures: [],
    facts: [],
    choices: [
      { label: 'Budget 2023', question: 'Vad kostar Samordningsteam enligt budget 2023?' },
      { label: 'Budget 2024', question: 'Vad kostar Samordningsteam enligt budget 2024?' },
    ],
    notes: [],
    passages: [],
  }
}

/** Stands in for the assistant where only the page and the wire are tested. */
export function answerFor({ question }: { readonly question: string }): Answer {
  if (/månlandning/i.test(question)) return refusal(question)
  if (/bidrar/i.test(question)) return questionBack(question)
  return shareAnswer(question)
}
