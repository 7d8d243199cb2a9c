import { expect, test } from 'vitest'
import { addressesOf } from './cell-address.ts'

test.each([
  { name: 'one cell after the other', printed: ['10', '12'], cells: ['Kansli', '10', '12'], range: 'A14:C14', wanted: ['B14', 'C14'] },
  {
    name: 'equal figures that fill the row',
    printed: ['10', '10'],
    cells: ['Kansli', '10', '10'],
    range: 'A14:C14',
    wanted: ['B14', 'C14'],
  },
  { name: 'a figure that stands in two cells', printed: ['10'], cells: ['Kansli', '10', '10'], range: 'A14:C14', wanted: [undefined] },
  {
    name: 'a figure that stands in none',
    printed: ['10', '12'],
    cells: ['Kansli', '10'],
    range: 'A14:B14',
    wanted: [undefined, undefined],
  },
  { name: 'columns beyond Z', printed: ['10'], cells: ['Kansli', '10'], range: 'Z3:AA3', wanted: ['AA3'] },
])('$name', ({ printed, cells, range, wanted }) => expect(addressesOf(printed, cells, range)).toEqual(wanted))
