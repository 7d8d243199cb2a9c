import { describe, expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const cellsOf = (rows: readonly string[], label: string) => {
  const { statements } = readStatements(parseTextDocument(rows.join('\n'), { id: 'x', hash: '' }), {})
  const line = statements.flatMap(statement => statement.lines).find(other => other.label.startsWith(label))
  return Object.values(line?.values ?? {}).map(cell => ({ amount: cell?.amount, status: cell?.status, alternatives: cell?.alternatives }))
}

const oneColumn = (...rows: readonly string[]): readonly string[] => ['Budget 2024 (kronor)', '', 'Budget 2024', ...rows]

describe('a sum that holds with two rows read either way', () => {
  const rows = oneColumn('Styrelse 606 000', 'Processtöd 1 453 000', 'Team 120 000', 'Uppföljning 1 100 000', 'Summa kostnader 2 279 000')
  test.each([
    { label: 'Processtöd', alternatives: [453_000, 1_453_000] },
    { label: 'Uppföljning', alternatives: [100_000, 1_100_000] },
  ])('leaves $label open: either of them may begin with a note', ({ label, alternatives }) =>
    expect(cellsOf(rows, label)).toMatchObject([{ status: 'ambiguous', alternatives }]),
  )
  test('proves the rows that have no other reading', () =>
    expect(cellsOf(rows, 'Styrelse')).toMatchObject([{ amount: 606_000, status: 'printed' }]))
})

test('a year before an amount belongs to the label, though sums hold with it', () =>
  expect(
    cellsOf(
      ['Eget kapital (tkr)', '', 'Budget 2023', 'Ingående balans 2023 746', 'Årets resultat -447', 'Utgående balans 2023 299'],
      'Ingående',
    ),
  ).toMatchObject([{ amount: 746, status: 'printed' }]))

test('a percentage in a label makes its amount no share', () =>
  expect(
    cellsOf(
      oneColumn('Team Väst 1 700 000', 'Team Öst 1 525 000', 'Kurator ca 60% 4 400 000', 'Team Nord 310 000', 'Summa insatser 3 935 000'),
      'Kurator',
    ),
  ).toMatchObject([{ amount: 400_000, status: 'printed' }]))

test('two rows that lack a number are placed together where their sums need both', () =>
  expect(
    cellsOf(
      [
        'Driftredovisning (tkr)',
        '',
        'Intäkt Kostnad Netto Budget Avvikelse',
        'Medlemsbidrag 5498 0 5498 5498',
        'Ränteintäkter 0 0 0 0 0',
        'Summa verksamhetens intäkter 5498 0 5498 5498',
        'Lön 0 349 349 370 21',
        'Styrelse 0 31 31 25 -6',
        'Tjänster 0 143 143 230 87',
        'Resor 0 12 12 38 26',
        'Revision 0 25 25 30 5',
        'Information 0 40 40 40 0',
        'Lokal 0 10 10 10 0',
        'Drift 0 7 7 9 2',
        'Summa verksamhetens kostnader 0 617 617 752 135',
      ],
      'Medlemsbidrag',
    )
      .map(cell => cell.amount)
      .slice(0, 4),
  ).toEqual([5498, 0, 5498, 5498]))
