import { serveSnapshot } from './snapshot/serve-snapshot.ts'

// The entry of the bundled file: one snapshot, over stdio.
const [, , file] = process.argv
if (file === undefined || file === '') {
  console.error('Usage: node finsam-mcp.mjs SNAPSHOT.json (write one with: finsam export --all FILE)')
  process.exitCode = 1
} else serveSnapshot(file)
