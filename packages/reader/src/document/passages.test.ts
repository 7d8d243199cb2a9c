import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gatherKnowledge } from '../labels/knowledge.ts'
import { parseTextDocument } from '../text/text-document.ts'
import { findBlocks } from './blocks.ts'
import { findPassages } from './passages.ts'

const read = (text: string) => {
  const document = parseTextDocument(text, { id: 'x', hash: '' })
  return {
    document,
    blocks: findBlocks(document, new Set()),
    passages: findPassages(findBlocks(document, new Set()), gatherKnowledge(text, { associations: [] })),
  }
}

test.each([
  { name: 'numbered', line: '3. Organisation' },
  { name: 'numbered without dot, in sequence', line: '1 Inledning' },
  { name: 'markdown', line: '## Mål och medel' },
  { name: 'capitals', line: 'EKONOMI OCH STYRNING' },
  { name: 'a short title set apart', line: 'Finansiella mål' },
])('a heading: $name', ({ line }) => {
  expect(read(`Text som slutar.\n\n${line}\n\nNy text som börjar här.`).blocks.map(block => block.kind)).toEqual([
    'paragraph',
    'heading',
    'paragraph',
  ])
})

test.each([
  { name: 'a bare number out of sequence', line: '3 Möte med parterna', kind: 'paragraph' },
  { name: 'a measure', line: 'Mått: enkät till deltagarna', kind: 'paragraph' },
  { name: 'a decision', line: 'Planen fastställs av styrelsen 2023-11-23', kind: 'paragraph' },
  { name: 'a row of figures', line: 'Personal 250 300 400', kind: 'rows' },
  { name: 'a line of contents', line: '2. Styrelsens uppdrag ......... 3', kind: 'contents' },
  { name: 'a page number', line: 'Sida 8', kind: 'margin' },
])('no heading: $name', ({ line, kind }) => {
  expect(read(`Text som slutar.\n\n${line}\n\nNy text som börjar här.`).blocks[1]?.kind).toBe(kind)
})

test('a sentence runs on over a blank line and a page', () => {
  expect(read('Målgruppen är personer som uppbär\n\n offentlig försörjning.').blocks).toHaveLength(1)
})

test('a passage knows its heading and its lines', () => {
  const [passage] = read('1. Ekonomi\n\nFörbundet har en\nbudget i balans.').passages
  expect(passage).toEqual({ line: 3, lineTo: 4, heading: '1. Ekonomi', text: 'Förbundet har en budget i balans.' })
})

test('every word of the prose stands in a passage, in order, and none is longer than is good for search', () => {
  const word = fc.constantFrom('budget', 'Förbundet', 'mål', 'och', '5 %', 'styrelsen.', 'är', '2024')
  const line = fc.oneof(
    { weight: 4, arbitrary: fc.array(word, { minLength: 1, maxLength: 30 }).map(words => words.join(' ')) },
    { weight: 1, arbitrary: fc.constant('') },
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), lines => {
      const { blocks, passages } = read(lines.join('\n'))
      const prose = blocks
        .filter(block => block.kind === 'paragraph' || block.kind === 'item')
        .flatMap(block => block.lines.map(each => each.number))
      const covered = (number: number): boolean => passages.some(passage => passage.line <= number && passage.lineTo >= number)
      expect(prose.every(covered)).toBe(true)
      expect(passages.every((passage, index) => passage.line >= (passages[index - 1]?.lineTo ?? 0))).toBe(true)
      for (const passage of passages) expect(passage.text.split(/\s+/).length).toBeLessThanOrEqual(165)
    }),
    { seed: 5, numRuns: 200 },
  )
})

test('a sentence runs on across a page number and a running header', () => {
  const page = (number: number, text: string): string => `Plan 2026\n${text}\nSida ${number}`
  const { blocks } = read([page(1, 'Målgruppen är personer som'), page(2, 'uppbär offentlig försörjning.'), page(3, 'Slut.')].join('\n\f'))
  expect(blocks.filter(block => block.kind === 'paragraph').map(block => block.lines.map(line => line.number))).toEqual([[2, 5], [8]])
})
