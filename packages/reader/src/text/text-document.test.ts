import { expect, test } from 'vitest'
import { parseTextDocument } from './text-document.ts'

test('lines are numbered from one, whatever ends them', () => {
  const { lines, pages } = parseTextDocument('\uFEFFa\r\nb\n\fc\rd', { id: 'x', hash: 'h' })
  expect(lines.map(line => [line.number, line.text, line.page])).toEqual([
    [1, 'a', 1],
    [2, 'b', 1],
    [3, 'c', 2],
    [4, 'd', 2],
  ])
  expect(pages).toBe(2)
})
