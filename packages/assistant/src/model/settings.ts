import { failure, type Result, success } from '@finsam/domain'
import * as z from 'zod'

/** Which model answers, and where; without it nothing leaves the machine. */
export interface ModelSettings {
  /** Base address of an OpenAI-compatible API: OpenAI, Azure, Ollama, vLLM, llama.cpp. */
  readonly baseUrl: string
  readonly model: string
  /** Local servers want none. */
  readonly apiKey?: string
  readonly timeoutMs: number
  readonly maxRounds: number
}

const environment = z.object({
  FINSAM_MODEL_URL: z.url(),
  FINSAM_MODEL: z.string().min(1),
  FINSAM_MODEL_KEY: z.string().min(1).optional(),
  FINSAM_MODEL_TIMEOUT_MS: z.coerce.number().int().min(1_000).max(600_000).default(60_000),
  FINSAM_MODEL_ROUNDS: z.coerce.number().int().min(1).max(12).default(6),
})

/**
 * Reads the model's settings from environment variables; undefined where no model is configured.
 * @example modelSettings({ FINSAM_MODEL_URL: 'http://127.0.0.1:11434/v1', FINSAM_MODEL: 'qwen3' })
 */
export function modelSettings(variables: Readonly<Record<string, string | undefined>>): Result<ModelSettings | undefined, 'bad-setting'> {
  if (!variables.FINSAM_MODEL_URL && !variables.FINSAM_MODEL) return success(undefined)
  const parsed = environment.safeParse(variables)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(issue => String(issue.path[0])))].join(', ')
    return failure(
      'bad-setting',
      `The model is switched on but ${names} cannot be used. Set FINSAM_MODEL_URL to the address of an OpenAI-compatible API and FINSAM_MODEL to a model's name, or neither.`,
    )
  }
  const { FINSAM_MODEL_URL, FINSAM_MODEL, FINSAM_MODEL_KEY, FINSAM_MODEL_TIMEOUT_MS, FINSAM_MODEL_ROUNDS } = parsed.data
  return success({
    baseUrl: FINSAM_MODEL_URL,
    model: FINSAM_MODEL,
    ...(FINSAM_MODEL_KEY ? { apiKey: FINSAM_MODEL_KEY } : {}),
    timeoutMs: FINSAM_MODEL_TIMEOUT_MS,
    maxRounds: FINSAM_MODEL_ROUNDS,
  })
}
