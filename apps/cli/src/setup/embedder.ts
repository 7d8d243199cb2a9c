import { isAbsolute, resolve } from 'node:path'
import { failure, type Result, success } from '@finsam/domain'
import { type Embedder, openAiEmbedder, transformersEmbedder } from '@finsam/indexer'
import * as z from 'zod'

const settingsSchema = z.object({
  FINSAM_EMBEDDING_URL: z.url().optional(),
  FINSAM_EMBEDDING_FOLDER: z.string().min(1).optional(),
  FINSAM_EMBEDDING_MODEL: z.string().min(1).optional(),
  FINSAM_EMBEDDING_DIMENSIONS: z.coerce.number().int().min(8).max(8192).optional(),
  FINSAM_EMBEDDING_KEY: z.string().min(1).optional(),
})

/**
 * The embedder that the environment names: a service by `FINSAM_EMBEDDING_URL`, a local model by `FINSAM_EMBEDDING_FOLDER`. None without
 * either: the store then uses its own, which sends nothing anywhere.
 */
export function embedderOf(environment: NodeJS.ProcessEnv): Result<Embedder | undefined> {
  const settings = settingsSchema.safeParse(environment)
  if (!settings.success)
    return failure('embedder-settings', `${settings.error.issues[0]?.path.join('.')} is not valid: ${settings.error.issues[0]?.message}.`)
  const { FINSAM_EMBEDDING_URL: baseUrl, FINSAM_EMBEDDING_FOLDER: folder } = settings.data
  const { FINSAM_EMBEDDING_MODEL: model, FINSAM_EMBEDDING_DIMENSIONS: dimensions, FINSAM_EMBEDDING_KEY: apiKey } = settings.data
  if (!baseUrl && folder) {
    if (!dimensions) return failure('embedder-settings', 'FINSAM_EMBEDDING_FOLDER needs FINSAM_EMBEDDING_DIMENSIONS beside it.')
    return success(transformersEmbedder({ folder: isAbsolute(folder) ? folder : resolve(folder), dimensions }))
  }
  if (!baseUrl) return success(undefined)
  if (!model || !dimensions)
    return failure('embedder-settings', 'FINSAM_EMBEDDING_URL needs FINSAM_EMBEDDING_MODEL and FINSAM_EMBEDDING_DIMENSIONS beside it.')
  return success(openAiEmbedder({ baseUrl, model, dimensions, ...(apiKey ? { apiKey } : {}) }))
}
