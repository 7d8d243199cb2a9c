import type { AssistantContext } from '../context.ts'
import { parseDocument } from './names/association-name.ts'
import { ToolError } from './tool.ts'

/** Lines of a document, 1-based, both ends included; or one of its pages. */
export type SourceSpan = { readonly from: number; readonly to: number } | { readonly page: number }

export interface SourceText {
  readonly document: string
  readonly from: number
  readonly to: number
  readonly page?: number
  readonly lines: readonly { readonly line: number; readonly text: string }[]
  /** Each line behind its number. */
  readonly text: string
}

/** No reply grows beyond this many lines, whatever is asked for. */
export const mostLines = 400

function pageSpan(context: AssistantContext, document: string, page: number): { readonly from: number; readonly to: number } {
  const pages = context.pages?.(document) ?? []
  const span = pages.find(known => known.page === page)
  if (span) return span
  const hint =
    pages.length > 0 ? `It has pages ${pages[0]?.page} to ${pages.at(-1)?.page}.` : 'Its text has no page marks: ask for lines instead.'
  throw new ToolError('no-such-lines', `${document} has no page ${page}. ${hint}`)
}

/**
 * Reads a stretch of a document's text, as printed.
 *
 * @example readSource(context, 'vastmanland-2024', { from: 210, to: 214 }).text // '210 Intäkter …\n211 …'
 */
export function readSource(context: AssistantContext, document: string, span: SourceSpan): SourceText {
  const { id, lines: count } = parseDocument(context.library, document)
  const { from, to } = 'page' in span ? pageSpan(context, id, span.page) : span
  const last = Math.min(to, count, from + mostLines - 1)
  const texts = Number.isInteger(from) && from >= 1 && from <= last ? context.sourceLines(id, from, last) : undefined
  if (!texts) throw new ToolError('no-such-lines', `${id} has lines 1 to ${count}; there is nothing at the lines asked for.`)
  const lines = texts.map((text, index) => ({ line: from + index, text }))
  return {
    document: id,
    from,
    to: last,
    ...('page' in span ? { page: span.page } : {}),
    lines,
    text: lines.map(({ line, text }) => `${line} ${text}`).join('\n'),
  }
}
