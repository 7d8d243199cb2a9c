import { createLibrary, type DocumentReading, evaluate, type Library, type Query } from '@finsam/domain'
import { country, generateReadings } from './generate.ts'
import { openDuckDb, openSqlite, type Peer } from './peers.ts'
import { milliseconds, type Timing, time } from './timing.ts'

/**
 * `evaluate` over a made-up country, beside the same questions in SQLite and DuckDB, all in memory and in one run.
 * The answers are compared first: a fast wrong answer would count for nothing.
 */
const size = process.argv.includes('--small') ? { ...country, associations: 8 } : country
const year = (at: number) => ({ from: `${at}-01-01`, to: `${at}-12-31` })
const associationAt = (index: number): string => `forbund-${1 + (index % size.associations)}`
const yearAt = (index: number): number => 2008 + (index % (size.years - 3))
const concept = (association: string, name: string, at: number): Query => ({
  op: 'lookup',
  of: { association, target: { concept: name }, scenario: 'budget', period: year(at) },
})

const questions = {
  lookup: (index: number): Query => ({
    op: 'lookup',
    of: {
      association: associationAt(index),
      target: { line: `${associationAt(index)}/kansli` },
      scenario: 'budget',
      period: year(yearAt(index)),
    },
  }),
  share: (index: number): Query => ({
    op: 'share',
    part: concept(associationAt(index), 'administration', yearAt(index)),
    whole: concept(associationAt(index), 'total-costs', yearAt(index)),
  }),
  rank: (index: number): Query => ({
    op: 'rank',
    order: 'highest',
    of: Array.from({ length: size.associations }, (_, each) => concept(`forbund-${each + 1}`, 'total-costs', yearAt(index))),
  }),
  series: (_index: number): Query => ({
    op: 'series',
    of: Array.from(
      { length: size.years },
      (_, offset): Query => ({
        op: 'sum',
        of: Array.from({ length: size.associations }, (_unused, each) => concept(`forbund-${each + 1}`, 'total-costs', 2006 + offset)),
      }),
    ),
  }),
}

function ask(library: Library, query: Query): number {
  const outcome = evaluate(library, query)
  if (!outcome.ok) throw new Error(outcome.failure.message)
  return query.op === 'rank' || query.op === 'series' ? (outcome.value.ordered?.length ?? 0) : outcome.value.result.value
}

const peerAsks = (peer: Peer) => ({
  lookup: (index: number) => peer.lookup(associationAt(index), 'Kansli', 'budget', yearAt(index)),
  share: (index: number) => peer.share(associationAt(index), 'Summa administration', 'Summa kostnader', yearAt(index)),
  rank: (index: number) => peer.rank('Summa kostnader', yearAt(index)),
  series: () => peer.series('Summa kostnader', 2006, 2005 + size.years),
})

const kinds = ['lookup', 'share', 'rank', 'series'] as const
const runs = { lookup: 20_000, share: 20_000, rank: 300, series: 30 }
const promised = { lookup: 0.2, share: 0.2, rank: 5, series: 50 }

/** Runs a step and says how long it took on the wall and on the processor, which differ on a busy machine. */
function measured<Value>(run: () => Value): { readonly value: Value; readonly took: string } {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const value = run()
  const { user, system } = process.cpuUsage(cpu)
  return { value, took: `${(performance.now() - start).toFixed(0)} ms (${((user + system) / 1_000).toFixed(0)} ms of processor)` }
}

function loadLibrary(): { readonly library: Library; readonly printings: number } {
  const { readings, registry } = generateReadings(size)
  const stored = readings.map(reading => JSON.stringify(reading))
  const { value: parsed, took: parseTook } = measured(() => stored.map(text => JSON.parse(text) as DocumentReading))
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const { value: library, took: buildTook } = measured(() => createLibrary(parsed, registry))
  const { took: gatherTook } = measured(() => library.lines.length)
  globalThis.gc?.()
  const bytes = process.memoryUsage().heapUsed - before
  const printings = library.lines.reduce(
    (sum, line) => sum + line.quantities.reduce((known, quantity) => known + quantity.printings.length, 0),
    0,
  )
  console.log(`${readings.length} documents, ${printings} printings, ${library.lines.length} lines`)
  console.log(`load: JSON.parse ${parseTook} + createLibrary ${buildTook} (promised: 3 000 ms together)`)
  console.log(`gathering every association's lines, else done when each is first asked about: ${gatherTook}`)
  console.log(
    `memory: ${(bytes / printings).toFixed(0)} bytes a printing beyond the parsed readings${globalThis.gc ? '' : ' (run with --expose-gc for a true figure)'} (promised: 1 024)`,
  )
  return { library, printings }
}

async function compare(library: Library, peer: Peer): Promise<Record<(typeof kinds)[number], Timing>> {
  const asks = peerAsks(peer)
  for (const kind of kinds)
    for (const index of [0, 7, 123]) {
      const [ours, theirs] = [ask(library, questions[kind](index)), await asks[kind](index)]
      if (Math.abs(ours - theirs) > 1e-6) throw new Error(`${peer.name} answers ${kind} ${index} with ${theirs}, finsam with ${ours}`)
    }
  const timings: Partial<Record<(typeof kinds)[number], Timing>> = {}
  for (const kind of kinds) timings[kind] = await time(Math.min(runs[kind], 3_000), asks[kind])
  return timings as Record<(typeof kinds)[number], Timing>
}

const { library } = loadLibrary()
const own: Partial<Record<(typeof kinds)[number], Timing>> = {}
for (const kind of kinds) own[kind] = await time(runs[kind], index => ask(library, questions[kind](index)))
const peers: { readonly name: string; readonly timings: Record<(typeof kinds)[number], Timing> }[] = []
for (const open of [openSqlite, openDuckDb]) {
  const peer = await open(library)
  if (!peer) {
    console.log('DuckDB is not installed: run `npm ci` in bench/ to compare with it.')
    continue
  }
  peers.push({ name: peer.name, timings: await compare(library, peer) })
  peer.close()
}

console.log(`\nquestion  finsam p50 / p95 ms (promised p50)${peers.map(({ name }) => `   ${name} p50 ms (ratio)`).join('')}`)
for (const kind of kinds) {
  const mine = own[kind] ?? { p50: 0, p95: 0 }
  const beside = peers
    .map(({ timings }) => `   ${milliseconds(timings[kind].p50)} (${(timings[kind].p50 / mine.p50).toFixed(1)}×)`)
    .join('')
  const kept = mine.p50 <= promised[kind] ? 'kept' : 'NOT KEPT'
  console.log(`${kind.padEnd(9)} ${milliseconds(mine.p50)} / ${milliseconds(mine.p95)} (${promised[kind]}, ${kept})${beside}`)
}
