import type { TextDocument, TextLine } from '../text/text-document.ts'
import { isRunningHead } from './running-head.ts'

const leastPages = 3
const shape = (text: string): string => text.trim().replace(/\d+/g, '#')

/** The first and last two lines of each page that have text. */
function edgesOf(lines: readonly TextLine[]): readonly TextLine[] {
  const printed = lines.filter(line => line.text.trim() !== '')
  return [...new Set([...printed.slice(0, 2), ...printed.slice(-2)])]
}

/**
 * Numbers of the lines that are repeated at the edges of three pages or more, page numbers apart: running headers and footers.
 * Lines that end in their page are furniture anywhere.
 */
export function findPageFurniture(document: TextDocument): ReadonlySet<number> {
  const running = document.lines.filter(line => isRunningHead(line.text.trim())).map(line => line.number)
  const pages = new Map<number, TextLine[]>()
  for (const line of document.lines) {
    if (line.page === undefined) return new Set(running)
    const page = pages.get(line.page)
    if (page) page.push(line)
    else pages.set(line.page, [line])
  }
  const places = new Map<string, number[]>()
  for (const lines of pages.values())
    for (const line of edgesOf(lines)) {
      if (line.text.trim().length > 120) continue
      const known = places.get(shape(line.text))
      if (known) known.push(line.number)
      else places.set(shape(line.text), [line.number])
    }
  return new Set([...running, ...[...places.values()].filter(numbers => numbers.length >= leastPages).flat()])
}
