import { failure, type Result, success } from '@finsam/domain'
import { type Embedder, openAiEmbedder } from '@finsam/indexer'
import * as z from 'zod'

const settingsSchema = z.object({
  FINSAM_EMBEDDING_URL: z.url().optional(),
  FINSAM_EMBEDDING_MODEL: z.string().min(1).optional(),
  FINSAM_EMBEDDING_DIMENSIONS: z.coerce.number().int().min(8).max(8192).optional(),
  FINSAM_EMBEDDING_KEY: z.string().min(1).optional(),
})

/** The embedder that the environment names; none without `FINSAM_EMBEDDING_URL`: the store then uses its own, which sends nothing anywhere. */
export function embedderOf(environment: NodeJS.ProcessEnv): Result<Embedder | undefined> {
  const settings = settingsSchema.safeParse(environment)
  if (!settings.success)
    return failure('embedder-settings', `${settings.error.issues[0]?.path.join('.')} is not valid: ${settings.error.issues[0]?.message}.`)
  const { FINSAM_EMBEDDING_URL: baseUrl, FINSAM_EMBEDDING_MODEL: model, FINSAM_EMBEDDING_DIMENSIONS: dimensions } = settings.data
  if (!baseUrl) return success(undefined)
  if (!model || !dimensions)
    return failure('embedder-settings', 'FINSAM_EMBEDDING_URL needs FINSAM_EMBEDDING_MODEL and FINSAM_EMBEDDING_DIMENSIONS beside it.')
  const apiKey = settings.data.FINSAM_EMBEDDING_KEY
  return success(openAiEmbedder({ baseUrl, model, dimensions, ...(apiKey ? { apiKey } : {}) }))
}
