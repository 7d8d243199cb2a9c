import { describe, expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const cellsOf = (rows: readonly string[], label: string): readonly string[] => {
  const { statements } = readStatements(parseTextDocument(rows.join('\n'), { id: 'x', hash: '' }), { kind: 'budget', fiscalYear: 2027 })
  const statement = statements.find(({ lines }) => lines.some(line => line.label === label))
  const line = statement?.lines.find(other => other.label === label)
  return (statement?.columns ?? []).map(column => {
    const cell = line?.values[column.id]
    return cell ? `${cell.amount}${cell.status === 'ambiguous' ? '?' : ''}` : ''
  })
}

const costs = [
  'Kostnader (tkr) 2026 2027 Förändring Andel 2027',
  'Skogsspåret 1 260 1 320 60 23,5',
  'Basen 1 850 1 700 -150 30,3',
  'Kansli 1 180 1 215 35 21,7',
  'Övrigt 260 275 15 4,9',
  'Summa kostnader 4 550 4 510 -40 80,4',
]

describe('a row with fewer numbers than columns', () => {
  test('leaves the change and the share blank, not the amounts', () =>
    expect(cellsOf([...costs, 'Årets resultat -35 -480'], 'Årets resultat').slice(0, 2)).toEqual(['-35?', '-480?']))

  test('has no amount among percents', () =>
    expect(
      cellsOf(
        [
          'Rambudget (tkr)',
          'Ram 2027 Andel Ram 2028 Ram 2029',
          'Insatser 3 380 65% 3 300 3 250',
          'Kompetens 260 5% 250 250',
          'Uppföljning 130 2,5% 130 130',
          'Kansli 910 17,5% 930 950',
          'Summa 4 680 90% 4 610 4 580',
          'Uttag ur eget kapital 350 300 270',
        ],
        'Uttag ur eget kapital',
      ),
    ).toEqual(['350', '', '300', '270']))
})

test('a difference that is left unprinted beside both of its amounts is not nought', () =>
  expect(
    readStatements(parseTextDocument([...costs, 'Årets resultat -35 -480'].join('\n'), { id: 'x', hash: '' }), {}).findings.map(
      finding => finding.code,
    ),
  ).not.toContain('column-difference-differs'))
