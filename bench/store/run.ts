// npm run bench -- store faults 200      kills a writer and checks what is left
// npm run bench -- store races 30        lets two processes ingest the same and different documents at once
// npm run bench -- store search          search quality over the shared corpus
// npm run bench -- store scale 10000 …   size, rates and latencies at numbers of passages, and how they grow
// npm run bench -- store keep 1000000 FOLDER   fills a store of so many passages and leaves it there
// npm run bench -- store speed FOLDER    times searches of a store that was kept
import { resolve } from 'node:path'
import { measureFaults } from './faults.ts'
import { measureRaces } from './races.ts'
import { keepStore, measureKept, measureScale } from './scale.ts'
import { measureSearch } from './search-quality.ts'

const [what = 'faults', ...counts] = process.argv.slice(2)
const [count] = counts
switch (what) {
  case 'faults':
    process.exitCode = (await measureFaults(Number(count ?? 20))) ? 0 : 1
    break
  case 'races':
    process.exitCode = (await measureRaces(Number(count ?? 5))) ? 0 : 1
    break
  case 'search':
    await measureSearch()
    break
  case 'scale':
    await measureScale(counts.length > 0 ? counts.map(Number) : [10_000])
    break
  case 'keep':
    await keepStore(resolve(counts[1] ?? 'kept-store'), Number(count ?? 10_000))
    break
  case 'speed':
    await measureKept(resolve(count ?? 'kept-store'))
    break
  default:
    console.error(`There is no measurement ${JSON.stringify(what)}. There are: faults, races, search, scale, keep, speed.`)
    process.exitCode = 1
}
