import type { AssistantContext, FoundPassage } from '@finsam/assistant'
import { createLibrary, type Result, success } from '@finsam/domain'
import { indexedPassages, parseSnapshot, type Snapshot } from './snapshot.ts'
import { type Found, readIndex } from './text-index.ts'

type Search = AssistantContext['search']

/** Search by words over a snapshot; the index is read at the first search. */
function searchOf({ documents, index }: Snapshot): Search {
  let find: ((query: string) => readonly Found[]) | undefined
  const passages = new Map(documents.flatMap(indexedPassages).map(passage => [passage.id, passage]))
  return async (query, { limit, association, document }) => {
    find ??= readIndex(index)
    const hits: FoundPassage[] = []
    for (const { id, score } of find(query)) {
      const passage = passages.get(id)
      if (!passage || (association && passage.association !== association) || (document && passage.document !== document)) continue
      const { id: _, association: _association, ...found } = passage
      hits.push({ ...found, score })
      if (hits.length === limit) break
    }
    return hits
  }
}

/**
 * What the tools work on, from a snapshot's text.
 *
 * @example const opened = openSnapshot(await readFile('snapshot.json', 'utf8'))
 */
export function openSnapshot(text: string): Result<AssistantContext, 'not-a-snapshot'> {
  const parsed = parseSnapshot(text)
  if (!parsed.ok) return parsed
  const { documents, registry } = parsed.value
  const known = new Map(documents.map(content => [content.reading.document.id, content]))
  const library = createLibrary(
    documents.map(({ reading }) => reading),
    registry,
  )
  return success({
    library,
    sourceLines: (document, from, to) => known.get(document)?.lines.slice(Math.max(0, from - 1), Math.max(0, to)),
    pages: document => known.get(document)?.pages ?? [],
    search: searchOf(parsed.value),
  })
}
