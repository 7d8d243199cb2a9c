import type { Answer } from '@finsam/assistant'
import type { Statement } from '@finsam/domain'
import type { IngestReport } from '@finsam/indexer'
import { describe, expect, test } from 'vitest'
import { answerText } from './answer-text.ts'
import { ingestLine } from './ingest-line.ts'
import { statementText } from './statement-text.ts'

const report: IngestReport = {
  id: 'plan-2024',
  outcome: 'added',
  title: 'Plan',
  figures: 33,
  repaired: 1,
  derived: 0,
  ambiguous: 2,
  facts: 1,
  findings: 2,
  passages: 9,
  numbers: 218,
  accounted: 180,
  omissions: [],
}

describe('the line of an ingest', () => {
  test.each([
    {
      name: 'tells what was read',
      change: {},
      line: 'plan-2024: added · 33 figures (1 repaired, 0 derived, 2 ambiguous) · 1 fact · 2 findings · 180 of 218 numbers accounted for (82 %)',
    },
    {
      name: 'never rounds up to all',
      change: { outcome: 'read-again' as const, numbers: 1000, accounted: 999 },
      line: 'plan-2024: read again · 33 figures (1 repaired, 0 derived, 2 ambiguous) · 1 fact · 2 findings · 999 of 1000 numbers accounted for (99 %)',
    },
    {
      name: 'tells what was left out',
      change: { numbers: 0, accounted: 0, omissions: [{ code: 'page-recognised' as const, page: 3 }] },
      line: 'plan-2024: added · 33 figures (1 repaired, 0 derived, 2 ambiguous) · 1 fact · 2 findings · no numbers · page 3 read by text recognition',
    },
  ])('$name', ({ change, line }) => {
    expect(ingestLine({ ...report, ...change })).toBe(line)
  })
})

const source = { document: 'plan-2024', page: 2, line: 7, text: 'NOVA\t4  200 000' }
const answer: Answer = {
  question: 'Vad kostar NOVA?',
  language: 'sv',
  status: 'answered',
  text: 'NOVA kostar 4 200 000 kr.',
  figures: [
    {
      id: 'f1',
      role: 'answer',
      label: 'NOVA',
      value: 4_200_000,
      unit: 'kr',
      low: 4_200_000,
      high: 4_200_000,
      kind: 'repaired',
      sources: [source],
    },
    {
      id: 'f2',
      role: 'input',
      label: 'NOVA',
      value: 4_200_000,
      unit: 'kr',
      low: 4_200_000,
      high: 4_200_000,
      kind: 'printed',
      sources: [source],
    },
  ],
  facts: [],
  notes: ['Budget, inte utfall.'],
  passages: [],
}

describe('an answer for people', () => {
  test('cites each line once, in one line, and leaves empty sections out', () => {
    expect(answerText(answer, { explain: false })).toBe(
      'NOVA kostar 4 200 000 kr.\n\nKällor:\n  plan-2024, sida 2, rad 7: NOVA 4 200 000\n\nAtt tänka på:\n  Budget, inte utfall.',
    )
  })

  test('explained, shows every figure by its role, and how it was read where it was not printed so', () => {
    const text = answerText(answer, { explain: true })
    expect(text).toMatch(/Källor:\n {2}NOVA: 4\s200\s000\skr \(rättat\)\n {4}plan-2024/)
    expect(text).toMatch(/Underlag:\n {2}NOVA: 4\s200\s000\skr\n/)
  })

  test('in English, and with what is near when it refuses', () => {
    const refusal: Answer = {
      ...answer,
      language: 'en',
      status: 'unanswerable',
      figures: [],
      notes: [],
      reason: { code: 'unknown-line', nearest: ['NOVA', 'Enter'] },
    }
    expect(answerText(refusal, { explain: false })).toMatch(/Nearest:\n {2}NOVA\n {2}Enter$/)
  })
})

test('a statement is rows of line, label and amounts, and says how an amount was read', () => {
  const statement: Statement = {
    id: 's',
    title: 'Budget',
    kind: 'income',
    unit: 'tkr',
    costSign: 'positive',
    headerLines: [1],
    columns: [
      { id: 'a', label: '2023', scenario: 'actual', period: null },
      { id: 'b', label: '2024', scenario: 'budget', period: null },
    ],
    lines: [
      {
        id: 'l',
        label: 'NOVA',
        printedLabel: 'NOVA',
        sourceLine: 7,
        text: 'NOVA 1 2',
        nature: 'cost',
        role: 'item',
        values: {
          a: { amount: 1250.5, status: 'printed', printed: '1 250,5' },
          b: { amount: null, status: 'ambiguous', printed: 'Y', alternatives: [1, 2] },
        },
      },
    ],
  }
  expect(statementText(statement).split('\n')).toEqual([
    'Budget · income · tkr',
    'line\tlabel\t2023\t2024',
    expect.stringMatching(/^7\tNOVA\t1\s250,5\t\? \(ambiguous\)$/),
    '',
  ])
})
