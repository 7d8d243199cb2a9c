import { describe, expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const unitsOf = (...lines: readonly string[]): readonly string[] =>
  readStatements(parseTextDocument(lines.join('\n'), { id: 'x', hash: '' }), { kind: 'annual-report', fiscalYear: 2025 }).statements.map(
    ({ unit }) => unit,
  )

describe('a table that holds no money', () => {
  test.each([
    {
      what: 'scores of risks',
      lines: [
        'Risk Sannolikhet Konsekvens Riskvärde',
        'Minskad tilldelning från staten 2 5 10',
        'Otydliga avtal 2 2 4',
        'Få remisser 3 3 9',
      ],
    },
    {
      what: 'staff, with decimals',
      lines: ['2025 2024', 'Antal anställda 3 3', 'varav kvinnor 2 2', 'Sjukfrånvaro % 2,1 3,4', 'Årsarbetare 2,5 2,8'],
    },
    {
      what: 'goals in persons and weeks',
      lines: [
        'Mål 2025 Utfall 2025 Utfall 2024',
        'Minst 300 personer ska delta 229 284',
        'Veckors väntetid 6 3',
        'Medarbetare i utbildning 118 203',
      ],
    },
  ])('$what', ({ lines }) => expect(unitsOf('Bilaga', '', ...lines)).toEqual(['count']))

  test('is none where a row speaks of money', () =>
    expect(unitsOf('Ekonomi, tkr', '2025 2024', 'Intäkter 6 500 6 600', 'Deltagare i insatser 229 284', 'Antal anställda 3 3')).toEqual([
      'tkr',
    ]))
})
