import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { version } from './version.ts'

/** The command line, ready to run: gives the exit code. */
export interface Program {
  run(argv: readonly string[]): Promise<number>
}

const withCommon = (command: Command): Command =>
  command
    .option('--store <folder>', 'folder (or s3:// address) of the store', '.finsam/store')
    .option('--registry <file>', 'associations to know by name, as JSON')

function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return port
}

/** Each command loads its own code when it runs, so that none waits for what it does not use. */
type Done = (outcome: Promise<number>) => Promise<void>

function addDocumentCommands(program: Command, done: Done): void {
  withCommon(program.command('ingest'))
    .description('read files or folders into the store')
    .argument('<file...>', 'PDF, Word, Excel, OpenDocument, HTML, CSV, Markdown and text files, scans, or folders of them')
    .option('--replace', 'put a changed document in place of the one stored under its id')
    .option('--id <id>', 'store the document under this id instead of its file name')
    .action((files, options) => done(import('./commands/ingest.ts').then(({ ingestCommand }) => ingestCommand(files, options))))
  withCommon(program.command('export'))
    .description('print what was read from a document, or write all documents into one snapshot file')
    .option('--document <id>', 'id of a stored document')
    .option('--json', 'the whole reading as JSON')
    .addOption(new Option('--all <file>', 'write a snapshot that serves assistants without the store').conflicts(['document', 'json']))
    .action(options => {
      if (options.all !== undefined)
        return done(import('./commands/export-all.ts').then(({ exportAllCommand }) => exportAllCommand(options)))
      if (options.document === undefined)
        return done(
          import('./print/console.ts').then(({ refuse }) =>
            refuse({ code: 'no-document', message: 'Say which document with --document ID, or write all with --all FILE.' }),
          ),
        )
      return done(import('./commands/export.ts').then(({ exportCommand }) => exportCommand(options)))
    })
  withCommon(program.command('check'))
    .description('check a document, stored or a draft: every rule and every sum with its numbers')
    .argument('<id-or-file>', 'id of a stored document, or a file that need not be stored')
    .option('--json', 'as JSON')
    .addOption(new Option('--lang <language>', 'language of the report').choices(['sv', 'en']).default('sv'))
    .action((target, options) => done(import('./commands/check.ts').then(({ checkCommand }) => checkCommand(target, options))))
}

function addAskCommand(program: Command, done: Done): void {
  withCommon(program.command('ask'))
    .description('answer a question, in Swedish or English, with computed and cited figures')
    .argument('[question...]', 'the question')
    .option('--json', 'the whole answer as JSON')
    .option('--explain', 'how the question was read, and every figure with its value and its own sources')
    .option('--batch <file>', 'questions as JSON lines {id, question, lang?, previous?}; one answer line each')
    .addOption(new Option('--lang <language>', 'language of the answer').choices(['sv', 'en']))
    .action((words, options) => done(import('./commands/ask.ts').then(({ askCommand }) => askCommand(words, options))))
}

function addServerCommands(program: Command, done: Done): void {
  withCommon(program.command('serve'))
    .description(
      'serve the page, the API and MCP over HTTP; the access token comes from FINSAM_TOKEN, who else may call /mcp from FINSAM_MCP_* (see docs/clients.md)',
    )
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on, 0 for any free one', parsePort, 4500)
    .option('--host-name <name...>', 'names under which others reach the server')
    .option('--user-header <name>', 'header in which a trusted proxy tells who the person is')
    .action(options => done(import('./commands/serve.ts').then(({ serveCommand }) => serveCommand(options))))
  withCommon(program.command('mcp'))
    .description('speak MCP over standard input and output, or over HTTP; who may call comes from FINSAM_MCP_* (see docs/clients.md)')
    .option('--http', 'over Streamable HTTP')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on, 0 for any free one', parsePort, 4501)
    .option('--host-name <name...>', 'names under which clients reach the server')
    .action(options => done(import('./commands/mcp.ts').then(({ mcpCommand }) => mcpCommand(options))))
}

function addStoreCommands(program: Command, done: Done): void {
  const store = program.command('store').description('look after the store')
  withCommon(store.command('verify'))
    .description('recount and rehash everything; exit code 1 where there are faults')
    .option('--repair', 'read documents with faults again from their originals')
    .action(options => done(import('./commands/store.ts').then(({ verifyCommand }) => verifyCommand(options))))
  withCommon(store.command('list'))
    .description('list the documents')
    .action(options => done(import('./commands/store.ts').then(({ listCommand }) => listCommand(options))))
  withCommon(store.command('remove'))
    .description('take a document out, its original included')
    .argument('<id>', 'id of a stored document')
    .action((id, options) => done(import('./commands/store.ts').then(({ removeCommand }) => removeCommand(id, options))))
}

const examples = `
Examples:
  finsam ingest plan-2026.pdf
  finsam ask "Hur stor andel av kostnaderna 2026 går till administration?"
  finsam check utkast.docx
  finsam serve --port 4600
`

/** Declares all commands of finsam. */
export function buildProgram(): Program {
  const program = new Command('finsam')
    .description('Reads plans, budgets and reports of samordningsförbund, and answers questions with computed and cited figures.')
    .version(version, '-v, --version', 'print the version')
    .addHelpText('after', examples)
    .exitOverride()
    .showSuggestionAfterError()
  let code = 0
  const done: Done = async outcome => {
    code = await outcome
  }
  addDocumentCommands(program, done)
  addAskCommand(program, done)
  addServerCommands(program, done)
  addStoreCommands(program, done)
  return {
    async run(argv) {
      try {
        await program.parseAsync([...argv])
      } catch (error) {
        if (error instanceof CommanderError) return error.exitCode
        throw error
      }
      return code
    },
  }
}
