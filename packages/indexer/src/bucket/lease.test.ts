import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Bucket, openBucket } from './bucket.ts'
import { bucketAddress } from './bucket-address.ts'
import { honoursConditions } from './conditional-writes.ts'
import { withLease } from './lease.ts'
import { type ObjectServer, startObjectServer } from './test-support/object-server.ts'

const bucketOf = ({ endpoint }: ObjectServer, location = 's3://plans/finsam & co'): Bucket => {
  const address = bucketAddress(location, { endpoint, aws_access_key_id: 'key', aws_secret_access_key: 'secret' }, {})
  if (!address) throw new Error('no address')
  return openBucket(address)
}

describe('an address', () => {
  const none = { accessKeyId: '', secretAccessKey: '' }
  test.each([
    { name: 'a folder is none', location: '/var/lib/finsam', options: {}, environment: {}, address: undefined },
    { name: 'of another cloud is none', location: 'gs://plans/a', options: {}, environment: {}, address: undefined },
    {
      name: 'of Amazon where no server is named',
      location: 's3://plans',
      options: { region: 'eu-north-1' },
      environment: {},
      address: { ...none, url: 'https://s3.eu-north-1.amazonaws.com/plans', prefix: '', region: 'eu-north-1' },
    },
    {
      name: 'as the options say, in either spelling',
      location: 's3://plans/a/b/',
      options: { aws_endpoint: 'http://127.0.0.1:1/', access_key_id: 'k', AWS_SECRET_ACCESS_KEY: 's', session_token: 't' },
      environment: { AWS_ENDPOINT: 'http://elsewhere' },
      address: {
        url: 'http://127.0.0.1:1/plans',
        prefix: 'a/b/',
        region: 'us-east-1',
        accessKeyId: 'k',
        secretAccessKey: 's',
        sessionToken: 't',
      },
    },
    {
      name: 'as the environment says',
      location: 's3://plans/a',
      options: {},
      environment: { AWS_ENDPOINT_URL: 'http://127.0.0.1:2', AWS_ACCESS_KEY_ID: 'k', AWS_SECRET_ACCESS_KEY: 's', AWS_DEFAULT_REGION: 'r' },
      address: { url: 'http://127.0.0.1:2/plans', prefix: 'a/', region: 'r', accessKeyId: 'k', secretAccessKey: 's' },
    },
  ])('$name', ({ location, options, environment, address }) => {
    expect(bucketAddress(location, options, environment)).toEqual(address)
  })
})

describe.each([{ honours: true }, { honours: false }])('a server that honours conditions: $honours', ({ honours }) => {
  test('is found out, and the probe leaves nothing behind', async () => {
    const server = await startObjectServer(honours)
    expect(await honoursConditions(bucketOf(server))).toBe(honours)
    expect(server.objects.size).toBe(0)
    await server.close()
  })
})

describe('a lease', () => {
  let server: ObjectServer
  let bucket: Bucket
  beforeEach(async () => {
    server = await startObjectServer(true)
    bucket = bucketOf(server)
  })
  afterEach(() => server.close())

  test('is held by one at a time, however many ask', async () => {
    let inside = 0
    let most = 0
    const work = async () => {
      inside += 1
      most = Math.max(most, inside)
      await pause(5)
      inside -= 1
    }
    await Promise.all(Array.from({ length: 6 }, () => withLease(bucketOf(server), 'plan', work)))
    expect(most).toBe(1)
    expect(server.objects.size).toBe(1)
  })

  test('of another subject does not wait', async () => {
    const order: string[] = []
    await withLease(bucket, 'one', async () => {
      await withLease(bucket, 'other', async () => void order.push('other'))
      order.push('one')
    })
    expect(order).toEqual(['other', 'one'])
  })

  test('ends when the work fails, and the failure is told', async () => {
    await expect(withLease(bucket, 'plan', () => Promise.reject(new Error('no space left')))).rejects.toThrow('no space left')
    expect(await withLease(bucket, 'plan', async () => 'next', { lifeMs: 60_000, patienceMs: 0 })).toBe('next')
  })

  test('of a killed holder ends by itself; until then the next one is told who is in the way', async () => {
    let release = () => {}
    const killed = withLease(bucket, 'plan', () => new Promise<void>(done => (release = done)), { lifeMs: 60_000, patienceMs: 0 })
    await expect.poll(() => server.objects.size).toBe(1)
    await expect(withLease(bucket, 'plan', async () => 'too early', { lifeMs: 60_000, patienceMs: 0 })).rejects.toMatchObject({
      name: 'StoreError',
      failure: { code: 'document-busy' },
    })
    for (const name of server.objects.keys()) server.objects.set(name, JSON.stringify({ until: Date.now() - 1 }))
    expect(await withLease(bucket, 'plan', async () => 'next')).toBe('next')
    release()
    await killed
  })

  test('is renewed while its holder works', async () => {
    const working = withLease(bucket, 'other', () => pause(4_500), { lifeMs: 1_500, patienceMs: 0 })
    await pause(3_000)
    await expect(withLease(bucket, 'other', async () => 'too early', { lifeMs: 1_500, patienceMs: 0 })).rejects.toThrow('Another process')
    await working
  })
})
