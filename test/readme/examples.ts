import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const block = /<!-- run: (.+?) -->\n[\s\S]*?<!-- end -->/g

/** Runs a documented `finsam …` command, in the store given, as a reader of the page would. */
function output(command: string, store: string): string {
  const script = command
    .replace(/^finsam /, `node ${join(root, 'apps/cli/bin/finsam.js')} `)
    .replace(/(finsam\.js \w+)/, `$1 --store ${store}`)
  try {
    return execFileSync('bash', ['-c', `${script} 2>&1`], { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string') return error.stdout
    throw error
  }
}

/** The page with the output of each `<!-- run: … -->` block as it is today, on a fresh store with the shipped documents. */
export function withFreshOutput(page: string): string {
  const store = mkdtempSync(join(tmpdir(), 'finsam-readme-'))
  try {
    execFileSync('node', [join(root, 'apps/cli/bin/finsam.js'), 'ingest', '--store', store, join(root, 'data/documents')], {
      cwd: root,
      stdio: 'ignore',
    })
    return page.replace(
      block,
      (_, command: string) =>
        `<!-- run: ${command} -->\n\n\`\`\`console\n$ ${command}\n${output(command, store).trimEnd()}\n\`\`\`\n\n<!-- end -->`,
    )
  } finally {
    rmSync(store, { recursive: true, force: true })
  }
}
