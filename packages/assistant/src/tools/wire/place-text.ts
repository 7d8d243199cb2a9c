import { placeWords } from '@finsam/domain'
import type { Citation } from '../../answer/answer.ts'
import type { AssistantContext } from '../../context.ts'

type Place = Pick<Citation, 'page' | 'line' | 'place'>

/** A place that people find in the file itself: a box in points tells a reader of words nothing. */
export function placeOnWire({ place }: Place): Pick<Citation, 'place'> {
  if (!place) return {}
  const { box: _, ...told } = place
  return Object.keys(told).length > 0 ? { place: told } : {}
}

/** Where something stands, short: `p. 7 line 212`, and in a workbook or Word file as that is read: `sheet Budget, cell C14`. */
export function shortPlace({ page, line, place }: Place): string {
  const inFile = place?.sheet !== undefined || place?.heading !== undefined || place?.table !== undefined
  if (inFile) return placeWords({ line, ...(page === undefined ? {} : { page }), place }, 'en')
  return `${page === undefined ? '' : `p. ${page} `}line ${line}`
}

/** Where in its own file the first placed row or fact of a stretch of lines stands, in words; undefined for plain text. */
export function placeOfLines({ library }: AssistantContext, document: string, from: number, to: number): string | undefined {
  const reading = library.reading(document)
  const within = (line: number): boolean => from <= line && line <= to
  const rows = (reading?.statements ?? []).flatMap(({ lines }) =>
    lines.filter(({ sourceLine }) => within(sourceLine)).map(({ sourceLine, page, place }) => ({ line: sourceLine, page, place })),
  )
  const facts = (reading?.facts ?? []).map(({ source }) => source).filter(({ line }) => within(line))
  const first = [...rows, ...facts].sort((a, b) => a.line - b.line).find(({ place }) => place?.sheet ?? place?.heading ?? place?.table)
  return first && placeWords({ line: first.line, place: first.place }, 'en')
}
