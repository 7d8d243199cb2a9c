import { readFile } from 'node:fs/promises'
import { answerQuestion, type PreviousTurn, type WithModel } from '@finsam/assistant'
import { failure, type Result, success } from '@finsam/domain'
import { loadLibrary } from '@finsam/indexer'
import * as z from 'zod'
import { refuse, say } from '../print/console.ts'
import type { Opened } from '../setup/open.ts'

const batchLineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  lang: z.enum(['sv', 'en']).optional(),
  /** The id of an earlier line, or the text of the question before. */
  previous: z.string().optional(),
})
type BatchLine = z.infer<typeof batchLineSchema>

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The questions of a JSONL text, or the number of the line that is none. */
export function parseBatch(text: string): Result<readonly BatchLine[]> {
  const lines: BatchLine[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const parsed = batchLineSchema.safeParse(parseJson(line))
    if (!parsed.success) return failure('batch-line', `line ${index + 1} is no {"id", "question", "lang"?, "previous"?} object.`)
    lines.push(parsed.data)
  }
  return lines.length > 0 ? success(lines) : failure('batch-empty', 'the file holds no questions.')
}

/** The turn before: the earlier line whose id `previous` is, with what came before that, else the text of `previous` itself. */
export const previousTurn = ({ previous }: BatchLine, earlier: ReadonlyMap<string, PreviousTurn>): PreviousTurn | undefined =>
  previous === undefined ? undefined : (earlier.get(previous) ?? { question: previous })

async function readBatch(path: string): Promise<Result<readonly BatchLine[]>> {
  try {
    return parseBatch(await readFile(path, 'utf8'))
  } catch {
    return failure('batch-unreadable', 'it cannot be read. Check the path.')
  }
}

/** Answers a file of questions, one JSON line each, in order. */
export async function answerBatch({ store, registry }: Opened, path: string, model: WithModel | undefined): Promise<number> {
  const batch = await readBatch(path)
  if (!batch.ok) return refuse(batch.failure, path)
  const known = await loadLibrary(store, registry)
  const earlier = new Map<string, PreviousTurn>()
  for (const line of batch.value) {
    const previous = previousTurn(line, earlier)
    const { question, lang } = line
    const answer = await answerQuestion(known, { question, ...(lang ? { language: lang } : {}), ...(previous ? { previous } : {}) }, model)
    earlier.set(String(line.id), { question, ...(previous ? { previous } : {}) })
    say(JSON.stringify({ id: line.id, ...answer }))
  }
  return 0
}
