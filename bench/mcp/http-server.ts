import { readFile } from 'node:fs/promises'
import { mcpPlugin, openSnapshot } from '@finsam/mcp'
import Fastify from 'fastify'
import { buildEcho } from './echo-server.ts'

// One process, one server: the echo, or finsam over a snapshot. Both through the shipped plugin.
const [, , snapshot] = process.argv
const opened = snapshot === undefined ? undefined : openSnapshot(await readFile(snapshot, 'utf8'))
if (opened && !opened.ok) throw new Error(opened.failure.message)
const never = () => Promise.reject(new Error('the echo needs no context'))
const app = Fastify()
await app.register(opened ? mcpPlugin(opened.value) : mcpPlugin(never, { build: buildEcho }))
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
