import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { registrySchema } from '@finsam/domain'
import { type SnapshotContent, writeSnapshot } from '@finsam/mcp'
import { readFile } from '@finsam/reader'
import { build } from 'esbuild'

const root = resolve(import.meta.dirname, '../..')

export interface Prepared {
  readonly snapshot: string
  /** The bundled finsam and the bundled echo, built and started in the same way. */
  readonly finsam: string
  readonly echo: string
}

async function shippedContents(): Promise<readonly SnapshotContent[]> {
  const registry = registrySchema.parse(JSON.parse(readFileSync(join(root, 'data/registry.json'), 'utf8')))
  const documents = join(root, 'data/documents')
  const contents: SnapshotContent[] = []
  for (const fileName of readdirSync(documents).toSorted()) {
    const read = await readFile({ bytes: readFileSync(join(documents, fileName)), fileName, registry })
    if (!read.ok) throw new Error(read.failure.message)
    contents.push({ reading: read.value.reading, lines: read.value.text.split('\n'), pages: [] })
  }
  return contents
}

/** Makes a snapshot of the shipped documents and both bundles in a folder. */
export async function prepare(folder: string): Promise<Prepared> {
  const snapshot = join(folder, 'snapshot.json')
  const registry = registrySchema.parse(JSON.parse(readFileSync(join(root, 'data/registry.json'), 'utf8')))
  writeFileSync(snapshot, writeSnapshot(await shippedContents(), registry))
  execFileSync(process.execPath, [join(root, 'apps/mcp/scripts/bundle.mjs'), folder], { stdio: ['ignore', 'ignore', 'inherit'] })
  const echo = join(folder, 'echo.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'echo-stdio.ts')],
    outfile: join(folder, 'echo-server.mjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire as r } from 'node:module'\nconst require = r(import.meta.url)" },
  })
  writeFileSync(echo, "import { enableCompileCache } from 'node:module'\nenableCompileCache()\nawait import('./echo-server.mjs')\n")
  return { snapshot, finsam: join(folder, 'finsam-mcp.mjs'), echo }
}
