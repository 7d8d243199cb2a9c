import { mkdir } from 'node:fs/promises'
import { isAbsolute, resolve } from 'node:path'
import type { Connection } from '@lancedb/lancedb'

/** The engine is large: it is loaded when a store is first opened, and told to keep its log to errors. */
export async function loadEngine(): Promise<typeof import('@lancedb/lancedb')> {
  process.env.LANCEDB_LOG ??= 'error'
  return import('@lancedb/lancedb')
}

export const isRemote = (location: string): boolean => /^[a-z0-9]+:\/\//i.test(location)

/** A folder as an absolute path (a relative one may be taken for a cloud address), a bucket address as it is. */
export const absoluteLocation = (location: string): string => (isRemote(location) || isAbsolute(location) ? location : resolve(location))

/** Connects so that every read sees the latest commit, of other processes too. */
export async function connectTo(location: string, storageOptions?: Record<string, string>): Promise<Connection> {
  const { connect } = await loadEngine()
  if (!isRemote(location)) await mkdir(location, { recursive: true })
  return connect(location, { readConsistencyInterval: 0, ...(storageOptions ? { storageOptions } : {}) })
}
