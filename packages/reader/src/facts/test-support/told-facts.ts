import { readDocument } from '../../read-document.ts'

/** The facts that are read from prose, under the title page of a made-up association's document. */
export function factsOf(text: string, title = 'Årsredovisning 2024') {
  const page = `Samordningsförbundet Lagunda\n\n${title}\n\n${text}`
  const fileName = `lagunda-${title.slice(-4)}.txt`
  const result = readDocument({ bytes: new TextEncoder().encode(page), fileName, registry: { associations: [] } })
  if (!result.ok) throw new Error(result.failure.message)
  return result.value.reading.facts
}

/** Prose, and what is to be read from it. */
export interface Wanted {
  readonly name: string
  readonly text: string
  readonly facts: readonly Record<string, unknown>[]
}
