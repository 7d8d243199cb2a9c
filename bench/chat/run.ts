import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureKills } from './kill.ts'
import { measureLoad } from './load.ts'
import { measurePage } from './page.ts'

/** `npm run bench -- chat [load|kill|page]`: the server under load, killed under load, and the page in a browser. */
const [part, amount] = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'finsam-bench-chat-'))
const parts = {
  load: () => measureLoad(join(folder, 'load'), Number(amount ?? 60)),
  kill: () => measureKills(join(folder, 'kill'), Number(amount ?? 10)),
  page: () => measurePage(join(folder, 'page')),
}
let fine = true
for (const [name, measure] of Object.entries(parts)) {
  if (part !== undefined && part !== name) continue
  console.log(`\n## ${name}`)
  fine = (await measure()) && fine
}
await rm(folder, { recursive: true, force: true })
process.exit(fine ? 0 : 1)
