import { AwsClient } from 'aws4fetch'
import type { BucketAddress } from './bucket-address.ts'

const TIMEOUT_MS = 20_000

/** The few things that leases need of a bucket. Every call throws where the server refuses it or cannot be reached. */
export interface Bucket {
  /** Writes an object if there is none of that name: false where there is one. */
  putNew(name: string, body: string): Promise<boolean>
  put(name: string, body: string): Promise<void>
  /** Undefined for an object that is not there. */
  get(name: string): Promise<string | undefined>
  remove(name: string): Promise<void>
  /** Names that begin so, without the store's own path. */
  list(beginning: string): Promise<readonly string[]>
}

const unescaped: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' }
const plain = (xml: string): string => xml.replace(/&(?:lt|gt|quot|apos|amp);/g, entity => unescaped[entity] ?? entity)

/** Talks to the bucket of a store by itself, beside the engine, whose interface has no conditional writes. */
export function openBucket({ url, prefix, ...credentials }: BucketAddress): Bucket {
  const client = new AwsClient({ ...credentials, service: 's3', retries: 3 })
  const addressOf = (name: string): string => `${url}/${`${prefix}${name}`.split('/').map(encodeURIComponent).join('/')}`
  const ask = async (address: string, method: string, accepted: readonly number[], body?: string, headers?: Record<string, string>) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const response = await client.fetch(address, {
      method,
      signal,
      ...(body === undefined ? {} : { body }),
      ...(headers ? { headers } : {}),
    })
    const text = await response.text()
    if (!response.ok && !accepted.includes(response.status)) throw new Error(`the bucket answered ${response.status}`)
    return { status: response.status, text }
  }
  return {
    // 409 is the answer of a server on which two conditional writes met.
    putNew: async (name, body) => (await ask(addressOf(name), 'PUT', [409, 412], body, { 'If-None-Match': '*' })).status < 300,
    put: async (name, body) => void (await ask(addressOf(name), 'PUT', [], body)),
    async get(name) {
      const { status, text } = await ask(addressOf(name), 'GET', [404])
      return status === 404 ? undefined : text
    },
    remove: async name => void (await ask(addressOf(name), 'DELETE', [404])),
    async list(beginning) {
      const query = new URLSearchParams({ 'list-type': '2', prefix: `${prefix}${beginning}` })
      const { text } = await ask(`${url}?${query}`, 'GET', [])
      return [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, found = '']) => plain(found).slice(prefix.length))
    },
  }
}
