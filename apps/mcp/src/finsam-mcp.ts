import { serveStdio } from '@modelcontextprotocol/server/stdio'
import definitions from './definitions.snap.json' with { type: 'json' }
import { serverFactory } from './server/build-server.ts'
import { listedTool } from './server/listed-tool.ts'
import { type SnapshotService, snapshotContext } from './snapshot/serve-snapshot.ts'

// The entry of the bundled file: one snapshot, over stdio. The greeting and the tool list come from the definitions; the catalogue and
// the snapshot are read when a tool is called.
const service = (): Promise<SnapshotService> => import('./snapshot/snapshot-service.ts')

const load = async (name: string) => {
  const { tools } = await service()
  const tool = tools.find(known => known.name === name)
  if (!tool) throw new RangeError(`a tool is defined but not in the catalogue: ${name}`)
  return tool
}

const [, , file] = process.argv
if (file === undefined || file === '') {
  console.error('Usage: node finsam-mcp.mjs SNAPSHOT.json (write one with: finsam export --all FILE)')
  process.exitCode = 1
} else {
  const tools = definitions.map(definition => listedTool(definition, () => load(definition.name)))
  serveStdio(serverFactory(snapshotContext(file, service), { tools }), { onerror: error => console.error('finsam mcp:', error.message) })
}
