// Checks the built package as its consumers see it: publint, are-the-types-wrong, and the size of a browser bundle with zod in it.
// Run from bench/ (`npm ci && npm run package`), whose lockfile holds these tools; the package is built before.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

// Held so that they do not grow: what asks and answers without validating, and every export with all of zod's classic API (wanted: 60 KiB).
const bundles = [
  {
    name: 'browser bundle, createLibrary and evaluate',
    contents: "export { createLibrary, evaluate } from '@finsam/domain'",
    limitKiB: 38,
  },
  { name: 'browser bundle, all exports with zod', contents: "export * from '@finsam/domain'", limitKiB: 74 },
]
const packageFolder = fileURLToPath(new URL('..', import.meta.url))
const tools = fileURLToPath(new URL('../../../bench/', import.meta.url))
const require = createRequire(`${tools}package.json`)

const say = (name, passed, detail) => {
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name}: ${detail}`)
  return passed
}

async function lint() {
  const { publint } = await import(require.resolve('publint'))
  const { messages } = await publint({ pkgDir: packageFolder, strict: true })
  return say(
    'publint',
    messages.length === 0,
    messages.length === 0 ? 'clean' : messages.map(message => JSON.stringify(message)).join('\n'),
  )
}

function types() {
  const folder = mkdtempSync(join(tmpdir(), 'finsam-pack-'))
  try {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: packageFolder, stdio: 'pipe' })
    const [tarball] = readdirSync(folder)
    const bin = join(tools, 'node_modules/.bin/attw')
    const { status, stdout } = spawnSync(bin, [join(folder, tarball), '--profile', 'esm-only', '--format', 'ascii'], { encoding: 'utf8' })
    return say('are the types wrong', status === 0, status === 0 ? 'no' : stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function size({ name, contents, limitKiB }) {
  const { build } = await import(require.resolve('esbuild'))
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: packageFolder },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    write: false,
  })
  const bytes = gzipSync(outputFiles[0].contents, { level: 9 }).length
  return say(name, bytes <= limitKiB * 1024, `${(bytes / 1024).toFixed(1)} KiB min+gzip, held to ${limitKiB} KiB`)
}

const results = [await lint(), types()]
for (const bundle of bundles) results.push(await size(bundle))
process.exit(results.every(Boolean) ? 0 : 1)
