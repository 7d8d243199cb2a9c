import { createLibrary, type DocumentReading, placeWords, type SourceRef } from '@finsam/domain'
import { readFile } from '@finsam/reader'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toDocx, toDrawnPdf, toWorkbook } from './producers.ts'
import { type PrintedStatement, statements, type Writing } from './statement.ts'

const [statement] = fc.sample(statements, { numRuns: 1, seed: 20_241_116 }) as [PrintedStatement]
const writing: Writing = { space: ' ', minus: '-' }
const totalRow = statement.rows.findIndex(({ label }) => label === 'Summa intäkter')

async function reading(bytes: Uint8Array, extension: string): Promise<DocumentReading> {
  const read = await readFile({ bytes, fileName: `mittland-budget-2023.${extension}`, registry: { associations: [] } })
  if (!read.ok) throw new Error(read.failure.message)
  return read.value.reading
}

/** The sources of the total's figures, in the order of the columns. */
function sourcesOf(found: DocumentReading): SourceRef[] {
  const library = createLibrary([found], { associations: [] })
  return library.lines
    .flatMap(({ quantities }) => quantities)
    .flatMap(({ printings }) => printings.map(({ source }) => source))
    .filter(({ text }) => text.includes('Summa intäkter'))
}

test('each figure of a workbook is cited by its sheet and cell', { timeout: 60_000 }, async () => {
  const words = sourcesOf(await reading(toWorkbook(statement, 'xlsx'), 'xlsx')).map(source => placeWords(source, 'sv'))
  const letters = ['B', 'C', 'D', 'E'].slice(0, statement.columns.length)
  expect(words.sort()).toEqual(letters.map(letter => `blad Budget 2023, cell ${letter}${totalRow + 3}`))
})

test('a figure of a Word file is cited by heading, table and row', { timeout: 60_000 }, async () => {
  const [source] = sourcesOf(await reading(await toDocx(statement, writing), 'docx'))
  expect(source && placeWords(source, 'en')).toBe(`under “Resultatbudget”, table 1, row ${totalRow + 2}`)
})

test('a figure of a PDF knows its page and box', { timeout: 60_000 }, async () => {
  const [source] = sourcesOf(await reading(await toDrawnPdf(statement), 'pdf'))
  const [left, top, right, bottom] = source?.place?.box ?? [0, 0, 0, 0]
  expect([left, source?.page, bottom > top, right > left]).toEqual([50, 1, true, true])
})
