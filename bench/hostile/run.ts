import { spawnSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { giants } from './texts.ts'

/**
 * `npm run bench -- hostile [texts, 50 000] [first, 1]`: hostile texts by their numbers, in processes of 2 500 texts, so that a run can be taken up where
 * it ended; then giants, each in a process of its own. Holds that each ends in a reading or one coded error, in time, and that no process takes more than 500 MB.
 */
interface Outcome {
  readonly ended: Readonly<Record<string, number>>
  readonly slowest: { readonly text: string; readonly ms: number }
  readonly megabytes: number
}

const mostMegabytes = 500
const mostMsPerText = 2_000
const mostMsPerGiant = 60_000
const partSize = 2_500
const [texts = '50000', from = '1'] = process.argv.slice(2)
const worker = fileURLToPath(new URL('./worker.ts', import.meta.url))

function work(...wanted: readonly string[]): Outcome | undefined {
  const { stdout, status } = spawnSync(process.execPath, ['--conditions=finsam-source', worker, ...wanted], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 1_800_000,
  })
  return status === 0 ? JSON.parse(stdout) : undefined
}

const shown = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ')

const isFine = (outcome: Outcome | undefined, mostMs: number): boolean =>
  outcome !== undefined && !outcome.ended.thrown && outcome.megabytes <= mostMegabytes && outcome.slowest.ms <= mostMs

console.log(`load average: ${loadavg()[0]?.toFixed(1)}; milliseconds are processor time, on all threads`)
const total: Record<string, number> = {}
let fine = true
for (let first = Number(from); first < Number(from) + Number(texts); first += partSize) {
  const count = Math.min(partSize, Number(from) + Number(texts) - first)
  const outcome = work(String(first), String(count))
  fine = isFine(outcome, mostMsPerText) && fine
  const told = outcome && `${outcome.slowest.ms.toFixed(0)} ms at most (text ${outcome.slowest.text}), ${outcome.megabytes.toFixed(0)} MB`
  console.log(`texts ${first} to ${first + count - 1}: ${told ?? 'the process broke off'}`)
  for (const [code, each] of Object.entries(outcome?.ended ?? {})) total[code] = (total[code] ?? 0) + each
}
console.log(`ended: ${shown(total)}`)

for (const name of Object.keys(giants)) {
  const outcome = work(name)
  fine = isFine(outcome, mostMsPerGiant) && fine
  const told = outcome && `${shown(outcome.ended)}, ${outcome.slowest.ms.toFixed(0)} ms, ${outcome.megabytes.toFixed(0)} MB`
  console.log(`${name}: ${told ?? 'the process broke off'}`)
}
console.log(fine ? 'all within the limits' : 'beyond the limits')
process.exit(fine ? 0 : 1)
