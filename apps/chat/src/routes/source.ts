import type { PageSpan } from '@finsam/assistant'
import { type DocumentReading, type Language, placeWords } from '@finsam/domain'
import { failureSchema } from '../contract/failure.ts'
import { type ReadCell, type SourcePage, sourcePageSchema, sourceQuerySchema } from '../contract/source.ts'
import { refuse, refuseWith } from '../server/failures.ts'
import { languageOf } from '../server/language.ts'
import { hasDrawnPages, placeOfLine } from '../source/place-of-line.ts'
import { readingOf, unknownDocument } from './known-documents.ts'
import type { App, Services } from './route-app.ts'
import { pictureHref } from './source-picture.ts'

/** Lines sent at once: whole plans are mostly shorter, and a browser lays this many out without a pause. */
const stretch = 600

/** The cells of a stretch of lines that were not simply taken as printed. */
function readCells(reading: DocumentReading, from: number, to: number): ReadCell[] {
  return reading.statements.flatMap(statement =>
    statement.lines
      .filter(line => line.sourceLine >= from && line.sourceLine <= to)
      .flatMap(line =>
        statement.columns.flatMap(column => {
          const cell = line.values[column.id]
          if (!cell || cell.status === 'printed') return []
          const { printed, amount, status, proof, alternatives } = cell
          return {
            line: line.sourceLine,
            label: line.label,
            column: column.label,
            printed,
            amount,
            unit: line.unit ?? column.unit ?? statement.unit,
            status,
            ...(proof ? { proof } : {}),
            ...(alternatives ? { alternatives } : {}),
          }
        }),
      ),
  )
}

function stretchAround(line: number, from: number | undefined, total: number): { from: number; to: number } {
  const start = from ?? (total <= stretch ? 1 : Math.max(1, line - stretch / 2))
  return { from: start, to: Math.min(total, start + stretch - 1) }
}

/** `GET /api/source?document&line`: the document's own lines around a citation, with what was read otherwise than printed. */
export function registerSource(app: App, { context, options }: Services): void {
  app.route({
    method: 'GET',
    url: '/api/source',
    schema: {
      summary: 'The printed lines around a citation',
      querystring: sourceQuerySchema,
      response: { 200: sourcePageSchema, '4xx': failureSchema },
    },
    handler: async (request, reply) => {
      const { library, sourceLines, pages } = await context()
      const { document, edition, line, from: wanted } = request.query
      const reading = readingOf(library, document)
      if (!reading) return refuseWith(request, reply, 404, unknownDocument(library, document, languageOf(request)))
      const isReplaced = edition !== undefined && edition !== reading.document.hash
      const replaced = isReplaced ? await options.replacedLines?.(document, edition) : undefined
      if (isReplaced && !replaced) return refuse(request, reply, 404, 'unknown-edition')
      const total = replaced?.length ?? reading.document.lines
      const { from, to } = stretchAround(Math.min(line, total), wanted, total)
      if (replaced) return sourcePage(withoutTables(reading, total), from, replaced.slice(from - 1, to), [], true)
      const spans = pages?.(document) ?? []
      const shown = sourcePage(reading, from, sourceLines(document, from, to) ?? [], spans)
      const place = placeTold(reading, line, spans, languageOf(request))
      if (!place) return shown
      const { picture, ...told } = place
      return { ...shown, place: options.drawSource && picture ? place : told }
    },
  })
}

/** Where the cited line stands in its file, in words, and the address of its page's picture; undefined for plain text. */
function placeTold(reading: DocumentReading, line: number, pages: readonly PageSpan[], language: Language): SourcePage['place'] {
  const found = placeOfLine(reading, line, pages)
  const drawn = found.page !== undefined && hasDrawnPages(reading)
  if (!found.place && !drawn) return undefined
  return {
    words: placeWords(found, language),
    recognised: found.place?.recognised ?? false,
    ...(drawn ? { picture: pictureHref(reading.document.id, line) } : {}),
  }
}

/** What is known of a replaced edition beside its lines: whose it is. */
const withoutTables = (reading: DocumentReading, lines: number): DocumentReading => ({
  ...reading,
  document: { ...reading.document, lines },
  statements: [],
})

function sourcePage(
  reading: DocumentReading,
  from: number,
  texts: readonly string[],
  pages: readonly PageSpan[],
  replaced = false,
): SourcePage {
  const { id, title, associationName, lines: total } = reading.document
  const to = Math.max(from, from + texts.length - 1)
  return {
    document: { id, title, association: associationName, lines: total },
    from,
    to,
    lines: texts.map((text, at) => ({ line: from + at, text })),
    pages: pages.filter(page => page.to >= from && page.from <= to),
    cells: readCells(reading, from, to),
    replaced,
    ...(from > 1 ? { previous: Math.max(1, from - stretch) } : {}),
    ...(to < total ? { next: to + 1 } : {}),
  }
}
