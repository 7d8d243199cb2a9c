import { join } from 'node:path'
import type { AssistantContext } from '@finsam/assistant'
import { type AskedRecord, type Correction, correctionSchema, type SharedAnswer, sharedAnswerSchema } from '../contract/records.ts'
import { correcting } from '../review/apply-corrections.ts'
import { type AppendLog, openLog } from './append-log.ts'
import { lineWriter } from './line-writer.ts'

/** What people leave behind: corrections of cells, shared answers, and the log of what was asked, which is only written. */
export interface Records {
  readonly corrections: AppendLog<Correction>
  readonly answers: AppendLog<SharedAnswer>
  readonly logAsked: (asked: AskedRecord) => Promise<void>
}

/** Opens the three logs of a folder; files that are not there yet are empty logs. */
export async function openRecords(folder: string): Promise<Records> {
  const [corrections, answers] = await Promise.all([
    openLog(join(folder, 'corrections.jsonl'), correctionSchema),
    openLog(join(folder, 'answers.jsonl'), sharedAnswerSchema),
  ])
  // Begins with a line end: a torn last line of a killed server then stands alone.
  const asked = lineWriter(join(folder, 'asked.jsonl'), true)
  return { corrections, answers, logAsked: entry => asked.write(JSON.stringify(entry)) }
}

/**
 * The corrections of a records folder, as a change to what is known: for commands that answer without the server.
 * A folder that is not there changes nothing.
 *
 * @example const correct = await recordedCorrections('.finsam/store/records'); await ask(correct(context), { question })
 */
export async function recordedCorrections(folder: string): Promise<(context: AssistantContext) => AssistantContext> {
  const { corrections } = await openRecords(folder)
  return correcting(corrections.entries)
}
