import { expect, test } from 'vitest'
import { withoutWordsBehind } from './words-behind.ts'

const cut = (...texts: readonly string[]): readonly string[] =>
  withoutWordsBehind(texts.map((text, at) => ({ number: at + 1, text }))).map(line => line.text)
const rows = ['Spåret 55 80 40 000 Norrby kommun', 'Nya vägen 40 65 35 000 Region Mellanland', 'Kraft 24 30 32 500 Söderås kommun']
const bare = ['Spåret 55 80 40 000', 'Nya vägen 40 65 35 000', 'Kraft 24 30 32 500']

test('rows end in their amounts', () => expect(cut(...rows)).toEqual(bare))
test('the line over them loses the name of the last column', () =>
  expect(cut('Insats Platser Nya deltagare Kostnad Ägare', ...rows)).toEqual(['Insats Platser Nya deltagare Kostnad', ...bare]))
test('each keeps the whole line as printed', () =>
  expect(withoutWordsBehind(rows.map((text, at) => ({ number: at + 1, text }))).map(line => line.printed)).toEqual(rows))
test.each([
  { name: 'two lines are no table', lines: rows.slice(0, 2) },
  { name: 'sentences', lines: rows.map(row => `${row}.`) },
  { name: 'lines with one number', lines: ['Spåret 55 Norrby', 'Vägen 40 Söderås', 'Kraft 24 Mellanland'] },
  { name: 'rows that end in amounts', lines: bare },
])('$name stay', ({ lines }) => expect(cut(...lines)).toEqual(lines))
