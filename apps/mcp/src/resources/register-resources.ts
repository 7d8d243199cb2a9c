import type { AssistantContext, SourceSpan } from '@finsam/assistant'
import { type McpServer, ResourceNotFoundError, ResourceTemplate, type Variables } from '@modelcontextprotocol/server'
import { assistant } from '../server/assistant.ts'
import { type ContextSource, contextOf } from '../server/context-source.ts'
import { guarded } from '../server/guard.ts'
import type { Report } from '../server/report.ts'
import { completeDocument, completePage } from './complete-names.ts'

const mimeType = 'text/plain'
/** A document's text changes only when another version is ingested. */
const cacheHint = { ttlMs: 3_600_000, cacheScope: 'private' } as const

const text = (variables: Variables, name: string): string => {
  const value = variables[name]
  return typeof value === 'string' ? decodeURIComponent(value) : ''
}

type Assistant = Awaited<ReturnType<typeof assistant>>

interface Known {
  readonly source: ContextSource
  readonly report: Report
}

/** The text of a resource, or the protocol's answer for one that does not exist. */
const contentsOf = ({ source, report }: Known, uri: URL, read: (context: AssistantContext, own: Assistant) => string) =>
  guarded(report, 'a resource', async () => {
    const context = await contextOf(source)
    const own = await assistant()
    try {
      return { contents: [{ uri: uri.href, mimeType, text: read(context, own) }] }
    } catch (error) {
      if (error instanceof own.ToolError || error instanceof URIError) throw new ResourceNotFoundError(uri.href)
      throw error
    }
  })

const number = (digits: string): number => (/^\d{1,7}$/.test(digits) ? Number(digits) : Number.NaN)

const spanOf = (variables: Variables): SourceSpan => {
  const [from = '', to = from] = text(variables, 'range').split('-')
  return { from: number(from), to: number(to) }
}

/** The documents and their pages and lines: what the citations of every result point to. Made once, put on every server. */
export function resourcesOver(source: ContextSource, report: Report): (server: McpServer) => void {
  const known = { source, report }
  const document = completeDocument(source, report)
  const listDocuments = () =>
    guarded(report, 'the list of documents', async () => ({
      resources: (await contextOf(source)).library.documents.map(({ id, title }) => ({
        uri: `finsam://${encodeURIComponent(id)}`,
        name: id,
        title,
        mimeType,
      })),
    }))
  const documents = new ResourceTemplate('finsam://{document}', { list: listDocuments, complete: { document } })
  const pages = new ResourceTemplate('finsam://{document}/page/{page}', {
    list: undefined,
    complete: { document, page: completePage(source, report) },
  })
  const lines = new ResourceTemplate('finsam://{document}/lines/{range}', { list: undefined, complete: { document } })
  return server => {
    server.registerResource(
      'document',
      documents,
      { title: 'Document', description: 'What a document is, its statements and its headings', mimeType, cacheHint },
      (uri, variables) => contentsOf(known, uri, (context, own) => own.documentOverview(context, text(variables, 'document'))),
    )
    server.registerResource(
      'page',
      pages,
      { title: 'Page', description: 'The text of one page with its line numbers', mimeType, cacheHint },
      (uri, variables) =>
        contentsOf(
          known,
          uri,
          (context, own) => own.readSource(context, text(variables, 'document'), { page: number(text(variables, 'page')) }).text,
        ),
    )
    server.registerResource(
      'lines',
      lines,
      { title: 'Lines', description: 'Lines of a document, as 210-214', mimeType, cacheHint },
      (uri, variables) =>
        contentsOf(known, uri, (context, own) => own.readSource(context, text(variables, 'document'), spanOf(variables)).text),
    )
  }
}
