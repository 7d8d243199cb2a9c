import { expect, test } from 'vitest'
import { progressLine } from './progress-line.ts'

/** All that a reading of some pages writes, a page each hundred milliseconds. */
function written(pages: number, isTTY: boolean): string {
  const parts: string[] = []
  let time = 0
  const line = progressLine('plan.pdf', { isTTY, write: text => parts.push(text) }, () => time)
  for (let page = 1; page <= pages; page += 1) {
    line.tell({ page, of: pages })
    time += 100
  }
  line.clear()
  return parts.join('').replaceAll('\r\u001b[K', '|')
}

test.each([
  {
    name: 'every second page of a quick reading is told, and the line is wiped',
    pages: 6,
    isTTY: true,
    wanted: '|plan.pdf: page 1 of 6|plan.pdf: page 3 of 6|plan.pdf: page 5 of 6|',
  },
  { name: 'a short document is not told of', pages: 4, isTTY: true, wanted: '' },
  { name: 'a file or pipe gets nothing', pages: 6, isTTY: false, wanted: '' },
])('$name', ({ pages, isTTY, wanted }) => expect(written(pages, isTTY)).toBe(wanted))
