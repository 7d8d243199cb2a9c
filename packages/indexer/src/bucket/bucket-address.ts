/** Where a store lies in a bucket, and how its server is asked. */
export interface BucketAddress {
  /** Address of the bucket itself, no slash at the end. */
  readonly url: string
  /** Path of the store inside the bucket: empty, or ending with a slash. */
  readonly prefix: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

type Settings = Readonly<Record<string, string | undefined>>

/** A setting by the names that the engine knows it by, in its options or in the environment. */
function settingOf(options: Settings, environment: Settings, ...names: readonly string[]): string | undefined {
  const given = Object.entries(options).find(([name]) => names.includes(name.toLowerCase().replace(/^aws_/, '')))
  return given?.[1] ?? names.map(name => environment[`AWS_${name.toUpperCase()}`]).find(Boolean)
}

/**
 * The address behind `s3://bucket/path`, with the same options and environment that the engine reads; undefined for other locations.
 *
 * @example bucketAddress('s3://plans/finsam', { endpoint: 'http://127.0.0.1:7480' }, {})?.url // 'http://127.0.0.1:7480/plans'
 */
export function bucketAddress(location: string, options: Settings, environment: Settings): BucketAddress | undefined {
  const [, bucket, path = ''] = location.match(/^s3:\/\/([^/]+)\/?(.*)$/i) ?? []
  if (!bucket) return undefined
  const setting = (...names: readonly string[]) => settingOf(options, environment, ...names)
  const region = setting('region', 'default_region') ?? 'us-east-1'
  const endpoint = setting('endpoint', 'endpoint_url') ?? `https://s3.${region}.amazonaws.com`
  const sessionToken = setting('session_token')
  const prefix = path.replace(/\/+$/, '')
  return {
    url: `${endpoint.replace(/\/+$/, '')}/${bucket}`,
    prefix: prefix === '' ? '' : `${prefix}/`,
    region,
    accessKeyId: setting('access_key_id') ?? '',
    secretAccessKey: setting('secret_access_key') ?? '',
    ...(sessionToken ? { sessionToken } : {}),
  }
}
