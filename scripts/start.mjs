import { spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** `npm start`: builds where a source is newer than the build, then serves. Asking the build tool each time would cost a second. */
const root = fileURLToPath(new URL('../', import.meta.url))
/** Written after a build: compilers leave files alone that did not change, so the files themselves do not tell when. */
const mark = `${root}apps/cli/dist/built`
const sources = () =>
  globSync(['packages/*/src/**/*', 'apps/*/src/**/*', 'apps/*/index.html', '{packages,apps}/*/package.json'], { cwd: root })
const changedAt = file => statSync(root + file).mtimeMs

function run(program, args) {
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}

const isFresh = existsSync(mark) && sources().every(file => changedAt(file) <= statSync(mark).mtimeMs)
if (!isFresh) {
  run('npm', ['run', '--silent', 'build', '--', '--output-logs=errors-only'])
  writeFileSync(mark, '')
}
await import('../apps/cli/bin/finsam.js')
