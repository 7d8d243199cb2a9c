import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A small object storage on loopback for tests: objects in memory, no check of signatures. */
export interface ObjectServer {
  readonly endpoint: string
  readonly objects: Map<string, string>
  close(): Promise<void>
}

const listing = (names: readonly string[]): string =>
  `<ListBucketResult>${names.map(name => `<Contents><Key>${name.replaceAll('&', '&amp;')}</Key></Contents>`).join('')}</ListBucketResult>`

/** @param honours  whether a write that is to be new is refused where the object exists */
export async function startObjectServer(honours: boolean): Promise<ObjectServer> {
  const objects = new Map<string, string>()
  const answer = (method: string, url: URL, condition: string | undefined, body: string): [number, string] => {
    const name = decodeURIComponent(url.pathname.split('/').slice(2).join('/'))
    if (method === 'GET' && url.searchParams.has('list-type'))
      return [200, listing([...objects.keys()].filter(key => key.startsWith(url.searchParams.get('prefix') ?? '')))]
    if (method === 'GET') return objects.has(name) ? [200, objects.get(name) ?? ''] : [404, '']
    if (method === 'DELETE') return objects.delete(name) ? [204, ''] : [404, '']
    if (honours && condition === '*' && objects.has(name)) return [412, '']
    objects.set(name, body)
    return [200, '']
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1')
      const [status, text] = answer(request.method ?? 'GET', url, request.headers['if-none-match'], body)
      response.writeHead(status).end(status === 204 ? undefined : text)
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    close: () => new Promise(done => server.close(() => done())),
  }
}
