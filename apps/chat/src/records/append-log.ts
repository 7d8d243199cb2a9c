import { readFile } from 'node:fs/promises'
import type * as z from 'zod'
import { lineWriter } from './line-writer.ts'

/** Records of one kind, in order, never changed: what was written is on disk when `append` resolves. */
export interface AppendLog<Entry> {
  readonly entries: () => readonly Entry[]
  readonly append: (entry: Entry) => Promise<void>
}

/** The lines that hold an entry. A line torn by a killed process was never acknowledged, and is passed over. */
function parseLines<Entry>(text: string, schema: z.ZodType<Entry>): Entry[] {
  return text.split('\n').flatMap(line => {
    try {
      const parsed = schema.safeParse(JSON.parse(line))
      return parsed.success ? [parsed.data] : []
    } catch {
      return []
    }
  })
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}

/**
 * Opens a log of JSON lines; its folder and file come into being with the first entry. One process writes it.
 *
 * @example const log = await openLog('/srv/finsam/corrections.jsonl', correctionSchema); await log.append(correction)
 */
export async function openLog<Entry>(path: string, schema: z.ZodType<Entry>): Promise<AppendLog<Entry>> {
  const text = await textOf(path)
  const entries = parseLines(text, schema)
  const writer = lineWriter(path, text !== '' && !text.endsWith('\n'))
  return {
    entries: () => entries,
    append: async entry => {
      await writer.write(JSON.stringify(entry))
      entries.push(entry)
    },
  }
}
