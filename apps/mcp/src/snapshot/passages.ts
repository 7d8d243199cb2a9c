import type { PageSpan } from '@finsam/assistant'

/** A stretch of a document that search finds, lines 1-based, both ends included. */
export interface SnapshotPassage {
  readonly line: number
  readonly lineTo: number
  readonly page?: number
  readonly heading?: string
  readonly text: string
}

interface Cut {
  readonly lines: readonly string[]
  readonly pages: readonly PageSpan[]
  readonly headings: readonly { readonly line: number; readonly title: string }[]
}

/** A passage grows no longer than this, so that a hit shows where it hit. */
const longest = 12

/** The first lines of passages: after an empty line, at a heading, at a page, or when the passage before is full. */
function startsOf({ lines, pages, headings }: Cut): readonly number[] {
  const marks = new Set([...headings.map(({ line }) => line), ...pages.map(({ from }) => from)])
  const starts: number[] = []
  let length = longest
  for (const [index, text] of lines.entries()) {
    const line = index + 1
    if (text.trim() === '') {
      length = longest
      continue
    }
    if (length >= longest || marks.has(line)) {
      starts.push(line)
      length = 0
    }
    length += 1
  }
  return starts
}

const headingAt = ({ headings }: Cut, line: number): string | undefined => headings.findLast(heading => heading.line <= line)?.title
const pageAt = ({ pages }: Cut, line: number): number | undefined => pages.find(({ from, to }) => from <= line && line <= to)?.page

/** Cuts a text into passages at empty lines, headings and pages. */
export function passagesOf(cut: Cut): readonly SnapshotPassage[] {
  const starts = startsOf(cut)
  return starts.map((line, index) => {
    const end = (starts[index + 1] ?? cut.lines.length + 1) - 1
    const own = cut.lines.slice(line - 1, end)
    const kept = own.findLastIndex(text => text.trim() !== '') + 1
    const page = pageAt(cut, line)
    const heading = headingAt(cut, line)
    return {
      line,
      lineTo: line + kept - 1,
      ...(page === undefined ? {} : { page }),
      ...(heading === undefined ? {} : { heading }),
      text: own.slice(0, kept).join('\n'),
    }
  })
}
