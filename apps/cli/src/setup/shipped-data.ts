import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** The documents that finsam ships; undefined where it was installed without them. */
export function shippedDocuments(): string | undefined {
  const folder = join(root, 'data', 'documents')
  return existsSync(folder) ? folder : undefined
}

/** The registry of associations that finsam ships; undefined where it was installed without it. */
export function shippedRegistry(): string | undefined {
  const file = join(root, 'data', 'registry.json')
  return existsSync(file) ? file : undefined
}
