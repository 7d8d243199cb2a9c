import type { LibraryLine } from '@finsam/domain'
import { describe, expect, it } from 'vitest'
import { sameAgain } from './same-again.ts'

const line = (label: string, value: number): LibraryLine => ({
  key: `a/${label}`,
  association: 'a',
  label,
  spellings: [label],
  nature: 'cost',
  role: 'item',
  unit: 'kr',
  quantities: [
    {
      id: `${label} actual`,
      association: 'a',
      line: `a/${label}`,
      scenario: 'actual',
      period: { from: '2024-01-01', to: '2024-12-31' },
      unit: 'kr',
      value,
      low: value - 50_000,
      high: value + 50_000,
      status: 'printed',
      printings: [],
      conflict: false,
    },
  ],
})

const libraryOf = (...lines: readonly LibraryLine[]) => ({ linesOf: () => lines })
const labels = (...lines: readonly LibraryLine[]): readonly string[] => {
  const [first] = lines
  return first ? sameAgain(libraryOf(...lines), first).map(({ label }) => label) : []
}

describe('lines that print the same thing again', () => {
  it('takes a longer label with the same amount', () => {
    expect(labels(line('Ungdomsteam Nord', 146_428_000), line('Ungdomsteam Nord avslut', 146_400_000))).toEqual(['Ungdomsteam Nord avslut'])
  })
  it('leaves a longer label with another amount', () => {
    expect(labels(line('Ungdomsteam Nord', 146_428_000), line('Ungdomsteam Nord fortsättning', 90_000_000))).toEqual([])
  })
  it('leaves a sibling that happens to cost the same', () => {
    expect(labels(line('Team Nord', 120_000_000), line('Team Syd', 120_000_000))).toEqual([])
  })
  it('leaves small amounts, which agree by chance', () => {
    expect(labels(line('Team Nord', 500_000), line('Team Nord avslut', 500_000))).toEqual([])
  })
})
