import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ask } from '@finsam/assistant'
import { type AskFunction, startChat } from '@finsam/chat'
import { registrySchema, success } from '@finsam/domain'
import { liveLibrary, openStore } from '@finsam/indexer'
import { readFile as readAny } from '@finsam/reader'
import Fastify from 'fastify'

// One process, one server on a free port of loopback; its address is the first line that it prints.
const [, , kind = 'chat', folder = ''] = process.argv
const data = resolve(import.meta.dirname, '../../data')
const noLimits = { perMinute: 1e9, questionsPerMinute: 1e9 }

/** As a model would: many sentences, one after another, and then the answer. */
const slowly: AskFunction = async (context, asked, talk) => {
  for (let at = 1; at <= 60; at += 1) {
    talk?.sentence(`Mening ${at} berättar något om samordningsförbundens insatser, mål och pengar under året. `)
    await pause(25)
  }
  return ask(context, asked)
}

async function serveEcho(): Promise<string> {
  const app = Fastify()
  app.post('/api/ask', async request => request.body)
  return app.listen({ host: '127.0.0.1', port: 0 })
}

async function serveChat(): Promise<string> {
  const registry = registrySchema.parse(JSON.parse(await readFile(join(data, 'registry.json'), 'utf8')))
  const opened = await openStore(folder, { registry })
  if (!opened.ok) throw new Error(opened.failure.message)
  const store = opened.value
  const documents = join(data, 'documents')
  if ((await store.documents()).length === 0)
    for (const fileName of await readdir(documents)) await store.ingest({ fileName, bytes: await readFile(join(documents, fileName)) })
  const started = await startChat({
    context: liveLibrary(store, registry),
    port: 0,
    limits: noLimits,
    records: store.records,
    waiting: store.waiting,
    publish: file => store.ingest(file),
    readDraft: async file => {
      const read = await readAny({ ...file, registry })
      return read.ok ? success({ reading: read.value.reading, lines: read.value.document.lines.map(line => line.text) }) : read
    },
    ...(kind === 'slow' ? { ask: slowly } : {}),
  })
  if (!started.ok) throw new Error(started.failure.message)
  process.once('SIGTERM', async () => {
    await started.value.stop()
    store.close()
    process.exit(0)
  })
  return started.value.address
}

console.log(await (kind === 'echo' ? serveEcho() : serveChat()))
