import { once } from 'node:events'
import { access, constants } from 'node:fs/promises'
import { answerQuestion, type WithModel } from '@finsam/assistant'
import { type DrawSource, type ReadDraft, type StartOptions, startChat } from '@finsam/chat'
import { failure, type Registry, success } from '@finsam/domain'
import { liveLibrary, type Store } from '@finsam/indexer'
import { type Authorization, parseAuthorization } from '@finsam/mcp'
import { drawPage, readFile } from '@finsam/reader'
import { refuse, say, warn } from '../print/console.ts'
import { modelOf } from '../setup/model.ts'
import { type CommonOptions, type Opened, withStore } from '../setup/open.ts'
import { shippedDocuments } from '../setup/shipped-data.ts'
import { ingestPaths } from './ingest.ts'

export interface ServeOptions extends CommonOptions {
  readonly host: string
  readonly port: number
  readonly userHeader?: string
  /** Names under which others reach the server, beside those of this machine and its address. */
  readonly hostName?: readonly string[]
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
  async (file, tell) => {
    const read = await readFile({ ...file, registry }, tell ? { onProgress: tell } : {})
    return read.ok ? success({ reading: read.value.reading, lines: read.value.document.lines.map(line => line.text) }) : read
  }

/** Draws pages of the files that the store keeps as they came. */
const pageDrawer =
  (store: Store): DrawSource =>
  async (document, spot) => {
    const stored = (await store.documents()).find(({ id }) => id === document)
    const bytes = stored && (await store.original(document))
    if (!bytes) return failure('original-missing', 'The file of this document is not kept. Ingest it again.')
    return drawPage({ bytes, fileName: stored.fileName }, spot)
  }

/** What the page tells about the language model: its name, and the host that questions are sent to. */
const modelTold = (model: WithModel | undefined): Pick<StartOptions, 'model'> =>
  model ? { model: { name: model.settings.model, host: new URL(model.settings.baseUrl).host } } : {}

/** What people leave behind goes into the store; where a folder may not be written, nothing of the kind is kept. */
async function recordsOf({ location, records, waiting }: Store): Promise<Pick<StartOptions, 'records' | 'waiting'>> {
  try {
    if (!location.includes('://')) await access(location, constants.W_OK)
    return { records, waiting }
  } catch {
    warn('finsam: the store may not be written, so corrections, shared answers and uploads are not kept.')
    return {}
  }
}

/** What the chat is given: the live store, the way to read and add documents, and who may come in. */
async function startOptions(
  { store, registry }: Opened,
  { host, port, userHeader, hostName }: ServeOptions,
  model: WithModel | undefined,
  mcpAuthorization: Authorization | undefined,
): Promise<StartOptions> {
  const token = process.env.FINSAM_TOKEN
  return {
    context: liveLibrary(store, registry),
    ask: (context, asked, talk) => answerQuestion(context, asked, model && { ...model, ...talk }),
    readDraft: draftReader(registry),
    publish: file => store.ingest(file),
    drawSource: pageDrawer(store),
    replacedLines: (document, hash) => store.sourceLines(document, 1, Number.MAX_SAFE_INTEGER, hash),
    host,
    port,
    ...(await recordsOf(store)),
    ...modelTold(model),
    ...(token ? { token } : {}),
    ...(userHeader ? { userHeader } : {}),
    ...(hostName ? { hostNames: hostName } : {}),
    ...(mcpAuthorization ? { mcpAuthorization } : {}),
  }
}

/** `finsam serve [--host H] [--port N]`: until it is asked to stop. The access token comes from `FINSAM_TOKEN`; who may call `/mcp`, where not its bearers, from `FINSAM_MCP_*`. */
export async function serveCommand(options: ServeOptions): Promise<number> {
  const model = modelOf(process.env)
  if (!model.ok) return refuse(model.failure)
  const authorization = parseAuthorization(process.env)
  if (!authorization.ok) return refuse(authorization.failure)
  return withStore(options, true, async opened => {
    await fillEmptyStore(opened.store)
    const started = await startChat(await startOptions(opened, options, model.value, authorization.value))
    if (!started.ok) return refuse(started.failure)
    say(`finsam answers at ${started.value.address} (stop with Ctrl+C)`)
    await asked()
    await started.value.stop()
    return 0
  })
}
