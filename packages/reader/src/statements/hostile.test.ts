import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const read = (text: string) => readStatements(parseTextDocument(text, { id: 'x', hash: '' }), {})
/** Fifty thousand texts in all where the long tests are asked for. */
const long = process.env.FINSAM_LONG === '1'
const runs = long ? 20_000 : 400
const patience = long ? 1_800_000 : 60_000

const pieces = [
  'Budget 2023',
  'Summa',
  'Kansli',
  '1 000',
  '12',
  '-',
  '|',
  '\t',
  ' ',
  '  ',
  '\n',
  '\n\n',
  '<td>',
  '</tr>',
  '<tr>',
  '9'.repeat(400),
  'O0l',
  '%',
  'tkr',
  '2024-06-30',
  '\f',
  '\0',
  '(',
  ']',
  '#',
  '“',
  'Not 3.',
  '1.2.3',
  ',5',
  '−7',
  'Årets resultat',
]

const cells = ['0', '-', '7', '48,4', '12', '1 945', '606 000', '99 999', 'O', 'l2', '|', '(', '3)', '*', '5%', '2024', '1.0']
const document = readFileSync(new URL('../../../../data/documents/vastra-malardalen-2023.txt', import.meta.url), 'utf8')

describe('hostile texts end in a result', () => {
  test(
    'any sequence of pieces of tables',
    () => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 160 }), parts => {
          expect(Array.isArray(read(parts.join(' ')).statements)).toBe(true)
        }),
        { seed: 11, numRuns: runs },
      )
    },
    patience,
  )

  test(
    'any characters at all',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
          expect(Array.isArray(read(text).findings)).toBe(true)
        }),
        { seed: 12, numRuns: runs },
      )
    },
    patience,
  )

  test(
    'rows of numbers, dashes and letters in any order',
    () => {
      fc.assert(
        fc.property(fc.array(fc.array(fc.constantFrom(...cells), { maxLength: 14 }), { maxLength: 40 }), rows => {
          expect(Array.isArray(read(rows.map((row, index) => `Rad ${index} ${row.join(' ')}`).join('\n')).statements)).toBe(true)
        }),
        { seed: 13, numRuns: runs / 4 },
      )
    },
    patience,
  )

  test(
    'documents cut anywhere, with bytes put in',
    () => {
      const cut = fc.tuple(
        fc.nat(),
        fc.nat({ max: 3_000 }),
        fc.array(fc.tuple(fc.nat(), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 9 }),
      )
      fc.assert(
        fc.property(cut, ([from, length, hits]) => {
          const start = from % document.length
          const text = hits.reduce(
            (part, [at, put]) => {
              const where = part.length === 0 ? 0 : at % part.length
              return part.slice(0, where) + put + part.slice(where + put.length)
            },
            document.slice(start, start + length),
          )
          expect(Array.isArray(read(text).findings)).toBe(true)
        }),
        { seed: 14, numRuns: runs / 4 },
      )
    },
    patience,
  )

  test.each([
    { name: 'a line of two million characters', text: '1 234 '.repeat(350_000) },
    { name: 'ten thousand columns', text: Array.from({ length: 5 }, (_, row) => `Rad ${row} ${'12 '.repeat(10_000)}`).join('\n') },
    {
      name: 'numbers of 400 digits',
      text: Array.from({ length: 9 }, (_, row) => `Rad ${row} ${'7'.repeat(400)} ${'8'.repeat(400)}`).join('\n'),
    },
    { name: 'tags that never close', text: '<table><tr><td>'.repeat(20_000) },
    { name: 'page marks without text', text: '\f'.repeat(50_000) },
    { name: 'a list of tabs that goes on for longer than an account', text: 'Kassa\t10\tSkulder\t4\n'.repeat(40_000) },
    { name: 'a list of two labels a line that never comes to its total', text: 'Kassa 10 Skulder 4\n'.repeat(40_000) },
  ])('$name', { timeout: 60_000 }, ({ text }) =>
    expect(read(text).statements.every(statement => statement.columns.length <= 60)).toBe(true),
  )

  test('a document longer than any is read in part, and says so', () => {
    const text = `Budget 2023\n${Array.from({ length: 4_200 }, (_, row) => `Rad ${row % 40} x ${row} ${(row * 7) % 1000}`).join('\n')}`
    expect(read(text).findings.map(finding => finding.code)).toContain('reading-stopped')
  })
})
