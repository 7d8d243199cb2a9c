import * as z from 'zod'
import { type Embedder, normalise } from './embedder.ts'
import { EmbedderError } from './embedder-error.ts'

/** An embedding service that speaks OpenAI's `/embeddings`: a local server or a paid one. */
export interface EmbeddingService {
  /** Up to and without `/embeddings`: `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string
  readonly model: string
  readonly dimensions: number
  readonly apiKey?: string
  readonly timeoutMs?: number
  /** How many texts go in one request. */
  readonly batch?: number
}

const replySchema = z.object({ data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()) })) })

async function post(service: EmbeddingService, input: readonly string[]): Promise<unknown> {
  try {
    const response = await fetch(`${service.baseUrl.replace(/\/$/, '')}/embeddings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(service.apiKey ? { authorization: `Bearer ${service.apiKey}` } : {}) },
      body: JSON.stringify({ model: service.model, input, encoding_format: 'float' }),
      signal: AbortSignal.timeout(service.timeoutMs ?? 30_000),
    })
    if (response.ok) return await response.json()
    throw new EmbedderError(`The embedding service answered ${response.status}; check its address, model and key.`)
  } catch (error) {
    if (error instanceof EmbedderError) throw error
    throw new EmbedderError(
      'The embedding service cannot be reached or gave no answer in time; check that it runs at the configured address.',
      { cause: error },
    )
  }
}

async function request(service: EmbeddingService, input: readonly string[]): Promise<Float32Array[]> {
  const reply = replySchema.safeParse(await post(service, input))
  if (!reply.success) throw new EmbedderError('The embedding service gave no embeddings; check that its address speaks the OpenAI format.')
  const vectors = reply.data.data.toSorted((a, b) => a.index - b.index).map(item => normalise(Float32Array.from(item.embedding)))
  if (vectors.length !== input.length || vectors.some(vector => vector.length !== service.dimensions))
    throw new EmbedderError(
      `The embedding service gave vectors of another number or length than ${input.length} × ${service.dimensions}; check the model's dimensions.`,
    )
  return vectors
}

/**
 * Embeds through an OpenAI-compatible service. The texts leave this machine unless the address is local.
 *
 * @example  openAiEmbedder({ baseUrl: 'http://127.0.0.1:11434/v1', model: 'bge-m3', dimensions: 1024 })
 */
export const openAiEmbedder = (service: EmbeddingService): Embedder => ({
  id: `openai:${service.model}:${service.dimensions}`,
  dimensions: service.dimensions,
  async embed(texts) {
    const vectors: Float32Array[] = []
    const batch = service.batch ?? 64
    for (let start = 0; start < texts.length; start += batch) vectors.push(...(await request(service, texts.slice(start, start + batch))))
    return vectors
  },
})
