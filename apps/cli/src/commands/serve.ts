import { once } from 'node:events'
import { answerQuestion } from '@finsam/assistant'
import { type ReadDraft, startChat } from '@finsam/chat'
import { type Registry, success } from '@finsam/domain'
import { liveLibrary, type Store } from '@finsam/indexer'
import { readFile } from '@finsam/reader'
import { refuse, say, warn } from '../print/console.ts'
import { modelOf } from '../setup/model.ts'
import { type CommonOptions, withStore } from '../setup/open.ts'
import { shippedDocuments } from '../setup/shipped-data.ts'
import { ingestPaths } from './ingest.ts'

export interface ServeOptions extends CommonOptions {
  readonly host: string
  readonly port: number
  readonly userHeader?: string
}

/** An empty store is filled with the documents that finsam ships, so that there is something to ask about. */
async function fillEmptyStore(store: Store): Promise<void> {
  const shipped = shippedDocuments()
  if (!shipped || (await store.documents()).length > 0) return
  say('The store is empty; reading the documents that finsam ships.')
  if (!(await ingestPaths(store, [shipped], {}))) warn('finsam: not all shipped documents could be read.')
}

/** Resolves when the process is asked to end. */
const asked = (): Promise<unknown> => Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])

/** Reads a file that someone wants checked; nothing of it is kept. */
const draftReader =
  (registry: Registry): ReadDraft =>
  async file => {
    const read = await readFile({ ...file, registry })
    return read.ok ? success({ reading: read.value.reading, lines: read.value.document.lines.map(line => line.text) }) : read
  }

/** `finsam serve [--host H] [--port N]`: until it is asked to stop. The access token comes from `FINSAM_TOKEN`. */
export async function serveCommand(options: ServeOptions): Promise<number> {
  const model = modelOf(process.env)
  if (!model.ok) return refuse(model.failure)
  return withStore(options, true, async ({ store, registry }) => {
    await fillEmptyStore(store)
    const current = liveLibrary(store, registry)
    await current()
    const token = process.env.FINSAM_TOKEN
    const { host, port, userHeader } = options
    const started = await startChat({
      context: current,
      ask: (context, asked) => answerQuestion(context, asked, model.value),
      readDraft: draftReader(registry),
      host,
      port,
      ...(token ? { token } : {}),
      ...(userHeader ? { userHeader } : {}),
    })
    if (!started.ok) return refuse(started.failure)
    say(`finsam answers at ${started.value.address} (stop with Ctrl+C)`)
    await asked()
    await started.value.stop()
    return 0
  })
}
