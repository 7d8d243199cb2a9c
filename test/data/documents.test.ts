import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { documentFile, documentIds, readDocumentLines } from './shipped-data.ts'

const originals = new URL('../../../shared/corpus/', import.meta.url)
const haveOriginals = existsSync(originals)

/** Kinds of statement whose figures stand one by one among sentences. */
const mixedWithProse: ReadonlySet<string> = new Set(['volume-targets', 'other'])

/** Lines from a table's first to its last: labels and amounts, printed as in the original. Everything else is prose. */
const tableLines = (id: string): ReadonlySet<number> => {
  const golden = JSON.parse(readFileSync(new URL(`../../data/golden/${id}.json`, import.meta.url), 'utf8')) as {
    statements: { kind: string; headerLines: number[]; lines: { sourceLine: number }[] }[]
  }
  const spread = (lines: readonly number[]): readonly number[] => {
    const first = Math.min(...lines)
    return Array.from({ length: Math.max(...lines) - first + 1 }, (_, index) => first + index)
  }
  return new Set(
    golden.statements.flatMap(({ kind, headerLines, lines }) => {
      const printed = [...headerLines, ...lines.map(line => line.sourceLine)]
      return mixedWithProse.has(kind) ? printed : spread(printed)
    }),
  )
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const words = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
const prose = (id: string, lines: readonly string[]): string => {
  const tables = tableLines(id)
  return lines.filter((_, index) => !tables.has(index + 1)).join('\n')
}
const sentences = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?:])\s+(?=[\p{Lu}\d"”])|\n\s*\n|\n(?=\s*[-–•>*e\d]\.?\s)/u)
    .map(sentence => words(sentence))
    .filter(sentence => sentence.filter(word => /\p{L}{2}/u.test(word)).length >= 8)
    .map(sentence => sentence.join(' '))

const runsOf = (length: number, text: string): ReadonlySet<string> =>
  new Set(
    text.split(/\n\s*\n/).flatMap(paragraph => {
      const all = words(paragraph)
      return all.slice(0, Math.max(0, all.length - length + 1)).map((_, start) => all.slice(start, start + length).join(' '))
    }),
  )

test('one document for each of the five plans and reports', () => {
  expect(documentIds).toEqual([
    'sodra-vatterbygden-2024',
    'vasteras-2022-h1',
    'vastmanland-2024',
    'vastra-malardalen-2023',
    'vastra-ostergotland-2025',
  ])
})

describe.each(documentIds.map(id => ({ id })))('$id', ({ id }) => {
  const text = readFileSync(documentFile(id), 'utf8')

  test('holds no e-mail address', () => {
    expect(text).not.toMatch(/\S@\S/)
  })

  test('holds no telephone number', () => {
    expect(text).not.toMatch(/(?<![\d-])(?:\+46[\s-]?|0)\d{1,3}\s?[-–/]\s?\d{2,3}(?:\s?\d{2}){2}/)
  })

  test('is in composed Unicode with lines that end alike', () => {
    expect(text.normalize('NFC')).toBe(text)
    expect(text).not.toContain('\r')
    expect(text.endsWith('\n')).toBe(true)
  })
})

describe.skipIf(!haveOriginals).each(documentIds.map(id => ({ id })))(
  '$id beside its original (skipped without ../shared/corpus)',
  ({ id }) => {
    const original = (): readonly string[] => {
      const file = readdirSync(originals).find(name => name.startsWith(`${id}.`)) ?? `${id}.txt`
      return readFileSync(new URL(file, originals), 'utf8').split('\n')
    }

    test('prints every line of a table as the original does', () => {
      const [printed, shipped] = [original(), readDocumentLines(id)]
      const differing = [...tableLines(id)].filter(line => shipped[line - 1] !== printed[line - 1])
      expect(differing).toEqual([])
    })

    test('shares no sentence of eight words or more with it', () => {
      const theirs = words(prose(id, original())).join(' ')
      const shared = sentences(prose(id, readDocumentLines(id))).filter(sentence => ` ${theirs} `.includes(` ${sentence} `))
      expect(shared).toEqual([])
    })

    test('shares no run of ten words within a paragraph', () => {
      const theirs = runsOf(10, prose(id, original()))
      expect([...runsOf(10, prose(id, readDocumentLines(id)))].filter(run => theirs.has(run))).toEqual([])
    })
  },
)
