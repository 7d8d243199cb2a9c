// Ingests documents of its own into a store, one after another, and tells each on standard output when it is acknowledged.
import { openStore } from '@finsam/indexer'

const [location = '', options = '{}', name = 'a', countText = '10'] = process.argv.slice(2)
const opened = await openStore(location, { registry: { associations: [] }, storageOptions: JSON.parse(options) })
if (!opened.ok) throw new Error(opened.failure.message)
const store = opened.value

const plan = (id: string): Uint8Array => {
  const rows = Array.from({ length: 5 }, (_, row) => `Insats ${row} i ${id} kostar ${1000 + row} kronor och följs upp av styrelsen.`)
  return new TextEncoder().encode(`Verksamhetsplan ${id}\n\n${rows.join('\n\n')}\n`)
}
for (let number = 0; number < Number(countText); number += 1) {
  const id = `plan-${name}-${number}`
  const began = performance.now()
  const result = await store.ingest({ bytes: plan(id), fileName: `${id}.txt` })
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  await store.records.asked.append({ at: new Date().toISOString(), json: id })
  process.stdout.write(`${id} ${Math.round(performance.now() - began)}\n`)
}
store.close()
