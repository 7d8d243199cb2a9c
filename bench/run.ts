import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** `npm run bench -- noise`: runs a benchmark of this folder; without a name, all of them. Each prints its own figures. */
const here = fileURLToPath(new URL('.', import.meta.url))
const known = readdirSync(here, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && existsSync(`${here}${entry.name}/run.ts`))
  .map(entry => entry.name)
const [name, ...rest] = process.argv.slice(2)

if (name !== undefined && !known.includes(name)) {
  console.error(`There is no benchmark ${JSON.stringify(name)}. There are: ${known.join(', ')}.`)
  process.exit(1)
}
let failed = 0
for (const benchmark of name === undefined ? known : [name]) {
  console.log(`\n# ${benchmark}`)
  const { status } = spawnSync(process.execPath, ['--conditions=finsam-source', '--expose-gc', `${here}${benchmark}/run.ts`, ...rest], {
    stdio: 'inherit',
  })
  if (status !== 0) failed += 1
}
process.exit(failed > 0 ? 1 : 0)
