// Makes dist/bundle/finsam-mcp.mjs and finsam-mcp-server.mjs, which serve a snapshot without dependencies, and dist/bundle/finsam.mcpb, the same for desktop clients.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = process.argv[2] ?? join(root, 'dist', 'bundle')
const staged = join(target, 'mcpb')
/** The file that is started, and the server that it loads. */
const files = ['finsam-mcp.mjs', 'finsam-mcp-server.mjs']
const [start, server] = files

/** Node keeps compiled code between starts, but not that of the file which asks for it: so that file is a small one of its own. */
const startText = `#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
enableCompileCache()
await import('./${server}')
`
/** Libraries that are CommonJS find `require`. */
const banner = ["import { createRequire as finsamRequire } from 'node:module'", 'const require = finsamRequire(import.meta.url)'].join('\n')

/** Of the assistant only what the server calls; its model client stays out. */
const assistantEntry = `
export { tools } from './tools/catalogue.ts'
export { documentOverview } from './tools/document-overview.ts'
export { associationChoices, documentChoices } from './tools/names/choices.ts'
export { readSource } from './tools/read-source-lines.ts'
export { ToolError } from './tools/tool.ts'
`
const assistantSource = join(root, '..', '..', 'packages', 'assistant', 'src')

/**
 * A module that is also imported lazily is wrapped, and esbuild drops the call that fills a wrapped module when its package says that it is
 * free of side effects. zod says so; its schemas would be undefined.
 */
const plugin = {
  name: 'finsam',
  setup(builder) {
    builder.onResolve({ filter: /^@finsam\/assistant$/ }, () => ({ path: 'assistant', namespace: 'finsam' }))
    builder.onLoad({ filter: /.*/, namespace: 'finsam' }, () => ({ contents: assistantEntry, loader: 'ts', resolveDir: assistantSource }))
    builder.onResolve({ filter: /^(zod|\.)/ }, async args => {
      if (args.pluginData === 'resolved' || !(args.path.startsWith('zod') || /node_modules[\\/]zod[\\/]/.test(args.importer)))
        return undefined
      const { importer, kind, resolveDir } = args
      const { path, errors } = await builder.resolve(args.path, { importer, kind, resolveDir, pluginData: 'resolved' })
      return errors.length > 0 ? { errors } : { path, sideEffects: !/[\\/]locales[\\/]/.test(path) }
    })
  },
}

await build({
  plugins: [plugin],
  entryPoints: [join(root, 'src', 'finsam-mcp.ts')],
  outfile: join(target, server),
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  conditions: ['finsam-source'],
  banner: { js: banner },
  legalComments: 'external',
})
writeFileSync(join(target, start), startText)
const copyFiles = folder => {
  for (const name of files) copyFileSync(join(target, name), join(folder, name))
}

rmSync(staged, { recursive: true, force: true })
mkdirSync(join(staged, 'server'), { recursive: true })
copyFileSync(join(root, 'bundle', 'manifest.json'), join(staged, 'manifest.json'))
copyFiles(join(staged, 'server'))
const mcpb = join(dirname(createRequire(import.meta.url).resolve('@anthropic-ai/mcpb')), 'cli', 'cli.js')
const run = (...args) => execFileSync(process.execPath, [mcpb, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
run('validate', join(staged, 'manifest.json'))
run('pack', staged, join(target, 'finsam.mcpb'))
// The package to publish: these files and their name.
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const published = join(target, 'npm')
mkdirSync(published, { recursive: true })
copyFiles(published)
writeFileSync(
  join(published, 'package.json'),
  `${JSON.stringify({ name: 'finsam-mcp', version: own.version, mcpName: own.mcpName, description: own.description, license: own.license, type: 'module', engines: own.engines, bin: { 'finsam-mcp': 'finsam-mcp.mjs' } }, null, 2)}\n`,
)
for (const name of [...files, 'finsam.mcpb']) console.log(`${name}: ${(statSync(join(target, name)).size / 1000).toFixed(0)} kB`)
