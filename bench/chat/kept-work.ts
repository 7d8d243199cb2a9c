import { openStore } from '@finsam/indexer'
import { corrected, type Work } from './worker.ts'

const json = async (url: string) => (await fetch(url)).json()

async function loggedQuestions(folder: string): Promise<ReadonlySet<string>> {
  const opened = await openStore(folder, { registry: { associations: [] }, create: false })
  if (!opened.ok) throw new Error(opened.failure.message)
  const lines = await opened.value.records.asked.last(1e9)
  opened.value.close()
  return new Set(lines.map(line => JSON.parse(line).question))
}

async function correctionsKept(base: string): Promise<ReadonlySet<string>> {
  const { corrections } = await json(`${base}/api/review?document=${corrected}`)
  return new Set(corrections.map(({ why }: { readonly why: string }) => why))
}

async function sharedKept(base: string, ids: readonly string[]): Promise<number> {
  let kept = 0
  for (const id of ids) if ((await fetch(`${base}/api/answers/${id}`)).ok) kept += 1
  return kept
}

const among = (wanted: readonly string[], known: ReadonlySet<string>): number => wanted.filter(one => known.has(one)).length

/** How much of what was acknowledged a server that was started again still has. */
export async function keptWork(base: string, folder: string, all: Work): Promise<{ readonly [Kind in keyof Work]: number }> {
  const { documents } = await json(`${base}/api/documents`)
  return {
    documents: among(all.documents, new Set(documents.map(({ id }: { readonly id: string }) => id))),
    corrections: among(all.corrections, await correctionsKept(base)),
    shared: await sharedKept(base, all.shared),
    asked: among(all.asked, await loggedQuestions(folder)),
  }
}
