import { expect, test } from 'vitest'
import type { SourceRef } from '../model/source.ts'
import { placeWords } from './place-words.ts'

const rows: readonly { readonly source: Pick<SourceRef, 'page' | 'line' | 'place'>; readonly sv: string; readonly en: string }[] = [
  { source: { line: 12 }, sv: 'rad 12', en: 'line 12' },
  { source: { line: 55, page: 3, place: { box: [50, 100, 300, 112] } }, sv: 'sida 3, rad 55', en: 'page 3, line 55' },
  {
    source: { line: 14, page: 1, place: { sheet: 'Budget', cells: 'C14', row: 14 } },
    sv: 'blad Budget, cell C14',
    en: 'sheet Budget, cell C14',
  },
  {
    source: { line: 14, place: { sheet: 'Budget', cells: 'A14:F14' } },
    sv: 'blad Budget, cellerna A14:F14',
    en: 'sheet Budget, cells A14:F14',
  },
  {
    source: { line: 20, place: { heading: 'Resultatbudget', table: 1, row: 4 } },
    sv: 'under ”Resultatbudget”, tabell 1, rad 4',
    en: 'under “Resultatbudget”, table 1, row 4',
  },
  { source: { line: 7, place: { heading: 'Inledning' } }, sv: 'under ”Inledning”, rad 7', en: 'under “Inledning”, line 7' },
]
test.each(rows)('$en', ({ source, sv, en }) => {
  expect(placeWords(source, 'sv')).toBe(sv)
  expect(placeWords(source, 'en')).toBe(en)
})
