import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, type Store } from '@finsam/indexer'

/** What a killed writer had told: the last state of each document that it acknowledged, and the step that it was in. */
interface Told {
  readonly acknowledged: Map<string, string>
  readonly corrections: number[]
  inFlight: { readonly id: string; readonly state: string } | undefined
  steps: number
}

/** Lets a writer change the store for a while and kills it. */
function writeAndKill(folder: string, seed: number, afterMs: number, told: Told): Promise<void> {
  const worker = join(import.meta.dirname, 'fault-worker.ts')
  const child = spawn(process.execPath, ['--conditions=finsam-source', worker, folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let rest = ''
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs))
  child.stdout.on('data', data => {
    const lines = `${rest}${data}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [word, id = '', state = ''] = line.split(' ')
      if (word === 'start') told.inFlight = { id, state }
      else {
        told.inFlight = undefined
        told.steps += 1
        if (id !== '-') told.acknowledged.set(id, state)
        else if (state.startsWith('correction:')) told.corrections.push(Number(state.slice('correction:'.length)))
      }
    }
  })
  return new Promise(done => child.once('exit', () => done()))
}

/** Acknowledged corrections that are not there, or not in the order in which they were given. */
async function lostCorrections(store: Store, { corrections }: Told): Promise<string[]> {
  const acknowledged = new Set(corrections)
  const found = (await store.records.corrections.entries()).map(({ after }) => after).filter(after => acknowledged.has(after))
  return found.join() === corrections.join()
    ? []
    : [`corrections: ${corrections.length} acknowledged, ${found.length} of them found in order`]
}

/** What is wrong after a kill: acknowledged states that are gone, documents that are half there. */
async function wrongs(store: Store, told: Told): Promise<string[]> {
  const hashes = new Map((await store.documents()).map(({ id, hash }) => [id, hash]))
  const lost: string[] = []
  for (const [id, state] of told.acknowledged) {
    const now = hashes.get(id) ?? 'absent'
    const allowed = [state, ...(told.inFlight?.id === id ? [told.inFlight.state] : [])]
    if (!allowed.includes(now)) lost.push(`${id}: acknowledged ${state}, found ${now}`)
    told.acknowledged.set(id, now)
  }
  const { faults } = await store.verify()
  const half = faults.filter(fault => fault.kind !== 'passages-left-over').map(fault => `${fault.document}: ${fault.kind}`)
  for (const [id] of hashes)
    if ((await store.search(`Utgåva ${id}`, { limit: 1, document: id })).length === 0) half.push(`${id}: not found by search`)
  told.inFlight = undefined
  return [...lost, ...half, ...(await lostCorrections(store, told))]
}

/** Kills a writer again and again, and checks the store after each kill. */
export async function measureFaults(rounds: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'finsam-faults-'))
  const told: Told = { acknowledged: new Map(), corrections: [], inFlight: undefined, steps: 0 }
  const wrong: string[] = []
  let leftOver = 0
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await writeAndKill(folder, round, 20 + ((round * 7919) % 3000), told)
      const opened = await openStore(folder, { registry: { associations: [] } })
      if (!opened.ok) {
        wrong.push(`round ${round}: ${opened.failure.message}`)
        continue
      }
      wrong.push(...(await wrongs(opened.value, told)).map(text => `round ${round}: ${text}`))
      leftOver += (await opened.value.verify()).faults.length
      if (round % 10 === 0) {
        const repaired = await opened.value.repair()
        if (!repaired.ok || repaired.value.faults.length > 0) wrong.push(`round ${round}: not repaired`)
      }
      opened.value.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  for (const text of wrong) console.log(text)
  console.log(
    `${rounds} kills, ${told.steps} acknowledged steps (${told.corrections.length} corrections), ${wrong.length} lost or half visible; left-over passages seen after ${leftOver} kills, all cleared by repair`,
  )
  return wrong.length === 0
}
