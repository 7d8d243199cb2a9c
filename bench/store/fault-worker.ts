// Changes a store without end, one random step after another, and tells each step before and after it on standard output.
import { createHash } from 'node:crypto'
import { openStore } from '@finsam/indexer'

const [folder = '', seedText = '1'] = process.argv.slice(2)
let seed = Number(seedText)
const random = (below: number): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const opened = await openStore(folder, { registry: { associations: [] } })
if (!opened.ok) throw new Error(opened.failure.message)
const store = opened.value

const plan = (id: string, version: number): Uint8Array => {
  const rows = Array.from(
    { length: 160 },
    (_, row) => `Insats ${row} i ${id} kostar ${1000 + row * version} kronor och följs upp av styrelsen.`,
  )
  return new TextEncoder().encode(`Verksamhetsplan ${id}\n\n${rows.join('\n\n')}\nUtgåva ${version}\n`)
}
const tell = (word: string, id: string, state: string): void => {
  process.stdout.write(`${word} ${id} ${state}\n`)
}

/** A person's word on an amount, told apart by its number. */
const correction = (number: number) => ({
  quantity: 'alfa/kansli|budget 2024-01-01..2024-12-31 kr',
  unit: 'kr' as const,
  before: null,
  after: number,
  why: 'Enligt originalet',
  who: 'Eva',
  at: '2026-01-15T08:30:00Z',
})

for (;;) {
  const id = `plan-${random(16)}`
  const step = random(12)
  if (step > 9) {
    const number = random(1_000_000_000)
    tell('start', '-', `correction:${number}`)
    await store.records.corrections.append(correction(number))
    tell('done', '-', `correction:${number}`)
  } else if (step === 0) {
    tell('start', '-', 'maintain')
    await store.maintain()
    tell('done', '-', 'maintain')
  } else if (step === 1) {
    tell('start', id, 'absent')
    await store.remove(id)
    tell('done', id, 'absent')
  } else {
    const bytes = plan(id, random(1_000_000))
    const hash = createHash('sha256').update(bytes).digest('hex')
    tell('start', id, hash)
    const result = await store.ingest({ bytes, fileName: `${id}.txt`, replace: true })
    if (!result.ok) throw new Error(result.failure.message)
    tell('done', id, hash)
  }
}
