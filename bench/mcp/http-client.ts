import { Agent, request } from 'node:http'

const meta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
  'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
}

/** Calls tools over one kept connection, protocol 2026-07-28. */
export class HttpClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #url: URL
  #next = 1

  constructor(url: URL) {
    this.#url = url
  }

  call(name: string, args: object): Promise<void> {
    const body = JSON.stringify({ jsonrpc: '2.0', id: this.#next++, method: 'tools/call', params: { name, arguments: args, _meta: meta } })
    return new Promise((resolve, reject) => {
      const sent = request(
        this.#url,
        {
          method: 'POST',
          agent: this.#agent,
          headers: {
            'content-type': 'application/json',
            accept: 'application/json, text/event-stream',
            'mcp-protocol-version': '2026-07-28',
            'mcp-method': 'tools/call',
            'mcp-name': name,
            'content-length': Buffer.byteLength(body),
          },
        },
        response => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (chunk: string) => (text += chunk))
          response.on('end', () => {
            if (response.statusCode === 200 && text.includes('"result"') && !text.includes('"isError":true')) resolve()
            else reject(new Error(`${name}: ${response.statusCode} ${text.slice(0, 300)}`))
          })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}
