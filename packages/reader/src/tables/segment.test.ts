import { expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { blockTables } from './block-tables.ts'
import { findTables } from './find-tables.ts'
import { kindLines } from './kinded-text.ts'

const widths = (rows: readonly string[]): readonly number[] =>
  findTables(kindLines(parseTextDocument(rows.join('\n'), { id: 'x', hash: '' })).lines)
    .flatMap(blockTables)
    .map(table => table.columns)

const sixYears = 'Utfall 2020 Utfall 2021 Utfall 2022 Budget 2023 Plan 2024 Plan 2025'

test('rows with many damaged numbers are no table of as many columns as they have groups of digits', () =>
  expect(
    widths([
      sixYears,
      'Statsbidrag 11 300 12 600 11 500 10 600 12 400 12 600',
      'Kansli 1 300 1 600 1 500 1 600 1 400 1 600',
      'Team Nord 4 300 4 600 4 500 4 600 4 400 4 600',
      'Team Syd 4 300 4 600 4 500 4 600 4 400 4 600',
      'Ingående eget kapital 10 012 -11 331 19 -1I 331 198 -22 854 472 -33 533 7722 -45 996 356',
      'Utgående eget kapital -11 331 198 -23 938 87 -22 854 472 -33 53 772 A5 996 356 58 623 305',
    ]),
  ).toEqual([6]))

test('damaged rows at the end are no table of a column more than the header names', () =>
  expect(
    widths([
      'Utfall 2021 Budget 2022 Prognos 2022 Budget 2023 Plan 2024 Plan 2025',
      'Statsbidrag 548 900 649 800 600 000 599 200 520 900 441 200',
      'Summa intäkter 548 900 649 800 606000 599 200 520 900 441 200',
      'Kansli -337 700 -227 822 -314100 -226 700 -2A3 300 -334 700',
      'Team Nord -1 397 700 -1174200 -1 480 600 -1 552 300',
      'Team Syd - 9438800 -6 311 000 0 -9 064 513* -8 780 896 - 9 436 300',
      'Summa insatser -10 836 500 - 8 177 300 -1 218 400 -0 238 713 -10 261 496 -10988600',
      'Summa kostnader -14 528 800 8 835 422 -1 837 000 - 10 851 924 -10 841 396 -11625800',
      'Årets resultat -10 979 900 -8185622 -1 237 000 -10 252 724* -10 320 496 -11 184 600',
      'Ingående eget kapital 7 078 - 10 972 822 10 972 822 -12 209 822 -22 462 546 -32 783 042',
    ]),
  ).toEqual([6]))
