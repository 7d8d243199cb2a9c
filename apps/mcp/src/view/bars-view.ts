import type { McpServer } from '@modelcontextprotocol/server'
import view from './bars.snap.json' with { type: 'json' }

/** Where clients that show views find the bars. */
export const barsUri = 'ui://finsam/bars'
const mimeType = 'text/html;profile=mcp-app'

/** Tools whose figures are worth seeing side by side. Their replies say the same without the view. */
const shownAsBars: ReadonlySet<string> = new Set(['compare', 'project', 'list_initiatives'])

/** Tells a client which view shows a tool's reply; nothing for the others. The second key is what clients before 2026 look for. */
export const viewOf = (tool: string): { readonly _meta?: Record<string, unknown> } =>
  shownAsBars.has(tool) ? { _meta: { ui: { resourceUri: barsUri }, 'ui/resourceUri': barsUri } } : {}

/** The view as a resource: bars, table and source buttons, without any connection to the network. */
export function putBarsView(server: McpServer): void {
  const nowhere = { ui: { csp: { connectDomains: [], resourceDomains: [] } } }
  server.registerResource(
    'bars',
    barsUri,
    { title: 'Figures as bars', description: 'Shows the figures of a reply as bars with their sources', mimeType },
    ({ href }) => ({ contents: [{ uri: href, mimeType, text: view.html, _meta: nowhere }] }),
  )
}
