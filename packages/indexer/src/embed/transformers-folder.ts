import { basename, dirname } from 'node:path'
import * as z from 'zod'
import { type Embedder, normalise } from './embedder.ts'
import { EmbedderError } from './embedder-error.ts'

/** A sentence model in a folder of this machine, in the layout of Hugging Face: config.json, tokenizer.json, onnx/model.onnx. */
export interface LocalModel {
  /** An absolute path; its last part names the model. */
  readonly folder: string
  readonly dimensions: number
  /** Which weights of the folder: `fp32` unless told otherwise. */
  readonly dtype?: string
}

type MakePipeline = (task: string, model: string, options: object) => Promise<unknown>
type Extract = (texts: readonly string[], options: object) => Promise<unknown>

const isFunction = (value: unknown): boolean => typeof value === 'function'
// The library's own object, not a copy: its settings are changed in place.
const settingsSchema = z.custom<object>(value => typeof value === 'object' && value !== null)
const librarySchema = z.object({ env: settingsSchema, pipeline: z.custom<MakePipeline>(isFunction) })
const extractorSchema = z.custom<Extract>(isFunction)
const tensorSchema = z.object({ tolist: z.custom<() => unknown>(isFunction) })
const rowsSchema = z.array(z.array(z.number()))

// Not among finsam's dependencies: its installation fetches hundreds of megabytes of binaries. Who wants it installs it beside finsam.
const library: string = '@huggingface/transformers'
const importLibrary = (): Promise<unknown> => import(library)

async function loadLibrary(load: () => Promise<unknown>): Promise<z.infer<typeof librarySchema>> {
  try {
    return librarySchema.parse(await load())
  } catch (cause) {
    throw new EmbedderError(`A local model needs ${library}; install it beside finsam: npm install ${library}@4.`, { cause })
  }
}

async function loadModel({ folder, dtype = 'fp32' }: LocalModel, load: () => Promise<unknown>): Promise<Extract> {
  const { env, pipeline } = await loadLibrary(load)
  Object.assign(env, { allowRemoteModels: false, allowLocalModels: true, localModelPath: dirname(folder) })
  try {
    return extractorSchema.parse(await pipeline('feature-extraction', basename(folder), { dtype }))
  } catch (cause) {
    throw new EmbedderError('The local model cannot be loaded; its folder needs config.json, tokenizer.json and onnx/model.onnx.', {
      cause,
    })
  }
}

/**
 * Embeds with a local sentence model through transformers.js. Nothing is downloaded and no text leaves the machine; library and model are
 * loaded when the first text comes.
 *
 * @param load     gives the library; left out, the installed one
 * @example        transformersEmbedder({ folder: '/models/multilingual-e5-small', dimensions: 384 })
 */
export function transformersEmbedder(model: LocalModel, load: () => Promise<unknown> = importLibrary): Embedder {
  let loaded: Promise<Extract> | undefined
  return {
    id: `local:${basename(model.folder)}:${model.dimensions}`,
    dimensions: model.dimensions,
    async embed(texts) {
      if (texts.length === 0) return []
      loaded ??= loadModel(model, load)
      const tensor = tensorSchema.parse(await (await loaded)(texts, { pooling: 'mean', normalize: true }))
      const rows = rowsSchema.parse(tensor.tolist())
      if (rows.some(row => row.length !== model.dimensions))
        throw new EmbedderError(`The local model gives vectors of another length than ${model.dimensions}; check its dimensions.`)
      return rows.map(row => normalise(Float32Array.from(row)))
    },
  }
}
