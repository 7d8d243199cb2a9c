import { fold } from '../tables/fold.ts'
import type { TextDocument, TextLine } from '../text/text-document.ts'
import { isRunningHead } from './running-head.ts'

const leastPages = 3
const longest = 120
/** Running heads are so far apart at least. */
const leastApart = 8
/** So far apart the numbers of two pages may be that follow each other: some pages print none. */
const mostSkipped = 3

/** The outermost lines of a page may differ in all their numbers, those next to them in none. */
const outermost = 2
const mostAbove = 4
const mostBelow = 3

/** A line near the top or the bottom of its page, by what must be the same on other pages. */
interface Edge {
  readonly line: TextLine
  readonly shape: string
}

/** The first and the last lines of a page that have text, from its edge inwards. */
function edgesOf(lines: readonly TextLine[]): readonly (readonly Edge[])[] {
  const printed = lines.filter(line => line.text.trim() !== '')
  return [printed.slice(0, mostAbove), printed.slice(-mostBelow).reverse()].map(edge =>
    edge.map((line, at) => {
      const shape = at < outermost ? line.text.trim().replace(/\d+/g, '#') : line.text.trim()
      return { line, shape: line.text.trim().length > longest ? '' : fold(shape) || shape }
    }),
  )
}

/**
 * Numbers of the lines that are repeated at the edges of three pages or more, page numbers apart: running headers and footers.
 * Lines that end in their page, and lines that come back with nothing but a number that grows, are furniture anywhere.
 */
export function findPageFurniture(document: TextDocument): ReadonlySet<number> {
  const running = document.lines.filter(line => isRunningHead(line.text.trim())).map(line => line.number)
  return new Set([...running, ...numberedAlike(document.lines), ...repeatedAtEdges(document.lines)])
}

function repeatedAtEdges(lines: readonly TextLine[]): readonly number[] {
  if (lines.some(line => line.page === undefined)) return []
  const edges = [...Map.groupBy(lines, line => line.page).values()].flatMap(edgesOf)
  const places = Map.groupBy(edges.flat(), edge => edge.shape)
  const isRepeated = ({ shape }: Edge): boolean =>
    shape !== '' && new Set(places.get(shape)?.map(({ line }) => line.page)).size >= leastPages
  return edges.flatMap(edge => {
    const inward = edge.findIndex(other => !isRepeated(other))
    const head = edge.slice(0, inward < 0 ? edge.length : inward)
    return [...new Set([...head, ...edge.slice(0, outermost).filter(isRepeated)])].map(({ line }) => line.number)
  })
}

/** What heads and feet of pages name: the association or the document. */
const named = /forbund|finsam|redovisning|rapport|bokslut|budget|plan\d*$|plan(?:en)?20/

/** The number that a line begins or ends with, and the rest of it. */
function numberedEnd(text: string): { readonly page: number; readonly rest: string } | undefined {
  const [, before = '', rest = '', after = ''] = /^(?:(\d{1,3})\s+)?(.*?)(?:\s+(\d{1,3}))?$/.exec(text.trim()) ?? []
  const page = after || before
  const folded = fold(rest)
  return page === '' || !named.test(folded) || rest.length > longest ? undefined : { page: Number(page), rest: folded }
}

/** Lines that come back far apart, the same but for the number of the page: `Samordningsförbundet | Budget 2026 | 3`. */
function numberedAlike(lines: readonly TextLine[]): readonly number[] {
  const numbered = lines.flatMap(line => {
    const end = line.text.length > longest + leastApart ? undefined : numberedEnd(line.text)
    return end ? [{ ...end, number: line.number }] : []
  })
  const groups = [...Map.groupBy(numbered, ({ rest }) => rest).values()]
  const isRunning = (group: typeof numbered): boolean =>
    group.length >= leastPages &&
    group.every((line, at) => {
      const before = group[at - 1]
      if (!before) return true
      const grown = line.page - before.page
      return line.number - before.number >= leastApart && grown >= 1 && grown <= mostSkipped
    })
  return groups.filter(isRunning).flatMap(group => group.map(({ number }) => number))
}
