import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AssistantContext, PageSpan } from '@finsam/assistant'
import { createLibrary, registrySchema } from '@finsam/domain'
import { readFile as readAny } from '@finsam/reader'

const data = fileURLToPath(new URL('../../data/', import.meta.url))

function spansOf(lines: readonly { readonly number: number; readonly page?: number }[]): readonly PageSpan[] {
  const pages = Map.groupBy(
    lines.filter(line => line.page !== undefined),
    line => line.page ?? 0,
  )
  return [...pages].map(([page, within]) => ({ page, from: within[0]?.number ?? 1, to: within.at(-1)?.number ?? 1 }))
}

/** What a fresh installation knows: the shipped documents read by the real reader; without a store, so search finds nothing. */
export async function shippedContext(): Promise<AssistantContext> {
  const registry = registrySchema.parse(JSON.parse(await readFile(join(data, 'registry.json'), 'utf8')))
  const names = await readdir(join(data, 'documents'))
  const reads = await Promise.all(
    names.map(async fileName => {
      const read = await readAny({ bytes: await readFile(join(data, 'documents', fileName)), fileName, registry })
      if (!read.ok) throw new Error(read.failure.message)
      return read.value
    }),
  )
  const texts = new Map(reads.map(({ reading, document }) => [reading.document.id, document.lines]))
  return {
    library: createLibrary(
      reads.map(read => read.reading),
      registry,
    ),
    sourceLines: (document, from, to) =>
      texts
        .get(document)
        ?.slice(from - 1, to)
        .map(line => line.text),
    pages: document => spansOf(texts.get(document) ?? []),
    search: async () => [],
  }
}
