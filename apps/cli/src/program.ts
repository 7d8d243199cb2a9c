import { Command, CommanderError } from 'commander'
import { exportCommand } from './commands/export.ts'
import { ingestCommand } from './commands/ingest.ts'

/** The command line, ready to run: gives the exit code. */
export interface Program {
  run(argv: readonly string[]): Promise<number>
}

const withCommon = (command: Command): Command =>
  command
    .option('--store <folder>', 'folder (or s3:// address) of the store', '.finsam/store')
    .option('--registry <file>', 'associations to know by name, as JSON')

/** Declares all commands of finsam. */
export function buildProgram(): Program {
  const program = new Command('finsam')
    .description('Reads plans, budgets and reports of samordningsförbund, and answers questions with computed and cited figures.')
    .exitOverride()
    .showSuggestionAfterError()
  let code = 0
  const done = async (outcome: Promise<number>): Promise<void> => {
    code = await outcome
  }

  withCommon(program.command('ingest'))
    .description('read files or folders into the store')
    .argument('<file...>', 'text or Markdown files, or folders of them')
    .option('--replace', 'put a changed document in place of the one stored under its id')
    .option('--id <id>', 'store the document under this id instead of its file name')
    .action((files, options) => done(ingestCommand(files, options)))

  withCommon(program.command('export'))
    .description('print what was read from a document')
    .requiredOption('--document <id>', 'id of a stored document')
    .option('--json', 'the whole reading as JSON')
    .action(options => done(exportCommand(options)))

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
