import { describe, expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const read = (lines: readonly string[]) =>
  readStatements(parseTextDocument(lines.join('\n'), { id: 'x', hash: '' }), { fiscalYear: 2023, kind: 'plan' })
const cells = (lines: readonly string[]) =>
  read(lines).statements.flatMap(({ lines: own, columns }) =>
    own.flatMap(line =>
      columns.flatMap(column => {
        const cell = line.values[column.id]
        return cell ? [`${line.sourceLine} ${line.label} ${column.scenario} ${column.label}: ${cell.amount}`] : []
      }),
    ),
  )

const expected = [
  '4 Staten actual 2021: 2450',
  '4 Region actual 2021: 1225',
  '4 Kommuner actual 2021: 1225',
  '4 Totalt actual 2021: 4900',
  '5 Staten budget 2022: 2500',
  '5 Region budget 2022: 1250',
  '5 Kommuner budget 2022: 1250',
  '5 Totalt budget 2022: 5000',
  '6 Staten budget 2023: 2400',
  '6 Region budget 2023: 1200',
  '6 Kommuner budget 2023: 1200',
  '6 Totalt budget 2023: 4800',
]

describe('years as rows are columns, and each amount a line under the name of its own column', () => {
  test.each([
    {
      layout: 'tabs',
      lines: [
        'Bidrag (tkr)',
        '',
        'År\tStaten\tRegion\tKommuner\tTotalt',
        '2021\t2 450\t1 225\t1 225\t4 900',
        '2022\t2 500\t1 250\t1 250\t5 000',
        '2023\t2 400\t1 200\t1 200\t4 800',
      ],
    },
    {
      layout: 'runs of spaces',
      lines: [
        'Bidrag (tkr)',
        '',
        'År      Staten    Region   Kommuner   Totalt',
        '2021     2 450     1 225      1 225    4 900',
        '2022     2 500     1 250      1 250    5 000',
        '2023     2 400     1 200      1 200    4 800',
      ],
    },
    {
      layout: 'Markdown',
      lines: [
        'Bidrag (tkr)',
        '',
        '| År | Staten | Region | Kommuner | Totalt |',
        '| 2021 | 2 450 | 1 225 | 1 225 | 4 900 |',
        '| 2022 | 2 500 | 1 250 | 1 250 | 5 000 |',
        '| 2023 | 2 400 | 1 200 | 1 200 | 4 800 |',
      ],
    },
  ])('$layout', ({ lines }) => expect(cells(lines)).toEqual(expected))

  test('and no year is a sum of the others', () => {
    const { findings } = read(['Bidrag (tkr)', '', 'År\tStaten\tRegion', '2021\t2 450\t1 225', '2022\t2 500\t1 250', '2023\t2 400\t1 200'])
    expect(findings.filter(finding => finding.severity === 'error')).toEqual([])
  })
})
