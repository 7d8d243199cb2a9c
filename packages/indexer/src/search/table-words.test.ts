import type { Statement } from '@finsam/domain'
import { describe, expect, test } from 'vitest'
import { tableWords } from './table-words.ts'

const row = (id: string, sourceLine: number, label: string, role: 'item' | 'total' = 'item'): Statement['lines'][number] => ({
  id,
  label,
  printedLabel: label,
  sourceLine,
  text: label,
  nature: 'cost',
  role,
  values: {},
})

const budget: Statement = {
  id: 'budget',
  title: 'Resultatbudget',
  kind: 'income',
  unit: 'tkr',
  costSign: 'positive',
  headerLines: [11],
  columns: [
    { id: 'a', label: 'Bokslut 2023', scenario: 'actual', period: { from: '2023-01-01', to: '2023-12-31' } },
    { id: 'b', label: 'BWdget', scenario: 'budget', period: { from: '2025-01-01', to: '2025-12-31' } },
    { id: 'c', label: 'Plan', scenario: 'plan', period: null },
  ],
  lines: [row('kansli', 12, 'Kansli'), row('lokaler', 13, 'Lokaler'), row('summa', 14, 'Totala kostnader', 'total')],
}

describe('a passage that shows rows of a table is found by', () => {
  test.each([
    {
      name: 'the title and the columns above its rows',
      lines: [12, 13],
      has: ['Resultatbudget', 'Bokslut 2023', 'utfall', 'budget', '2025', 'plan'],
    },
    { name: 'what its total is', lines: [14, 14], has: ['Summa kostnader'] },
    { name: 'one of its rows being there', lines: [1, 12], has: ['Resultatbudget'] },
  ])('$name', ({ lines: [line = 0, lineTo = 0], has }) => {
    expect(tableWords([budget])({ line, lineTo }).split('\n')).toEqual(expect.arrayContaining(has))
  })

  test('each word once', () => {
    const words = tableWords([budget, budget])({ line: 12, lineTo: 14 }).split('\n')
    expect(new Set(words).size).toBe(words.length)
  })

  test('not what its items are, whose labels stand in it', () => {
    const words = 'Resultatbudget|Bokslut 2023|utfall|2023|BWdget|budget|2025|Plan|plan'
    expect(tableWords([budget])({ line: 12, lineTo: 13 })).toBe(words.replaceAll('|', '\n'))
  })

  test('not a table that stands elsewhere', () => {
    expect(tableWords([budget])({ line: 20, lineTo: 30 })).toBe('')
  })
})
