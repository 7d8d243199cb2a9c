import * as z from 'zod'
import { fitLsa } from '../embed/lsa/fit.ts'
import { lsaEmbedder } from '../embed/lsa/lsa-embedder.ts'
import { modelId } from './embeddings.ts'
import { embeddedText } from './passages-table.ts'
import { sampleRows } from './sample.ts'
import type { ServingPassages } from './serving.ts'

const DIMENSIONS = 256
const FEWEST = 30
const MOST = 20_000
const GROWTH = 1.5

/**
 * Whether a store's embedder is to be fitted: first when there is enough to learn from, then whenever the store has grown by half, until
 * the model has seen as much as one fit takes in.
 */
export const isFitDue = (passages: number, fittedOn: number): boolean =>
  fittedOn === 0 ? passages >= FEWEST : fittedOn < MOST && passages >= GROWTH * fittedOn

const textSchema = z.object({ subject: z.string(), heading: z.string().nullable(), text: z.string() })

/** Fits the embedder anew where that is due, and moves the passages over to it. */
export async function refit(serving: ServingPassages): Promise<void> {
  const { passages, fittedOn } = await serving.current()
  const count = await passages.countRows()
  if (!isFitDue(count, fittedOn)) return
  const texts = (await sampleRows(passages, textSchema, MOST)).map(embeddedText)
  const model = await fitLsa(texts, DIMENSIONS)
  const embedder = lsaEmbedder(modelId(model), model)
  if (!embedder) throw new Error('a model that was just fitted cannot be read')
  await serving.moveTo(embedder, count, model)
}
