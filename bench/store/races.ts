import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openStore } from '@finsam/indexer'
import { connect } from '@lancedb/lancedb'
import { passagesOf } from './passages.ts'

const data = resolve(import.meta.dirname, '../../data')
const names = ['first', 'second']

function startWriter(folder: string, name: string): ChildProcess {
  const worker = join(import.meta.dirname, 'race-worker.ts')
  return spawn(process.execPath, ['--conditions=finsam-source', worker, folder, data, name], { stdio: ['pipe', 'pipe', 'inherit'] })
}

/** Lets two processes write at once: both stand ready before either may begin. Gives their exit codes. */
async function race(folder: string): Promise<readonly number[]> {
  const writers = names.map(name => startWriter(folder, name))
  const done = writers.map(async writer => Number((await once(writer, 'exit'))[0] ?? -1))
  await Promise.all(writers.map(({ stdout }) => (stdout ? once(stdout, 'data') : undefined)))
  for (const { stdin } of writers) stdin?.end('go\n')
  return Promise.all(done)
}

/** What is wrong in a store that two writers left: documents that are missing, passages that are missing, left over or there twice. */
async function wrongs(folder: string): Promise<readonly string[]> {
  const opened = await openStore(folder, { registry: { associations: [] } })
  if (!opened.ok) return [opened.failure.message]
  const files = readdirSync(join(data, 'documents')).length
  const found = (await opened.value.documents()).length
  const { faults } = await opened.value.verify()
  opened.value.close()
  const connection = await connect(folder)
  const keys: readonly { key: string }[] = await (await passagesOf(connection)).query().select(['key']).toArray()
  connection.close()
  const twice = keys.length - new Set(keys.map(({ key }) => key)).size
  return [
    ...(found === files * (1 + names.length) ? [] : [`${found} documents instead of ${files * (1 + names.length)}`]),
    ...(twice === 0 ? [] : [`${twice} passages twice`]),
    ...faults.map(({ document, kind }) => `${document}: ${kind}`),
  ]
}

/** Two processes open the same new store at the same moment and ingest the same and different documents, again and again. */
export async function measureRaces(rounds: number): Promise<boolean> {
  let failed = 0
  const wrong: string[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'finsam-race-'))
    try {
      failed += (await race(folder)).filter(code => code !== 0).length
      wrong.push(...(await wrongs(folder)).map(text => `round ${round}: ${text}`))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  for (const text of wrong) console.log(text)
  const load = loadavg()[0]?.toFixed(1)
  console.log(
    `${rounds} rounds of two writers: ${failed} of ${2 * rounds} failed, ${wrong.length} faults (load average ${load} at the end)`,
  )
  return failed === 0 && wrong.length === 0
}
