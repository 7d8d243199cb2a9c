import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTextDocument } from '../text/text-document.ts'
import { readStatements } from './read-statements.ts'

const read = (text: string) => readStatements(parseTextDocument(text, { id: 'x', hash: '' }), {})
/** Fifty thousand texts in all where the long tests are asked for. */
const long = process.env['FINSAM_LONG'] === '1'
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

describe('hostile texts end in a result', () => {
  test('any sequence of pieces of tables', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 160 }), parts => {
        expect(Array.isArray(read(parts.join(' ')).statements)).toBe(true)
      }),
      { seed: 11, numRuns: runs },
    )
  })

  test('any characters at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        expect(Array.isArray(read(text).findings)).toBe(true)
      }),
      { seed: 12, numRuns: runs },
    )
  })

  test.each([
    { name: 'a line of two million characters', text: '1 234 '.repeat(350_000) },
    { name: 'ten thousand columns', text: Array.from({ length: 5 }, (_, row) => `Rad ${row} ${'12 '.repeat(10_000)}`).join('\n') },
    {
      name: 'numbers of 400 digits',
      text: Array.from({ length: 9 }, (_, row) => `Rad ${row} ${'7'.repeat(400)} ${'8'.repeat(400)}`).join('\n'),
    },
    { name: 'tags that never close', text: '<table><tr><td>'.repeat(20_000) },
    { name: 'page marks without text', text: '\f'.repeat(50_000) },
  ])('$name', ({ text }) => expect(read(text).statements.every(statement => statement.columns.length <= 60)).toBe(true))

  test('a document longer than any is read in part, and says so', () => {
    const text = `Budget 2023\n${Array.from({ length: 4_200 }, (_, row) => `Rad ${row % 40} x ${row} ${(row * 7) % 1000}`).join('\n')}`
    expect(read(text).findings.map(finding => finding.code)).toContain('reading-stopped')
  })
})
