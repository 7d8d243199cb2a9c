import { expect, test } from 'vitest'
import { taggedRows } from './tagged-rows.ts'

const rows = (text: string) =>
  taggedRows(text.split('\n').map((line, index) => ({ number: index + 1, text: line }))).map(line => [
    line.number,
    line.text
      .replace(/<[^<>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ])

test('rows that share a line come apart, cells on lines of their own come together, and a table keeps its beginning', () => {
  expect(
    rows('Budget\n<table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr>\n<tr>\n<td>C</td>\n<td>3</td>\n</tr></table>\nSlut'),
  ).toEqual([
    [1, 'Budget'],
    [2, ''],
    [2, 'A 1'],
    [2, 'B 2'],
    [3, 'C 3'],
    [7, 'Slut'],
  ])
})

test('a row that never ends stops after a while', () => {
  const lines = rows(`<tr><td>A\n${'1\n'.repeat(500)}`)
  expect(lines.length).toBeGreaterThan(300)
})

test('a text without tags passes as it is', () => {
  const lines = [{ number: 1, text: 'a' }]
  expect(taggedRows(lines)).toBe(lines)
})
