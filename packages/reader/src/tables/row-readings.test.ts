import { describe, expect, test } from 'vitest'
import { rowCosts } from './row-costs.ts'
import { draftRows } from './row-draft.ts'
import { readRow } from './row-readings.ts'

const read = (text: string, columns: number, hasNotes = false): readonly (string | undefined)[] => {
  const [row] = draftRows({ number: 1, text })
  return row ? (readRow(row, { columns, hasNotes })[0]?.cells.map(cell => cell?.printed) ?? []) : []
}

describe('the cheapest reading of a row', () => {
  test.each([
    { text: 'Norrby kommun 159 400 161 300 204 600', columns: 3, cells: ['159 400', '161 300', '204 600'] },
    { text: 'Balans 1999710 2 337024 1491 324 1 306 824', columns: 4, cells: ['1999710', '2 337024', '1491 324', '1 306 824'] },
    { text: 'Ekonomi Y 599 585 612', columns: 4, cells: ['Y', '599', '585', '612'] },
    { text: 'Bidrag 5498 0 5 498 0] 1099 ] 13310', columns: 6, cells: ['5498', '0', '5 498', '0', '1099', '13310'] },
    { text: 'Medlemsavgifter 2 5498 8873 10 996', columns: 3, notes: true, cells: ['5498', '8873', '10 996'] },
    { text: 'Projekt avslut 220630 0 1464 1650', columns: 3, cells: ['0', '1464', '1650'] },
    { text: 'Ingående eget kapital 2022 1348', columns: 1, cells: ['1348'] },
    { text: 'Kansli 1.0 1 600 000', columns: 1, cells: ['1 600 000'] },
    { text: 'Köp av tjänst 143 * 460 0', columns: 4, cells: ['143', '*', '460', '0'] },
    { text: 'Stöd 410 3,8 % 1 410 4,0 %', columns: 4, cells: ['410', '3,8', '1 410', '4,0'] },
    { text: 'Staten 3 300 (50,0%) 200 (5,0 %)', columns: 4, cells: ['3 300', '50,0%', '200', '5,0'] },
    { text: 'Vägen 2 150 2 200 +2,3% 2 100 300', columns: 5, cells: ['2 150', '2 200', '+2,3%', '2 100', '300'] },
    { text: 'Resultat - 1 945 000 - 20', columns: 2, cells: ['- 1 945 000', '- 20'] },
  ])('$text', ({ text, columns, cells, notes }) => {
    expect(read(text, columns, notes)).toEqual(cells)
  })

  test('a group that lost a digit is among the readings', () => {
    const [row] = draftRows({ number: 1, text: 'Insats 705 800 581 500 742 95' })
    const readings = row ? readRow(row, { columns: 3, hasNotes: false }) : []
    expect(readings.map(reading => reading.cells.map(cell => cell?.printed).join(' | '))).toContain('705 800 | 581 500 | 742 95')
  })

  test('several rows on one line come apart', () => {
    expect(draftRows({ number: 1, text: 'Intäkter 100 200 Kostnader 50 60 Resultat 50 140' }).map(row => row.label)).toEqual([
      'Intäkter',
      'Kostnader',
      'Resultat',
    ])
  })

  test('the costs for all numbers of columns are those of reading with each', () => {
    const [row] = draftRows({ number: 1, text: 'Norrby kommun 159 400 161 300 204 600 0' })
    if (!row) throw new Error('no row')
    const costs = rowCosts(row, 6, false)
    expect(costs.indexOf(Math.min(...costs))).toBe(3)
    for (let columns = 2; columns <= 5; columns += 1) {
      expect(Math.min(14, readRow(row, { columns, hasNotes: false })[0]?.cost ?? 14)).toBeCloseTo(Math.min(14, costs[columns - 1] ?? 14), 6)
    }
  })
})
