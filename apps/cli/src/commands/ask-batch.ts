import { readFile } from 'node:fs/promises'
import { type Answer, answerQuestion, type PreviousTurn, type WithModel } from '@finsam/assistant'
import { failure, type Result, success } from '@finsam/domain'
import { loadLibrary } from '@finsam/indexer'
import * as z from 'zod'
import { refuse, reportBug, say } from '../print/console.ts'
import type { Opened } from '../setup/open.ts'

const batchLineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  /** Another language than these two is answered in the question's own. */
  lang: z.enum(['sv', 'en']).optional().catch(undefined),
  /** The id of an earlier line, or the text of the question before. */
  previous: z.union([z.string(), z.number()]).nullish(),
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
  previous === undefined || previous === null ? undefined : (earlier.get(String(previous)) ?? { question: String(previous) })

async function readBatch(path: string): Promise<Result<readonly BatchLine[]>> {
  try {
    return parseBatch(await readFile(path, 'utf8'))
  } catch {
    return failure('batch-unreadable', 'it cannot be read. Check the path.')
  }
}

const broken = {
  sv: 'Frågan kunde inte besvaras på grund av ett fel i finsam.',
  en: 'The question could not be answered because of a fault in finsam.',
}

/** What stands in for an answer where finsam itself failed, so that the other questions of a batch are still answered. */
const faultAnswer = (question: string, language: 'sv' | 'en'): Answer => ({
  question,
  language,
  status: 'unanswerable',
  text: broken[language],
  figures: [],
  facts: [],
  reason: { code: 'internal-fault', nearest: [] },
  notes: [],
  passages: [],
})

/** Answers a file of questions, one JSON line each, in order; exit code 1 where finsam itself failed at one. */
export async function answerBatch({ store, registry }: Opened, path: string, model: WithModel | undefined): Promise<number> {
  const batch = await readBatch(path)
  if (!batch.ok) return refuse(batch.failure, path)
  const known = await loadLibrary(store, registry)
  const earlier = new Map<string, PreviousTurn>()
  let code = 0
  for (const line of batch.value) {
    const previous = previousTurn(line, earlier)
    const { id, question, lang } = line
    const input = { question, ...(lang ? { language: lang } : {}), ...(previous ? { previous } : {}) }
    const answer = await answerQuestion(known, input, model).catch(error => {
      code = reportBug(error)
      return faultAnswer(question, lang ?? 'sv')
    })
    earlier.set(String(id), { question, ...(previous ? { previous } : {}) })
    say(JSON.stringify({ id, ...answer }))
  }
  return code
}
