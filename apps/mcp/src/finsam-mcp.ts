import type { Tool } from '@finsam/assistant'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import definitions from './definitions.snap.json' with { type: 'json' }
import { serverFactory } from './server/build-server.ts'
import { listedTool } from './server/listed-tool.ts'
import { whenThere } from './server/soon.ts'
import { type SnapshotService, snapshotContext } from './snapshot/serve-snapshot.ts'

// The entry of the bundle: one snapshot, over stdio. The greeting and the tool list come from the definitions; the catalogue and
// the snapshot are read when a tool is called.
const service = (): Promise<SnapshotService> => import('./snapshot/snapshot-service.ts')

let loaded: ReadonlyMap<string, Tool> | undefined

function toolNamed(catalogue: ReadonlyMap<string, Tool>, name: string): Tool {
  const tool = catalogue.get(name)
  if (!tool) throw new RangeError(`a tool is defined but not in the catalogue: ${name}`)
  return tool
}

async function loadCatalogue(): Promise<ReadonlyMap<string, Tool>> {
  const { tools } = await service()
  loaded = new Map(tools.map(tool => [tool.name, tool]))
  return loaded
}

const load = (name: string) => whenThere(loaded ?? loadCatalogue(), catalogue => toolNamed(catalogue, name))

const [, , file] = process.argv
if (file === undefined || file === '') {
  console.error('Usage: node finsam-mcp.mjs SNAPSHOT.json (write one with: finsam export --all FILE)')
  process.exitCode = 1
} else {
  const tools = definitions.map(definition => listedTool(definition, () => load(definition.name)))
  serveStdio(serverFactory(snapshotContext(file, service), { tools }), { onerror: error => console.error('finsam mcp:', error.message) })
}
