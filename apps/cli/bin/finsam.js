#!/usr/bin/env node
// The command's entry, plain JavaScript that any Node can parse: it finds a Node that is new enough, then starts the build.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const NEEDED = 22
const here = dirname(fileURLToPath(import.meta.url))
const entry = join(here, '..', 'dist', 'main.js')

/** The Node that was installed as a package beside finsam, for machines whose own is older. */
const bundledNode = () => {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

const startElsewhere = () => {
  const node = bundledNode()
  if (!node) {
    console.error(
      `finsam needs Node ${NEEDED} or newer; this is ${process.version}. Run npm install in finsam's folder, or install a newer Node.`,
    )
    process.exit(1)
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => child.kill(signal))
  child.on('error', () => process.exit(1))
  child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code ?? 1)))
}

if (!existsSync(entry)) {
  console.error('finsam is not built yet. Run npm run build in its folder, then try again.')
  process.exit(1)
}
if (Number(process.versions.node.split('.')[0]) < NEEDED) startElsewhere()
else await import(pathToFileURL(entry).href)
