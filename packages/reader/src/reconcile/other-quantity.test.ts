import { expect, test } from 'vitest'
import { readStatements } from '../statements/read-statements.ts'
import { parseTextDocument } from '../text/text-document.ts'

const overview = (results: string): string => `Flerårsöversikt (tkr)

\t2021\t2022\t2023
Summa intäkter\t6 025\t6 410\t6 380
Summa kostnader\t5 932\t6 122\t6 501
Årets resultat\t${results}
Eget kapital\t1 210\t1 501\t1 384
`

const codes = (text: string): readonly string[] =>
  readStatements(parseTextDocument(text, { id: 'x', hash: '' }), {}).findings.flatMap(finding =>
    /differs|ambiguous|repaired/.test(finding.code) ? [finding.code] : [],
  )

test('a result that misses its rows in every column is another quantity, not an error', () => {
  expect(codes(overview('95\t291\t-117'))).toEqual([])
})

test('a result that misses its rows in one column is told', () => {
  expect(codes(overview('95\t288\t-121'))).not.toEqual([])
})

test('a result that holds in every column proves its rows', () => {
  expect(codes(overview('93\t288\t-l21'))).toEqual(['value-repaired'])
})
