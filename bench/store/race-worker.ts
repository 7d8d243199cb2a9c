// Opens a store, tells that it is ready, waits for the word, and ingests the shipped documents; what it met is its last line.
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registrySchema } from '@finsam/domain'
import { openStore } from '@finsam/indexer'

const [folder = '', data = '', own = ''] = process.argv.slice(2)
const registry = registrySchema.parse(JSON.parse(readFileSync(join(data, 'registry.json'), 'utf8')))
const documents = join(data, 'documents')
process.stdout.write('ready\n')
await once(process.stdin, 'data')
const opened = await openStore(folder, { registry })
if (!opened.ok) throw new Error(opened.failure.message)
for (const fileName of readdirSync(documents)) {
  const bytes = readFileSync(join(documents, fileName))
  const common = await opened.value.ingest({ bytes, fileName })
  if (!common.ok) throw new Error(`${fileName}: ${common.failure.message}`)
  // The same text under this process's own name is a document that the other one does not write.
  const text = new TextEncoder().encode(`${bytes.toString('utf8')}\nUtgåva ${own}\n`)
  const alone = await opened.value.ingest({ bytes: text, fileName: `${own}-${fileName}`, id: `${own}-${fileName}` })
  if (!alone.ok) throw new Error(`${own}-${fileName}: ${alone.failure.message}`)
}
const maintained = await opened.value.maintain()
if (!maintained.ok) throw new Error(maintained.failure.message)
process.exit(0)
