import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ObjectServer, startObjectServer } from '../bucket/test-support/object-server.ts'
import { openStore } from './open-store.ts'
import { openPlace } from './store-place.ts'

const registry = { associations: [] }

const servers: Server[] = []
/** Answers every request as S3 answers for a bucket that is not there. */
async function refusing(): Promise<{ readonly endpoint: string }> {
  const server = createServer((_, response) => response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>'))
  servers.push(server)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  return { endpoint: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}` }
}

describe('a server that ignores conditional writes', () => {
  let server: ObjectServer
  const options = () => ({ endpoint: server.endpoint, allow_http: 'true', aws_access_key_id: 'key', aws_secret_access_key: 'secret' })
  beforeEach(async () => {
    server = await startObjectServer(false)
  })
  afterEach(() => server.close())

  test('may be read and not written', async () => {
    const place = await openPlace('s3://plans/store', options())
    expect(place.writing).toMatchObject({ ok: false, failure: { code: 'store-unsafe', message: expect.stringContaining('If-None-Match') } })
    place.connection.close()
  })

  test('gets no new store', async () => {
    const opened = await openStore('s3://plans/store', { registry, storageOptions: options() })
    expect(opened).toMatchObject({ ok: false, failure: { code: 'store-unsafe' } })
    expect([...server.objects.keys()]).toEqual([])
  })
})

test.each([
  { name: 'that does not answer', endpoint: async () => 'http://127.0.0.1:9' },
  { name: 'that knows no such bucket', endpoint: async () => (await refusing()).endpoint },
])('a server $name is told in one sentence', async ({ endpoint }) => {
  const storageOptions = {
    endpoint: await endpoint(),
    allow_http: 'true',
    aws_access_key_id: 'key',
    aws_secret_access_key: 'secret',
    client_max_retries: '1',
  }
  expect(await openStore('s3://plans/store', { registry, storageOptions })).toMatchObject({
    ok: false,
    failure: { code: 'store-unreachable' },
  })
  for (const server of servers.splice(0)) server.close()
})
